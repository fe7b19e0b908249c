import {build, type Plugin} from "esbuild";
import {beforeAll, describe, expect, it} from "vitest";
import type {Descriptor, Design} from "../../runtime/designs/index.ts";
import {designs} from "../../runtime/designs/index.ts";
import {BREAK_DROP, BREAKER, CHECK_INTERVAL, SWITCH_INTERVAL_US} from "../../runtime/objects/layout.ts";
import {template} from "../../tools/cli/design-template.ts";
import {compileSteps, stepsPlugin} from "../../tools/steps-plugin.mjs";
import {type DuringWait, MAIN, MEMORY_WORDS, OTHER, rig, settings} from "../runtime/designs/perform.ts";

describe("compileSteps", () => {
  it("makes a step a call and a generator a function", () => {
    expect(compileSteps("class A { *lock(): Steps { yield this.mutex.lock; } }", "a.ts")).toBe(
      "class A {  lock(): Steps { this.mutex.lock(); } }"
    );
  });
  it("keeps lines", () => {
    const source = "class A {\n  /** Takes it. */\n  *lock(): Steps {\n    yield this.mutex.lock;\n  }\n}\n";
    expect(compileSteps(source, "a.ts")).toBe(
      "class A {\n  /** Takes it. */\n   lock(): Steps {\n    this.mutex.lock();\n  }\n}\n"
    );
  });
  it("keeps operands, and calls what is delegated to", () => {
    expect(compileSteps("function* f() { const x = (yield w.add(2)) + 1; yield* g(x); }", "a.ts")).toBe(
      "function  f() { const x = (w.add(2)) + 1; g(x); }"
    );
  });
  it("refuses a step that it cannot call", () => {
    expect(() => compileSteps("\nfunction* f() { yield step; }", "a.ts")).toThrow(
      /^invalid step: yield step \(a.ts:2\)/
    );
  });
});

const TEMPLATE = template.replaceAll("NAME", "mine").replaceAll("TYPE", "Mine");

/** Resolves "mine", a design that `convoy new design` writes, whose text goes through `text`. */
function mine(text: (source: string) => string): Plugin {
  return {
    name: "mine",
    setup({onResolve, onLoad}) {
      onResolve({filter: /^mine$/}, () => ({path: "mine.ts", namespace: "mine"}));
      onResolve({filter: /^convoy$/}, () => ({path: `${ROOT}runtime/designs/vocabulary.ts`}));
      onLoad({filter: /.*/, namespace: "mine"}, () => ({
        contents: text(TEMPLATE),
        loader: "ts",
        resolveDir: ROOT
      }));
    }
  };
}

const ROOT = new URL("../..", import.meta.url).pathname;

async function bundled(contents: string, plugins: Plugin[]) {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: ROOT, loader: "ts"},
    bundle: true,
    write: false,
    format: "esm",
    plugins
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

// biome-ignore lint/suspicious/noExplicitAny: the modules are made by the test
let compiled: any;
/** The designs as generators, that of the template last. */
let generators: readonly Descriptor[];
beforeAll(async () => {
  const both = `import mine from "mine"; import {designs as ours} from "./runtime/designs/index.ts";
    export const designs = [...ours, mine]; export * as steps from "./runtime/machines/host/steps.ts";`;
  compiled = await bundled(both, [mine((source) => compileSteps(source, "mine.ts")), stepsPlugin()]);
  const plain = await bundled('export {default} from "mine";', [mine((source) => source)]);
  generators = [...designs, plain.default];
});

/** What a test does with a design, as the names of its pieces with the thread that performs them. */
type Script = (design: Design, memory: Int32Array, perform: (piece: unknown) => void) => void;
const scripts: Record<string, Script> = {
  "nobody else": (design, _memory, perform) => {
    for (let i = 0; i < 3; i++) {
      perform(design.acquire(MAIN));
      perform(design.check(MAIN));
      perform(design.release(MAIN));
    }
  },
  "a waiter that asks": (design, memory, perform) => {
    perform(design.acquire(OTHER));
    perform(design.acquire(MAIN));
    memory[BREAKER] |= BREAK_DROP;
    perform(design.check(MAIN));
    perform(design.signalled());
  }
};

/** What the word that says whether the lock is free holds then, by its name. */
const FREE: Record<string, number> = {
  interpreter_lock: 1,
  locked: 0,
  served: 1,
  rpy_fastgil: 0,
  bfs_thread: MAIN
};

/** Two time-outs, and then the holder has released. */
function releasedLater(descriptor: Descriptor): DuringWait {
  const word = rig(descriptor).placed.find(({name}) => name in FREE)!;
  let waits = 0;
  return (memory) => {
    if (++waits < 3) return 1;
    memory[word.at] = FREE[word.name];
    return 0;
  };
}

/** The log of a compiled design: every function of the vocabulary writes itself down, but for calls inside one. */
function compiledLog(index: number, script: Script, duringWait: DuringWait): string[] {
  const memory = new Int32Array(new SharedArrayBuffer(MEMORY_WORDS * 4));
  settings(memory);
  const log: string[] = [];
  const parking = {wait: () => duringWait(memory), wake: () => {}};
  const note = (_t: number, event: number) => log.push(`note ${event}`);
  const silent = () => {};
  const {HostRegion, Word, Cell} = compiled.steps;
  const region = new HostRegion({memory, start: 1024, words: 3072, initialise: true}, parking, silent);
  const place = {
    region,
    breaker: new Word(region, "breaker", 0, BREAKER),
    switchInterval_us: new Cell(region, "switch_interval", 0, SWITCH_INTERVAL_US),
    checkInterval: new Cell(region, "check_interval", 0, CHECK_INTERVAL),
    signalPending: () => false,
    isMain: (t: number) => t === MAIN,
    priorityOf: (t: number) => (t === MAIN ? 0 : -1),
    handleSignals: () => false,
    note
  };
  const design = (compiled.designs[index] as Descriptor).create(place);
  const restore = record(log);
  script(design, memory, () => {});
  restore();
  return log;
}

const RECORDED: Record<string, string[]> = {
  Mutex: ["lock", "unlock"],
  Condition: ["wait", "signal", "broadcast"],
  ThreadCondition: ["wait", "signal"],
  Semaphore: ["take", "post"],
  Word: ["load", "store", "add", "exchange", "compareExchange", "or", "and", "spin"],
  Clock: ["advance"]
};
/** Steps whose name is not that of the function. */
const NAMES: Record<string, string> = {advance: "clock"};

/** What the vocabulary's classes have: an address, or one in each thread's block. */
interface Word {
  at?: number;
  offset?: number;
}

function record(log: string[]): () => void {
  let depth = 0;
  const originals: (() => void)[] = [];
  for (const [name, operations] of Object.entries(RECORDED)) {
    const prototype = compiled.steps[name].prototype;
    for (const operation of operations) {
      const original = prototype[operation];
      prototype[operation] = function (this: Word, ...operands: (number | {at: number})[]) {
        const numbers = operands.map((operand) => (typeof operand === "number" ? operand : operand.at));
        const at = this.at ?? numbers.shift()! + this.offset!;
        if (operation === "wait" && numbers.length === 1) numbers.push(Number.POSITIVE_INFINITY);
        if (depth === 0)
          log.push([NAMES[operation] ?? operation, at, ...numbers.filter((n) => n !== 0)].join(" "));
        depth++;
        try {
          return original.apply(this, operands);
        } finally {
          depth--;
        }
      };
      originals.push(() => {
        prototype[operation] = original;
      });
    }
  }
  return () => {
    for (const restore of originals) restore();
  };
}

describe.each(Object.entries(scripts))("with %s", (_name, script) => {
  it.each([...designs.map(({name}) => name), "mine"].map((name, index) => [name, index] as const))(
    "%s performs the same steps compiled",
    (_design, index) => {
      const descriptor = generators[index];
      const {design, memory, log, perform} = rig(descriptor, releasedLater(descriptor));
      script(design, memory, (piece) => perform(piece as ReturnType<Design["acquire"]>));
      expect(compiledLog(index, script, releasedLater(descriptor))).toEqual(log);
      expect(log.length).toBeGreaterThan(5);
    }
  );
});
