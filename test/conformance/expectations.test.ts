import {describe, expect, it} from "vitest";
import {differences, holdsFor, parseExpectations} from "./expectations.ts";

const source = `# Shows something.
# requires: threads network
# python: 3.10-3.12
print(1)  # expect: 1
for i in range(2):
    print(i)
    # expect: 0
    # expect: 1
print()
# expect:
# exit: 3
# stderr: Traceback (most recent call last):
# stderr: KeyError: 1
`;
const expected = parseExpectations(source);
const good = {
  stdout: "1\n0\n1\n\n",
  stderr: 'Traceback (most recent call last):\n  File "/a/b.py"\nKeyError: 1\n',
  exit: 3
};

describe("parseExpectations", () => {
  it("collects the comments from top to bottom", () => {
    expect(expected).toEqual({
      title: "Shows something.",
      stdout: ["1", "0", "1", ""],
      stderr: ["Traceback (most recent call last):", "KeyError: 1"],
      exit: 3,
      requires: ["threads", "network"],
      python: ["3.10", "3.12"]
    });
  });
  it("names what it does not know", () => {
    expect(() => parseExpectations("print(1)")).toThrow("missing opening comment");
    expect(() => parseExpectations("# T.\n# requires: gpu")).toThrow("unknown requirement: gpu");
    expect(() => parseExpectations("# T.\n# exit: x")).toThrow("invalid exit status: x");
    expect(() => parseExpectations("# T.\n# python: 2")).toThrow("invalid Python versions: 2");
  });
});

describe("holdsFor", () => {
  it("compares versions by number", () => {
    expect(["3.9", "3.10", "3.12", "3.13"].map((version) => holdsFor(expected, version))).toEqual([
      false,
      true,
      true,
      false
    ]);
    expect(holdsFor(parseExpectations("# T."), "3.14")).toBe(true);
  });
});

describe("differences", () => {
  it("is empty for a run that agrees", () => {
    expect(differences(expected, good, "/a/b.py")).toEqual([]);
  });
  it("reads the script's path in a traceback as its base name", () => {
    const traceback = parseExpectations('# T.\n# stderr:   File "b.py", line 1');
    const outcome = {stdout: "", stderr: '  File "/a/b.py", line 1\n', exit: 0};
    expect(differences(traceback, outcome, "/a/b.py")).toEqual([]);
  });
  it("tells the first line that differs, missing error lines and the status", () => {
    expect(differences(expected, {...good, stdout: "1\n0\n"}, "b.py")[0]).toBe("stdout line 3");
    expect(differences(expected, {...good, stdout: `${good.stdout}more\n`}, "b.py")[2]).toContain("more");
    expect(differences(expected, {...good, stderr: "KeyError: 1\n"}, "b.py")[0]).toBe("stderr");
    expect(differences(expected, {...good, exit: 0}, "b.py")).toContain("  actual:   0");
  });
});
