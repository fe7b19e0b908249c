/// Stretches of time as text, such as 3ms..3.5ms.

import type {View} from "./view.js";

const UNITS: Record<string, number> = {ns: 1, us: 1e3, ms: 1e6, s: 1e9, steps: 1e3};
const RANGE = /^(\d+(?:\.\d+)?)(ns|us|ms|s|steps)\.\.(\d+(?:\.\d+)?)(ns|us|ms|s|steps)$/;

/// Throws for what is no stretch.
export function readView(text: string): View {
  const found = RANGE.exec(text);
  const [from_ns, to_ns] =
    found === null ? [0, 0] : [Number(found[1]) * UNITS[found[2]], Number(found[3]) * UNITS[found[4]]];
  if (!(to_ns > from_ns))
    throw new Error(
      `invalid stretch of time: ${text}; write it as 3ms..3.5ms, with ${Object.keys(UNITS).join(", ")}`
    );
  return {from_ns, to_ns};
}
