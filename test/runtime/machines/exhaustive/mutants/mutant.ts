/** A wrong version of a design: its source with a few words changed. */
export interface Mutant {
  /** Name of the design, and of its file. */
  design: string;
  name: string;
  /** What is wrong with it. */
  title: string;
  /** Texts that stand once in the design's source, and what takes their places. */
  edits: [find: string, replace: string][];
  /**
   * The property that a check finds violated; `starvation`: threads can starve that cannot under the correct design;
   * `equivalent`: it goes through the same states; `uncovered`: it differs, and no stated property forbids it.
   */
  expected: string;
  /** Why an `uncovered` one is no error as the properties stand. */
  why?: string;
}
