/// What the bundle of the page's worker puts in place of these names: see bundle.ts.

declare module "convoy:simulated" {
  type Module = typeof import("../../runtime/machines/simulated/index.ts");
  export type Simulator = Pick<
    Module,
    "simulate" | "designs" | "schedulers" | "defaultProfile" | "checkProfile"
  >;
  export type Profile = import("../../runtime/machines/simulated/profile.ts").Profile;
  export type SimulateMetrics = import("../../runtime/machines/simulated/simulate.ts").SimulateMetrics;
  export const simulate: Module["simulate"];
  export const defaultProfile: Module["defaultProfile"];
  export const checkProfile: Module["checkProfile"];
}

declare module "convoy:language" {
  type Module = typeof import("../../runtime/language/index.ts");
  export const compile: Module["compile"];
  export const disassemble: Module["disassemble"];
  export const formatSyntaxError: Module["formatSyntaxError"];
  export const PythonSyntaxError: Module["PythonSyntaxError"];
}
