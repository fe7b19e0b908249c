import {expect, test} from "vitest";
import {DEFAULTS, readDraft} from "../../../src/try-it/settings.ts";

const KNOWN = {designs: ["tick", "timeout"], profiles: ["default", "mine"], schedulers: ["fair", "decay"]};
const read = (changes: object) => readDraft({...DEFAULTS, source: "", ...changes}, KNOWN);

test("the usual settings are sound", () => {
  expect(read({})).toEqual({
    settings: {
      source: "",
      designs: ["tick", "timeout"],
      cores: 2,
      profile: "default",
      pin: false,
      scheduler: "as-profiled",
      switchInterval_us: 5000,
      checkInterval: 100,
      seed: 1,
      limit_s: 1
    },
    problems: {}
  });
});

test.each([
  [
    {cores: " 1024 ", seed: "4294967295", limit: ".5"},
    {cores: 1024, seed: 4294967295, limit_s: 0.5}
  ],
  [
    {profile: "mine", placement: "pinned", scheduler: "decay", interval: ".0015", check: "0"},
    {profile: "mine", pin: true, scheduler: "decay", switchInterval_us: 2, checkInterval: 0}
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
  [{scheduler: "cfs"}, {scheduler: "unknown scheduler: cfs; there are as-profiled, fair, decay"}],
  [{profile: "yours"}, {profile: "unknown profile: yours; there are default, mine"}],
  [{placement: "no"}, {placement: "unknown placement: no; there are free, pinned"}],
  [{interval: "0"}, {interval: "invalid switch interval: 0; give milliseconds, from 0.001 to 10000"}],
  [{interval: ""}, {interval: "missing switch interval: give milliseconds, from 0.001 to 10000"}],
  [{interval: "."}, {interval: "invalid switch interval: .; give milliseconds, from 0.001 to 10000"}],
  [{check: "1.5"}, {check: "invalid check interval: 1.5; give a whole number from 0 to 1000000"}],
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
