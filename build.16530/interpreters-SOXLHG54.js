import {
  findInterpreters,
  nativeName
} from "./chunk-I44PBWKV.js";
import "./chunk-5FFENWPN.js";
import {
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/interpreters.ts
var help = `convoy interpreters [--json]

Finds the Pythons on this computer: python2*, python3* (free-threaded builds too), pypy* and jython on PATH and in
~/.pyenv/versions; or, where CONVOY_PYTHONS is set, those that it names, separated as PATH is. Says of each its version,
whether it has a GIL, its lock, its path, and what it was built with. For example:

  convoy interpreters
  convoy run --machine native:pypy-7.3.11 count.py
  convoy data contention --machine native:cpython-2.7.18
`;
var command = {
  help,
  async run(args) {
    const { values } = parse("interpreters", args, { json: { type: "boolean" } });
    const found = await findInterpreters(process.env, (text) => process.stderr.write(`convoy: ${text}
`));
    process.stdout.write(values.json ? `${JSON.stringify(found.map(described), null, 1)}
` : inWords(found));
    return 0;
  }
};
var described = (native) => {
  const { implementation, version, python, gil, design, build, path } = native;
  return { name: nativeName(native), implementation, version, python, gil, design, build, path };
};
function inWords(found) {
  if (found.length === 0) return "no Python was found; install one, or name one in CONVOY_PYTHONS\n";
  const rows = found.map((native) => [
    nativeName(native),
    `Python ${native.python}`,
    native.gil ? "GIL" : "no GIL",
    native.design,
    native.path
  ]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row, i) => {
    const line = row.map((text, column) => text.padEnd(widths[column])).join("  ");
    return `${line.trimEnd()}
${" ".repeat(4)}${flags(found[i].build)}`.trimEnd();
  });
  return `${lines.join("\n")}
`;
}
function flags(build) {
  const [compiler, ...rest] = build.split(/ (?=')/);
  const telling = rest.map((flag) => flag.replaceAll("'", "")).filter((flag) => TELLING.test(flag));
  return [compiler, ...telling].join(" ");
}
var TELLING = /^--(enable|disable|with|without)-[^/]*$/;
export {
  command
};
//# sourceMappingURL=interpreters-SOXLHG54.js.map
