/** The loaders, from the module that the build emits beside this one. */
export async function loaders(): Promise<typeof import("../../loaders/index.ts")> {
  return import(new URL("./loaders.js", import.meta.url).href);
}
