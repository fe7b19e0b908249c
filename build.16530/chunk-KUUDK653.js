// tools/cli/checker.ts
async function checker() {
  return import(new URL("./checker.js", import.meta.url).href);
}

export {
  checker
};
//# sourceMappingURL=chunk-KUUDK653.js.map
