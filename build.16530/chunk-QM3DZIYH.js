// tools/cli/loaders.ts
async function loaders() {
  return import(new URL("./loaders.js", import.meta.url).href);
}

export {
  loaders
};
//# sourceMappingURL=chunk-QM3DZIYH.js.map
