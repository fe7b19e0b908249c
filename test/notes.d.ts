import "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** What the table of results says about a long test: its seed, what it found. */
    note?: string;
  }
}
