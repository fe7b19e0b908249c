/// A profile of data/profiles, as it was recorded.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {PROFILES} from "../../../loaders/simulated.ts";

const {values} = parseArgs({options: {profile: {type: "string"}}});
process.stdout.write(readFileSync(join(PROFILES, `${values.profile}.json`)));
