import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {drawGraph, tellGraph} from "../../../../src/report/protocol/draw.ts";
import {flowOf, METHODS} from "../../../../src/report/protocol/flow.ts";
import type {Graph} from "../../../../src/report/protocol/graph.ts";
import {readDesignSources} from "../../../../src/report/protocol/syntax.ts";

const sources = readDesignSources();
const flow = (design: string, method: (typeof METHODS)[number]) => flowOf(sources.get(design)!, method, 5000);
const says = (graph: Graph) => graph.nodes.flatMap(({lines}) => lines);
const from = (graph: Graph, line: string) => {
  const node = graph.nodes.find(({lines}) => lines.includes(line))!;
  return graph.edges
    .filter((edge) => edge.from === node.id)
    .map(({to, label}) => [label, graph.nodes.find(({id}) => id === to)!.lines[0] ?? "·"]);
};

test("a wait says its time-out, and leads on by what holds then", () => {
  const graph = flow("timeout", "acquire");
  expect(says(graph)).toContain("wait on cond, 5 ms");
  expect(from(graph, "wait on cond, 5 ms")).toEqual([
    ["locked", "·"],
    ["not locked", "lock switch_mutex"]
  ]);
  expect(graph.edges.map(({label}) => label)).toContain("timed out, switch_number = saved");
});

test("what a variant overrides is drawn as it has it, and marked", () => {
  const parting = flow("fair", "acquire").edges.find(({own}) => own)!;
  expect(parting.label).toBe("locked or (waiting > 0 and last_owner = t)");
  expect(says(flow("holy", "acquire")).join("\n")).toMatch(/wait on cond, 1 µs if .*, else 5 ms/);
  expect(flow("roundrobin", "acquire").edges.some(({own}) => own)).toBe(false);
});

test("acquire, release and check are named in one another, and other methods drawn in place", () => {
  expect(from(flow("tick", "check"), "release")).toEqual([["", "acquire"]]);
  expect(says(flow("interactive", "check"))).toContain("release, as Timeout has it");
  expect(says(flow("pypy", "check"))).toContain("lock mutex_gil_stealer");
});

test.each([...sources.keys()].flatMap((name) => METHODS.map((method) => [name, method] as const)))(
  "%s, %s: one start, one end, all reached, nothing undefined",
  (name, method) => {
    const graph = flow(name, method);
    expect(graph.nodes.filter(({kind}) => kind === "start")).toHaveLength(1);
    expect(graph.nodes.filter(({kind}) => kind === "end")).toHaveLength(1);
    const reached = new Set([graph.nodes[0].id]);
    for (const id of reached) for (const edge of graph.edges) if (edge.from === id) reached.add(edge.to);
    expect(reached.size).toBe(graph.nodes.length);
    const drawn = drawGraph(graph, `${method} of ${name}`);
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
    expect(tellGraph(graph)).not.toMatch(/undefined|\n/);
  }
);

test("a design that nobody has seen before is read from its file, loops, switches and all", () => {
  const folder = mkdtempSync(join(tmpdir(), "convoy-designs-"));
  try {
    writeFileSync(
      join(folder, "odd.ts"),
      `class Odd {
  constructor(place) { this.turn = new Word(place.region, "turn"); }
  *acquire(t) {
    do { yield this.turn.compareExchange(0, t); } while ((yield this.turn.load) !== t);
    for (const other of this.others) { if (other === t) continue; yield this.turn.load; }
    switch (t) { case 1: yield this.turn.load; }
    while (this.busy()) yield this.place.sleep(2000000);
  }
  busy() { for (;;) return true; }
  *release(t) { yield* helper(t); }
  *check(t) {}
}
export const odd = {name: "odd", create: (place) => new Odd(place)};
`
    );
    const odd = readDesignSources(folder).get("odd")!;
    const graph = flowOf(odd, "acquire", 5000);
    expect(says(graph)).toContain("turn ← t if it is 0");
    expect(says(graph)).toContain("sleep 2 ms");
    expect(says(flowOf(odd, "release", 5000))).toContain("helper(t)");
    expect(drawGraph(graph, "odd")).not.toContain("NaN");
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
