/// The heap as it is before any program, from the build: `heap` and, for designs that count ticks, `heap-ticks`.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {ROOT} from "../../loaders/root.ts";

const {values} = parseArgs({options: {heap: {type: "string"}}});
process.stdout.write(readFileSync(join(ROOT, "build", `${values.heap}.bin`)));
