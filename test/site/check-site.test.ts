import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {checkSite} from "../../tools/check-site.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "convoy-check-"));
});

afterEach(() => rmSync(folder, {recursive: true, force: true}));

function faults(files: Record<string, string>): string[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  return checkSite(folder);
}

const page = (body: string) => `<!DOCTYPE html><html lang="en"><body>${body}</body></html>`;

test("a sound site has no faults", () => {
  const body =
    '<a href="./other#part">x</a><script type="module" src="./a.js"></script><a href="https://x.org">y</a>';
  expect(
    faults({
      "index.html": page(body),
      "other.html": page('<p id="part">z</p>'),
      "a.js": 'import "./b.js";',
      "b.js": ""
    })
  ).toEqual([]);
});

test.each([
  [
    "does not compile: SyntaxError: x",
    '<div class="observablehq--inspect observablehq--error">SyntaxError: x</div>'
  ],
  ["unknown value {{ratio}}", "<p>{{ratio}}</p>"],
  ["invalid text takes NaN times", "<p>takes NaN times</p>"],
  ["unknown link ./nowhere", '<a href="./nowhere">x</a>'],
  ["unknown link #part", '<a href="#part">x</a>'],
  ["ambiguous id a", '<p id="a"></p><p id="a"></p>'],
  ["script needs the network: https://cdn.example/x.js", '<script src="https://cdn.example/x.js"></script>'],
  ["unknown import ./gone.js", '<script type="module">import "./gone.js";</script>']
])("finds: %s", (fault, body) => {
  expect(faults({"index.html": page(body)})).toEqual([`index.html: ${fault}`]);
});

test("an empty folder is no site", () => {
  expect(faults({})).toEqual([`${folder}: missing pages`]);
});
