import {expect, test} from "vitest";
import {profileText, schedulerOf} from "../../../loaders/calibrate/index.ts";
import {defaultProfile} from "../../../runtime/machines/simulated/default-profile.ts";
import {checkProfile} from "../../../runtime/machines/simulated/profile.ts";

test("a file of a profile holds the profile, each distribution on a line", () => {
  const text = profileText(defaultProfile);
  expect(checkProfile(JSON.parse(text), "p.json")).toEqual(defaultProfile);
  const distributions = text.split("\n").filter((line) => /\[ ?\d+(, \d+)+/.test(line));
  expect(distributions.length).toBeGreaterThan(3);
  for (const line of distributions) expect(line).toMatch(/\d ?\],?$/);
});

test.each([
  ["linux", "6.18.44-fc", "eevdf"],
  ["linux", "6.6.0", "eevdf"],
  ["linux", "6.5.13", "fair"],
  ["linux", "5.15.0-91-generic", "fair"],
  ["darwin", "23.1.0", "decay"]
])("the scheduler of %s %s is %s", (platform, release, scheduler) => {
  expect(schedulerOf(platform, release)).toBe(scheduler);
});
