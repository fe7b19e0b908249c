/// Names by which Framework finds libraries, for the compiler.

declare module "npm:vega-embed" {
  export {default} from "vega-embed";
}
