/// The scenes of the timeline: which program runs under which lock, where, and how it is called.
import type {Column} from "./schema.ts";

export const SCENE_MACHINES = ["host", "simulated", "exhaustive"] as const;
export type SceneMachine = (typeof SCENE_MACHINES)[number];

/// A program on the host or the simulated machine, or a schedule of the checker.
export interface SceneDefinition {
  name: string;
  /// What runs, in a few words that stand over its rows behind the design.
  title: string;
  machine: SceneMachine;
  design: string;
  /// Arguments of loaders/programs/scene.py; none of a schedule.
  args: string[];
  cores: number;
  /// Whose costs the simulated machine has; a name in data/profiles.
  profile: string | null;
  /// A schedule as `convoy check --replay` takes it.
  schedule: string | null;
}

export const SEED = 1;
const PROFILE = "cpython-3.11.7";

interface Program {
  name: string;
  title: string;
  args: string[];
  cores: number;
}

const coresName = (cores: number) => (cores === 1 ? "1-core" : `${cores}-cores`);
const coresText = (cores: number) => (cores === 1 ? "1 core" : `${cores} cores`);

const program = (kind: string, title: string, args: string[], cores: number): Program => ({
  name: `${kind}-${coresName(cores)}`,
  title: `${title}, ${coresText(cores)}`,
  args,
  cores
});

const TWO = ["count", "2", "1000000"];
const two = (cores: number) => program("two", "two counting threads", TWO, cores);
const four = program("four", "four counting threads", ["count", "4", "500000"], 4);
const echo = program("echo", "a counting and an echoing thread", ["echo", "1", "20"], 2);
const signal = program("signal", "a signal beside a counting thread", ["signal", "1", "1"], 2);
const million = program("million", "two counting threads, a million events", ["count", "2", "12000000"], 2);
/// Fewer turns: a thread's trace on the host holds 65,536 events.
const hostTwo = (cores: number) => program("two", "two counting threads", ["count", "2", "200000"], cores);
const hostEcho = program("echo", "a counting and an echoing thread", ["echo", "1", "5"], 2);

const simulated = (
  {name, title, args, cores}: Program,
  designs: readonly string[],
  profile = PROFILE,
  suffix = ""
): SceneDefinition[] =>
  designs.map((design) => ({
    ...{name: `${name}-${design}${suffix}`, title, args, cores},
    ...{machine: "simulated", design, profile, schedule: null}
  }));

const host = ({name, title, args, cores}: Program, designs: readonly string[]): SceneDefinition[] =>
  designs.map((design) => ({
    ...{name: `${name}-${design}-host`, title, args, cores},
    ...{machine: "host", design, profile: null, schedule: null}
  }));

/// Every scene, in the order of lists.
export const SCENES: readonly SceneDefinition[] = [
  ...simulated(two(1), ["tick", "timeout"]),
  ...simulated(two(2), ["tick", "tick-condition", "timeout"]),
  ...simulated(two(1), ["tick-condition"], "mac-pro-2010", "-2010"),
  ...simulated(two(4), ["tick-condition"], "mac-pro-2010", "-2010"),
  ...simulated(four, ["tick", "timeout"]),
  ...simulated(echo, ["tick", "timeout", "priority", "bfs", "pypy"]),
  ...simulated(signal, ["tick", "timeout"]),
  ...simulated(million, ["tick"]),
  ...host(hostTwo(1), ["tick", "timeout"]),
  ...host(hostTwo(2), ["tick", "timeout"]),
  ...host(hostEcho, ["tick", "timeout"]),
  {
    name: "forced-switch-defeated",
    title: "a wake-up without cause defeats the forced switch",
    machine: "exhaustive",
    design: "timeout",
    args: [],
    cores: 0,
    profile: null,
    schedule: "timeout:share-2+spurious:0000000001111t110010000000000w000000000"
  }
];

export const SCENE_COLUMNS = [
  {name: "scene", type: "string", unit: "", description: "Name of the scene, and of the file with its rows"},
  {name: "title", type: "string", unit: "", description: "What runs"},
  {
    name: "machine",
    type: "string",
    unit: "",
    values: SCENE_MACHINES,
    description:
      "host: Convoy on real threads; simulated: on virtual cores; exhaustive: a schedule that the checker found"
  },
  {name: "design", type: "string", unit: "", description: "The lock"},
  {
    name: "profile",
    type: "string",
    unit: "",
    nullable: true,
    description: "Whose costs the simulated machine reckons with"
  },
  {
    name: "cores",
    type: "integer",
    unit: "cores",
    description: "Cores of the run; 0 where only an order is known"
  },
  {name: "threads", type: "integer", unit: "threads", description: "Threads with rows, the main one too"},
  {name: "seed", type: "integer", unit: "", nullable: true, description: "Seed of the simulated machine"},
  {
    name: "clock",
    type: "string",
    unit: "",
    values: ["real", "virtual", "steps"],
    description:
      "What from_ns counts: ns of a computer, ns of the simulated one, or 1,000 for each step of the checker"
  },
  {name: "events", type: "integer", unit: "events", description: "Events of the trace"},
  {name: "rows", type: "integer", unit: "rows", description: "Rows of the scene's file"},
  {name: "end_ns", type: "integer", unit: "ns", description: "When the last thread ended"},
  {name: "command", type: "string", unit: "", description: "Command that makes the trace again"}
] as const satisfies readonly Column[];

export const TRACE_COLUMNS = [
  {name: "thread", type: "integer", unit: "", description: "Number of the thread; 0 is the main one"},
  {
    name: "state",
    type: "string",
    unit: "",
    values: ["holds", "waits", "blocked", "woken-in-vain", "drop-request", "signal", "hand-over"],
    description:
      "holds: has the lock; waits: wants it; blocked: wants something else. The others are moments, of length 0: woken and found the lock taken again, asked the holder to let go, ran a signal's handler, has the lock that another thread had before"
  },
  {name: "from_ns", type: "integer", unit: "ns", description: "When it began, from the start of the run"},
  {name: "length_ns", type: "integer", unit: "ns", description: "How long it lasted"}
] as const satisfies readonly Column[];
