import {expect, test} from "vitest";
import {DEFAULTS, readDraft} from "../../../src/try-it/settings.ts";

const KNOWN = {designs: ["tick", "timeout"], schedulers: ["fair", "decay"]};
const read = (changes: object) => readDraft({...DEFAULTS, source: "", ...changes}, KNOWN);

test("the usual settings are sound", () => {
  expect(read({})).toEqual({
    settings: {source: "", designs: ["tick", "timeout"], cores: 2, scheduler: "fair", seed: 1, limit_s: 1},
    problems: {}
  });
});

test.each([
  [
    {cores: " 1024 ", seed: "4294967295", limit: ".5"},
    {cores: 1024, seed: 4294967295, limit_s: 0.5}
  ],
  [{designs: ["timeout", "tick"]}, {designs: ["tick", "timeout"]}]
])("reads %j", (changes, expected) => {
  const {settings, problems} = read(changes);
  expect(problems).toEqual({});
  expect(settings).toMatchObject(expected);
});

test.each([
  [{designs: []}, {designs: "missing design: choose at least one"}],
  [{designs: ["tick", "gil"]}, {designs: "unknown design: gil; there are tick, timeout"}],
  [{scheduler: "cfs"}, {scheduler: "unknown scheduler: cfs; there are fair, decay"}],
  [{cores: "2000"}, {cores: "number of cores too large: 2000; give a whole number from 1 to 1024"}],
  [{cores: "0"}, {cores: "number of cores too small: 0; give a whole number from 1 to 1024"}],
  [{cores: "two"}, {cores: "invalid number of cores: two; give a whole number from 1 to 1024"}],
  [{cores: ""}, {cores: "missing number of cores: give a whole number from 1 to 1024"}],
  [{seed: "-1"}, {seed: "invalid seed: -1; give a whole number from 0 to 4294967295"}],
  [{limit: "0"}, {limit: "invalid limit: 0; give virtual seconds, above 0 and up to 10"}],
  [{limit: "1e99"}, {limit: "invalid limit: 1e99; give virtual seconds, above 0 and up to 10"}]
])("says what is wrong with %j", (changes, problems) => {
  expect(read(changes).problems).toEqual(problems);
});
