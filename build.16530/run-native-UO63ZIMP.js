import {
  childrenUsage
} from "./chunk-QISCOZIP.js";
import {
  findNative,
  nativeName,
  newestNative
} from "./chunk-I44PBWKV.js";
import "./chunk-5FFENWPN.js";
import {
  thePlatform
} from "./chunk-5KRU3NHS.js";
import "./chunk-PC35SSNN.js";
import {
  UsageError
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/run-native.ts
import { spawn } from "node:child_process";
import { constants, loadavg } from "node:os";
async function runNative(run) {
  const native = await interpreterOf(run);
  const name = nativeName(native);
  const settings = bootstrap(native, run);
  if (run.cores !== null) thePlatform().pin(run.cores);
  const before = childrenUsage();
  const load_before = loadavg()[0];
  const begun = performance.now();
  const { status, signal } = await ended(native.path, [...settings, run.file, ...run.args]);
  const wall_s = (performance.now() - begun) / 1e3;
  const metrics = {
    machine: "native",
    interpreter: name,
    python: native.python,
    path: native.path,
    gil: native.gil,
    design: native.design,
    cores: run.cores,
    switch_interval_us: run.switchInterval_us,
    check_interval_ticks: run.checkInterval,
    wall_s,
    ...used(before, childrenUsage()),
    load_before,
    load_after: loadavg()[0]
  };
  return { status, signal, failure: null, metrics, trace: null };
}
async function interpreterOf({ interpreter, design }) {
  const asked = interpreter === null ? newestNative(design ?? "timeout") : findNative(interpreter);
  const native = await asked.catch((error) => {
    throw new UsageError(error.message);
  });
  if (design !== null && native.design !== design)
    throw new UsageError(
      `invalid --design: ${design}; ${interpreter} has its own lock (${native.design}): leave --design out`
    );
  return native;
}
function used(before, after) {
  if (!before || !after) return { cpu_s: null, voluntary_switches: null, involuntary_switches: null };
  return {
    cpu_s: Math.round((after.cpu_s - before.cpu_s) * 1e6) / 1e6,
    voluntary_switches: after.voluntary_switches - before.voluntary_switches,
    involuntary_switches: after.involuntary_switches - before.involuntary_switches
  };
}
function bootstrap(native, { switchInterval_us, checkInterval }) {
  const { design } = native;
  const refuse = (option, locks) => new UsageError(`--${option} is for locks that ${locks}, not for ${nativeName(native)} (${design})`);
  if (checkInterval !== null && design !== "tick" && design !== "tick-condition")
    throw refuse("check-interval", "count ticks (tick, tick-condition)");
  if (switchInterval_us !== null && !design?.startsWith("timeout"))
    throw refuse("switch-interval", "measure time (timeout)");
  const calls = [
    ...switchInterval_us === null ? [] : [`sys.setswitchinterval(${switchInterval_us / 1e6})`],
    ...checkInterval === null ? [] : [`sys.setcheckinterval(${checkInterval})`]
  ];
  return calls.length === 0 ? [] : ["-c", BOOTSTRAP.replace("SETTINGS", calls.join("; "))];
}
var BOOTSTRAP = `
def run():
    import os, sys
    main = sys.modules["__main__"].__dict__
    del main["run"], sys.argv[0]
    SETTINGS
    show = sys.excepthook
    def without_this(kind, error, trace):
        while trace is not None and trace.tb_frame.f_code.co_filename == "<string>":
            trace = trace.tb_next
        if hasattr(error, "with_traceback"):
            error.__traceback__ = trace
        show(kind, error, trace)
    sys.excepthook = without_this
    name = sys.argv[0]
    if sys.version_info >= (3, 9):
        name = os.path.abspath(name)
    main["__file__"] = name
    sys.path[0] = os.path.dirname(os.path.realpath(name))
    with open(name, "rb") as file:
        code = compile(file.read(), name, "exec", 0, True)
    exec(code, main)
run()
`;
var FORWARDED = [
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
  "SIGQUIT",
  "SIGUSR1",
  "SIGUSR2",
  "SIGWINCH"
];
async function ended(path, args) {
  let child = null;
  const send = (signal) => {
    try {
      if (child?.pid !== void 0) process.kill(-child.pid, signal);
    } catch {
    }
  };
  const listeners = new Map(
    FORWARDED.map((signal) => [signal, () => send(signal)])
  );
  listeners.set("SIGTSTP", () => {
    send("SIGSTOP");
    process.kill(process.pid, "SIGSTOP");
  });
  listeners.set("SIGCONT", () => send("SIGCONT"));
  for (const [signal, listener] of listeners) process.on(signal, listener);
  const killed = () => send("SIGKILL");
  process.on("exit", killed);
  try {
    const started = spawn(path, args, { stdio: "inherit", detached: true });
    child = started;
    return await new Promise((resolve, reject) => {
      started.on("error", reject);
      started.on(
        "exit",
        (status, signal) => resolve({ status: status ?? 128 + constants.signals[signal], signal })
      );
    });
  } finally {
    child = null;
    process.off("exit", killed);
    for (const [signal, listener] of listeners) process.off(signal, listener);
  }
}
export {
  runNative
};
//# sourceMappingURL=run-native-UO63ZIMP.js.map
