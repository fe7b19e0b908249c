import {
  loaders
} from "./chunk-QM3DZIYH.js";
import {
  UsageError,
  parse,
  wholeNumber
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/report.ts
var help = `convoy report [OPTIONS]

Measures what is missing or stale (about five minutes on two cores), builds the site into dist/ and serves it at an address
that it prints, until Ctrl-C.

  --build-only  stop after the build
  --recorded    do not measure: build from the runs that are committed
  --full        the repetitions that a publication needs, in up to five hours
  --force       measure again what is fresh
  --port N      port to serve at (default 3000; 0 for any that is free)

For example:

  convoy report --recorded --port 8080
`;
var command = {
  help,
  async run(args) {
    const { values } = parse("report", args, {
      "build-only": { type: "boolean" },
      recorded: { type: "boolean" },
      full: { type: "boolean" },
      force: { type: "boolean" },
      port: { type: "string" }
    });
    const port = wholeNumber("port", values.port, 0) ?? void 0;
    if (port !== void 0 && port > 65535)
      throw new UsageError(`invalid --port: ${port}; give a number from 0 to 65535`);
    const { report } = await loaders();
    const { force, recorded } = values;
    await report({
      setting: values.full ? "full" : "quick",
      force,
      recorded,
      buildOnly: values["build-only"],
      port
    });
    return 0;
  }
};
export {
  command
};
//# sourceMappingURL=report-OAS35SH2.js.map
