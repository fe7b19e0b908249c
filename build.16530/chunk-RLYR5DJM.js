import {
  designs,
  findDesign
} from "./chunk-DIABLGBR.js";
import {
  UsageError
} from "./chunk-5SID7MLU.js";

// tools/cli/design-name.ts
var DESIGN_NAME = /^[a-z][a-z0-9-]*$/;
var isOurs = (name) => designs.some((design) => design.name === name);
var isDesignFile = (text) => !isOurs(text) && /[./\\]/.test(text);
function namedDesign(name) {
  if (!isOurs(name))
    throw new UsageError(
      `unknown design: ${name}; known designs: ${designs.map((design) => design.name).join(", ")}, or give a file such as ./${name}.ts`
    );
  return findDesign(name);
}

export {
  DESIGN_NAME,
  isDesignFile,
  namedDesign
};
//# sourceMappingURL=chunk-RLYR5DJM.js.map
