/** The runtime whose bytecodes are charged, which the build puts there. */
declare module "convoy:charged-runtime" {
  export const instantiate: import("../interpreter.ts").Instantiate;
}
