import type {Scenario} from "./script.ts";

/** What every design is checked with. Names end in the number of threads. */
export const scenarios: readonly Scenario[] = [
  {
    name: "share-2",
    title: "a spinning thread and one that blocks",
    threads: [
      ["compute", "block", "compute"],
      ["compute", "compute"]
    ]
  },
  {
    name: "yield-2",
    title: "short blocking calls beside a spinning thread that ends first",
    threads: [["yield", "compute", "yield"], ["compute"]]
  },
  {
    name: "start-2",
    title: "the main thread starts another and ends while that waits",
    threads: [
      ["compute", "start 1", "compute"],
      ["compute", "block"]
    ]
  },
  {
    name: "signal-2",
    title: "a signal arrives at any moment",
    threads: [
      ["compute", "compute", "compute"],
      ["compute", "yield"]
    ],
    signal: true
  },
  {
    name: "share-3",
    title: "two spinning threads and one that begins by blocking",
    threads: [
      ["compute", "compute"],
      ["compute", "compute"],
      ["block", "compute"]
    ]
  },
  {
    name: "yield-3",
    title: "short and long blocking calls beside a spinning thread",
    threads: [
      ["compute", "yield"],
      ["compute", "compute"],
      ["compute", "block"]
    ]
  },
  {
    name: "start-3",
    title: "threads start one another and end; a signal arrives",
    threads: [["compute", "start 1", "compute"], ["start 2", "compute"], ["compute"]],
    signal: true
  },
  {
    name: "signal-3",
    title: "three spinning threads; a signal arrives at any moment",
    threads: [["compute"], ["compute"], ["compute"]],
    signal: true
  },
  {
    name: "spin-4",
    title: "four spinning threads",
    threads: [["compute"], ["compute"], ["compute"], ["compute"]]
  }
];

/** Programs without end, for starvation. */
export const endless: readonly Scenario[] = [
  {
    name: "spin-spin",
    title: "two spinning threads",
    threads: [
      ["compute", "again"],
      ["compute", "again"]
    ]
  },
  {
    name: "spin-yield",
    title: "a spinning thread, and one that makes short blocking calls",
    threads: [
      ["compute", "again"],
      ["yield", "again"]
    ]
  },
  {
    name: "spin-spin-spin",
    title: "three spinning threads",
    threads: [
      ["compute", "again"],
      ["compute", "again"],
      ["compute", "again"]
    ]
  },
  {
    name: "spin-spin-yield",
    title: "two spinning threads, and one that makes short blocking calls",
    threads: [
      ["compute", "again"],
      ["compute", "again"],
      ["yield", "again"]
    ]
  }
];

/** @throws if no scenario has this name; the error lists those that exist */
export function findScenario(name: string): Scenario {
  const all = [...scenarios, ...endless];
  const found = all.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new Error(
    `unknown scenario: ${name}; known scenarios: ${all.map((scenario) => scenario.name).join(", ")}`
  );
}
