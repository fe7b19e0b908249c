import {rmSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ARENA} from "../../../../runtime/objects/layout.ts";
import {DIED_MS, type Program} from "./stub.ts";
import {bundleHost} from "./stub-run.ts";

const COUNTER = ARENA;
/** A run that hangs has failed; one that is late has not. */
const PATIENCE_MS = 60_000;
const DESIGNS = ["tick", "tick-condition", "timeout"];
let host: Awaited<ReturnType<typeof bundleHost>>;
beforeAll(async () => {
  host = await bundleHost();
});
afterAll(() => rmSync(host.outdir, {recursive: true}));

const threads = (n: number, body: Program[number]): Program => [
  [
    ...Array.from({length: n}, (_, i) => ["start", i + 1] as const),
    ...Array.from({length: n}, (_, i) => ["join", i + 1] as const)
  ] as Program[number],
  ...Array.from({length: n}, () => body)
];

describe.each(DESIGNS)("under %s", (design) => {
  it(
    "one thread at a time holds the lock",
    async () => {
      const supervisor = host.supervise(threads(3, [["count", 200_000]]), {design, switchInterval_us: 100});
      const {failure, metrics} = await host.runAll(supervisor);
      expect(failure).toBeNull();
      expect(supervisor.memory[COUNTER]).toBe(600_000);
      for (const thread of metrics.threads) expect(thread.releases).toBe(thread.acquisitions);
      expect(metrics.threads.length).toBe(4);
    },
    PATIENCE_MS
  );

  it(
    "threads that block and lock make progress",
    async () => {
      const body: Program[number] = [];
      for (let i = 0; i < 30; i++) body.push(["lock", 0], ["sleep", 20_000], ["count", 100], ["unlock", 0]);
      const supervisor = host.supervise(threads(3, body), {design});
      const {failure} = await host.runAll(supervisor);
      expect(failure).toBeNull();
      expect(supervisor.memory[COUNTER]).toBe(9_000);
    },
    PATIENCE_MS
  );

  it(
    "ends without waiting for threads that never end",
    async () => {
      const program: Program = [
        [
          ["start", 1],
          ["start", 2],
          ["lock", 0],
          ["start", 3],
          ["sleep", 5e7]
        ],
        [["work", 1e9]],
        [["sleep", 1e12]],
        [["lock", 0]]
      ];
      const {failure, status} = await host.run(program, {design});
      expect(failure).toBeNull();
      expect(status).toBe(0);
    },
    PATIENCE_MS
  );

  it(
    "wakes a sleeping main thread for each signal",
    async () => {
      const program: Program = [
        [
          ["handle", 10],
          ["start", 1],
          ["sleep-until-signals", 20]
        ],
        []
      ];
      for (let i = 0; i < 20; i++)
        program[1].push(["sleep", 300_000 * (i % 4)], ["kill-self", 10], ["seen", i + 1]);
      const {failure} = await host.run(program, {design});
      expect(failure).toBeNull();
    },
    PATIENCE_MS
  );

  it(
    "runs handlers while other threads spin",
    async () => {
      const program: Program = [
        [
          ["handle", 10],
          ["start", 1],
          ["start", 2],
          ["until-signals", 5]
        ],
        [["work", 1e9]],
        []
      ];
      for (let i = 0; i < 5; i++) program[2].push(["kill-self", 10], ["seen", i + 1]);
      const {failure} = await host.run(program, {design});
      expect(failure).toBeNull();
    },
    PATIENCE_MS
  );

  it(
    "says within a second when a worker dies that holds the lock",
    async () => {
      const program: Program = [
        [
          ["start", 1],
          ["work", 1e9]
        ],
        [["work", 50], ["exit"]]
      ];
      const taken_ms: number[] = [];
      // A machine that is busy with other things may be late once or twice.
      while (taken_ms.length < 5 && !(Math.min(...taken_ms) < 1000)) {
        const supervisor = host.supervise(program, {design});
        const {failure, status} = await supervisor.run();
        const died_ms = new Float64Array(supervisor.memory.buffer)[DIED_MS];
        taken_ms.push(performance.timeOrigin + performance.now() - died_ms);
        await supervisor.close();
        expect(failure).toMatch(/^thread 1 died while it held the interpreter lock: its worker exited/);
        expect(status).not.toBe(0);
      }
      expect(Math.min(...taken_ms)).toBeLessThan(1000);
    },
    PATIENCE_MS
  );
});

describe("the main thread's wait for a lock", () => {
  const program: Program = [
    [
      ["handle", 10],
      ["start", 1],
      ["join", 1],
      ["status", 3]
    ],
    [
      ["kill-self", 10],
      ["sleep", 2e7]
    ]
  ];
  it(
    "is over with the lock, with or without a signal",
    async () => {
      for (const design of DESIGNS) expect((await host.run(program, {design})).status).toBe(3);
    },
    PATIENCE_MS
  );
});

it(
  "says what went wrong inside a thread",
  async () => {
    const {failure} = await host.run([[["throw"]]]);
    expect(failure).toMatch(/^thread 0 died while it held the interpreter lock: Error: thrown on purpose/);
  },
  PATIENCE_MS
);

it(
  "ends although a thread never comes back from the interpreter",
  async () => {
    const {failure} = await host.run([
      [
        ["start", 1],
        ["sleep", 1e8]
      ],
      [["sleep", 5e7], ["sleep", 5e7], ["hang"]]
    ]);
    expect(failure).toBeNull();
  },
  PATIENCE_MS
);

it(
  "gives the program's exit status",
  async () => {
    expect((await host.run([[["status", 7]]])).status).toBe(7);
  },
  PATIENCE_MS
);

it(
  "traces each thread in the order of time",
  async () => {
    const {trace, metrics} = await host.run(
      threads(2, [
        ["count", 5_000],
        ["sleep", 1000]
      ]),
      {trace: true}
    );
    const rows = trace!.rows;
    expect(rows.every((row, i) => i === 0 || row.time_ns >= rows[i - 1].time_ns)).toBe(true);
    for (const {thread, acquisitions} of metrics.threads)
      expect(rows.filter((row) => row.thread === thread && row.event === "acquire").length).toBe(
        acquisitions
      );
    expect(holders(rows)).toBeLessThanOrEqual(1);
  },
  PATIENCE_MS
);

/** Most threads that held the lock at once, by a trace: a release is noted before it, an acquisition after it. */
function holders(rows: {thread: number; event: string}[]): number {
  const held = new Set<number>();
  let most = 0;
  for (const {thread, event} of rows) {
    if (event === "acquire") held.add(thread);
    if (event === "release") held.delete(thread);
    most = Math.max(most, held.size);
  }
  return most;
}
