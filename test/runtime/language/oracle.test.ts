// The same sources through this compiler and a real CPython 3.11: the same code objects, instruction for instruction.

import {spawnSync} from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {difference, findPython, Oracle, plainCompile} from "./oracle.ts";
import {SYNTAX_ERRORS} from "./syntax-errors.ts";

const python = findPython();
if (python === null)
  console.log("no CPython 3.11 on PATH or in ~/.pyenv/versions: the compiler is not compared with it");

const here = path.dirname(fileURLToPath(import.meta.url));

/** Files of Python's own library that use what Convoy supports, by what they are rich in. */
const LIBRARY = [
  "abc.py",
  "argparse.py", // multi-line calls and f-strings
  "calendar.py", // nested loops, % formatting
  "collections/__init__.py", // metaprogramming, namedtuple
  "decimal.py",
  "email/_header_value_parser.py",
  "datetime.py", // large classes
  "enum.py", // metaclasses
  "fractions.py",
  "functools.py", // closures
  "heapq.py",
  "json/decoder.py",
  "queue.py",
  "random.py",
  "socket.py",
  "textwrap.py",
  "threading.py",
  "typing.py"
];

describe.skipIf(python === null)("compile, beside CPython 3.11", () => {
  let oracle: Oracle;
  let library: string;

  beforeAll(() => {
    oracle = new Oracle(python!);
    const asked = spawnSync(python!, ["-c", "import os; print(os.path.dirname(os.__file__))"], {
      encoding: "utf8"
    });
    library = asked.stdout.trim();
  });

  afterAll(() => oracle.close());

  it("snippets of every kind", async () => {
    const file = path.join(here, "snippets.py");
    expect(difference(await oracle.compile(file), plainCompile(file))).toBeNull();
  });

  it.each(LIBRARY)("its library's %s, columns included", async (name) => {
    const file = path.join(library, name);
    expect(difference(await oracle.compile(file), plainCompile(file), "<module>", true)).toBeNull();
  });

  it("the messages of the table of syntax errors", async () => {
    const folder = fs.mkdtempSync(path.join(fs.realpathSync("/tmp"), "convoy-syntax-"));
    const file = path.join(folder, "program.py");
    try {
      for (const [source, message, line] of SYNTAX_ERRORS) {
        fs.writeFileSync(file, source);
        const [kind, text, at] = (await oracle.compile(file)).error!;
        expect([kind === "SyntaxError" ? text : `${kind}: ${text}`, at], source).toEqual([message, line]);
      }
    } finally {
      fs.rmSync(folder, {recursive: true});
    }
  });
});
