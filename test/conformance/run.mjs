// Runs the conformance scripts: node test/conformance/run.mjs [--python PATH | --design NAME] [--jobs N] [--skip TAG] [PATTERN]
// Runs Convoy under design timeout where it says nothing; PATTERN selects scripts by a part of their name, such as "ints/" or "generators/basics.py".
import {parseArgs} from "node:util";
import {tsImport} from "tsx/esm/api";

const scripts = await tsImport("./scripts.ts", import.meta.url);

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  const options = {
    python: {type: "string"},
    design: {type: "string"},
    jobs: {type: "string", default: "2"},
    skip: {type: "string", multiple: true, default: []}
  };
  try {
    return parseArgs({options, allowPositionals: true});
  } catch (error) {
    fail(
      `${error.message}\nusage: node test/conformance/run.mjs [--python PATH | --design NAME] [--jobs N] [--skip TAG] [PATTERN]`
    );
  }
}

const {values, positionals} = readArguments();
const jobs = Number(values.jobs);
if (!Number.isInteger(jobs) || jobs < 1)
  fail(`invalid number of jobs: ${values.jobs} (a whole number from 1)`);
const real = values.python === undefined ? null : scripts.identify(values.python);
if (values.python !== undefined && !real)
  fail(`unknown Python: ${values.python} (a CPython of 2.7, or of 3.8 or later)`);

const interpreter = real ? scripts.python(real.path) : scripts.convoy(values.design);
const selected = scripts
  .listScripts(positionals[0])
  .filter(({expected}) => !expected.requires.some((tag) => values.skip.includes(tag)))
  .filter((script) => !real || scripts.judges(real, script));
const atATime = scripts.limit(jobs);
let failed = 0;
await Promise.all(
  selected.map(async (script) => {
    const found = await atATime(() => scripts.runScript(interpreter, script));
    if (found.length === 0) return;
    ++failed;
    console.log([script.name, ...found.slice(0, 16).map((line) => `    ${line}`)].join("\n"));
  })
);
console.log(`${selected.length - failed} passed, ${failed} failed`);
process.exit(failed || !selected.length ? 1 : 0);
