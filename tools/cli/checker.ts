/** The machine that tries every interleaving, from the module that the build emits beside this one. */
export async function checker(): Promise<typeof import("../../runtime/machines/exhaustive/index.ts")> {
  return import(new URL("./checker.js", import.meta.url).href);
}
