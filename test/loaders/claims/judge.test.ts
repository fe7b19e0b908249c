import * as fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {Claim, Estimate, Evidence, Proof, Source} from "../../../loaders/claims/claim.ts";
import {judge, numberOf} from "../../../loaders/claims/judge.ts";
import {
  divided,
  figureIs,
  isBuilt,
  isPredicted,
  isProved,
  quotientIs
} from "../../../loaders/claims/measures.ts";
import {above, below} from "../../../loaders/claims/rules.ts";
import type {FigureRow} from "../../../loaders/fit/dataset.ts";
import {publishedFigures} from "../../../loaders/published.ts";

const published = await publishedFigures();
const EMPTY: Evidence = {published, estimates: [], proofs: [], fitted: []};

const row = (columns: Partial<Estimate>): Estimate => ({
  dataset: "contention",
  cell: "host/tick/fixed/2-cores",
  machine: "host",
  design: "tick",
  interpreter: "convoy 0",
  cores: 2,
  work: "fixed",
  threads: 2,
  main: null,
  spinners: null,
  interval_ms: null,
  check_interval_ticks: null,
  metric: "slowdown_ratio",
  unit: "",
  estimate: 1.8,
  low: 1.5,
  high: 2,
  level: 0.95,
  repetitions: 9,
  ...columns
});

const slowdown = {dataset: "contention", metric: "slowdown_ratio"};
const claim = (more: Partial<Claim>): Claim => ({
  id: "a",
  statement: "A.",
  page: "/contention",
  say: () => "said",
  measures: [figureIs(slowdown, above(1), "slowdown_ratio")],
  ...more
});
const source = (...claims: Claim[]): Source => ({
  key: "s",
  title: "S",
  who: "S",
  when: "2010",
  read: "secondary",
  note: "",
  url: "",
  claims
});
const judged = (more: Partial<Claim>, evidence: Partial<Evidence>) =>
  judge([source(claim(more))], {...EMPTY, ...evidence})[0];

describe("judge", () => {
  test("puts the figures beside the claim, each with its verdict", () => {
    expect(judged({}, {estimates: [row({}), row({metric: "check_ns"})]})).toMatchObject({
      verdict: "holds",
      decided_by: "host",
      by_kind: {host: "holds"},
      why: null,
      readings: [{kind: "host", design: "tick", estimate: 1.8, verdict: "holds"}]
    });
  });

  test("lets native figures decide, then host, then simulated ones, and keeps them apart", () => {
    const against = {estimate: 0.5, low: 0.4, high: 0.6};
    const estimates = [row({}), row({machine: "simulated", ...against})];
    expect(judged({}, {estimates})).toMatchObject({
      verdict: "holds",
      by_kind: {host: "holds", simulated: "does not hold"}
    });
    expect(judged({}, {estimates: [...estimates, row({machine: "native", ...against})]})).toMatchObject({
      verdict: "does not hold",
      decided_by: "native"
    });
  });

  test("leaves out the series that is paced to CPython's checks", () => {
    expect(judged({}, {estimates: [row({cell: "host/tick/fixed/2-cores/paced"})]}).verdict).toBe(
      "not tested"
    );
  });

  test("gives the reason that is bound to the verdict, and no other", () => {
    const why = {"does not hold": "because"};
    expect(judged({why}, {estimates: [row({})]}).why).toBeNull();
    expect(judged({why}, {estimates: [row({low: 0.5, high: 0.6})]}).why).toBe("because");
    expect(judged({why}, {estimates: [row({low: 0.5, high: 2})]}).why).toContain("interval");
    expect(judged({why}, {}).why).toContain("not there yet");
    expect(judged({why, untested: "no way"}, {}).why).toBe("no way");
  });

  test("takes the weakest label of its figures, or the source's", () => {
    expect(judged({}, {}).evidence).toBe("secondary");
    expect(judged({evidence: "primary"}, {}).evidence).toBe("primary");
    expect(judged({published: ["dask-2021-01"]}, {}).evidence).toBe("primary");
    expect(judged({published: ["dask-2021-01", "beazley-2009-01"]}, {}).evidence).toBe("secondary");
  });

  test("refuses a figure that is not there", () => {
    expect(() => judged({published: ["nobody-01"]}, {})).toThrow("unknown published figure: nobody-01");
  });

  test("reads what marks a bound or an approximation", () => {
    expect(["<=2", "~10", ">=30", "5-10"].map(numberOf)).toEqual([2, 10, 30, 5]);
  });
});

describe("a quotient", () => {
  test("has the ends that are furthest apart, and contains every quotient of two values", () => {
    const interval = fc
      .tuple(fc.integer({min: 1, max: 50}), fc.integer({min: 1, max: 50}), fc.integer({min: 1, max: 50}))
      .map((values) => values.sort((a, b) => a - b))
      .map(([low, estimate, high]) => ({low, estimate, high}));
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const {low, estimate, high} = divided(a, b);
        expect(low!).toBeLessThanOrEqual(estimate!);
        expect(estimate!).toBeLessThanOrEqual(high!);
        expect(a.low / b.low).toBeGreaterThanOrEqual(low!);
        expect(a.high / b.high).toBeLessThanOrEqual(high!);
      })
    );
  });

  test("is of figures of the same kind, by what they share", () => {
    const measures = [
      quotientIs(
        {
          over: {...slowdown, designs: ["timeout"]},
          under: {...slowdown, designs: ["tick"]},
          by: ["cores"]
        },
        below(1),
        "new over old"
      )
    ];
    const estimates = [row({}), row({design: "timeout", estimate: 1, low: 0.9, high: 1.1})];
    expect(judged({measures}, {estimates}).readings).toMatchObject([{design: "timeout", verdict: "holds"}]);
    const elsewhere = row({design: "timeout", machine: "native"});
    expect(judged({measures}, {estimates: [estimates[0], elsewhere]}).verdict).toBe("not tested");
  });
});

test("what the checker found is a fact of its designs", () => {
  const proof: Proof = {
    design: "fair",
    scenario: "spin-spin",
    pass: "endless",
    complete: true,
    verdict: "holds",
    violated: null,
    starved: "nobody",
    starved_by_one: "nobody"
  };
  const found = ([{starved}]: Proof[]) => ({text: `${starved}`, holds: starved === "nobody"});
  const measures = [isProved(["fair", "bfs"], ({pass}) => pass === "endless", found, "starvation")];
  expect(judged({measures}, {proofs: [proof]})).toMatchObject({
    verdict: "holds",
    decided_by: "checked",
    readings: [{kind: "checked", design: "fair", text: "nobody"}]
  });
  expect(judged({measures}, {proofs: [{...proof, starved: "0<1"}]}).verdict).toBe("does not hold");
});

test("a constant of the runtime is compared with the published one", () => {
  const of = (value: number) => judged({measures: [isBuilt("tick", value, "ticks", "cpython-ceval-01")]}, {});
  expect([of(100).verdict, of(99).verdict]).toEqual(["holds", "does not hold"]);
});

test("a simulated machine's figure is taken with its seeds, over another's where one is named", () => {
  const figure = (id: string, p50: number) =>
    ({
      figure: id,
      machine: "macbook-2009",
      simulated_p50: p50,
      simulated_min: p50,
      simulated_max: p50
    }) as FigureRow;
  const measures = [isPredicted("beazley-2009-02", "beazley-2009-01", above(1), "two over one")];
  expect(judged({measures}, {fitted: [figure("beazley-2009-02", 40)]}).verdict).toBe("not tested");
  const fitted = [figure("beazley-2009-02", 40), figure("beazley-2009-01", 20)];
  expect(judged({measures}, {fitted}).readings).toMatchObject([
    {kind: "simulated", interpreter: "macbook-2009", estimate: 2, verdict: "holds"}
  ]);
});
