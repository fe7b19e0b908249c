/** `_resource`: processor time and context switches. */
import {environment} from "../environment.ts";
import {H} from "../memory/heap.ts";
import {tupleOf} from "../objects/errors.ts";
import {moduleFunctions} from "../objects/native.ts";
import {newFloat, newInt} from "../objects/numbers.ts";

moduleFunctions("_resource", {
  /** Seconds in user and in system mode, voluntary and involuntary switches; of the calling thread if `thread` is not 0. */
  "usage(thread, /)": (a) => {
    const used = environment.devices.usage(H[a] !== 0);
    return tupleOf(
      newFloat(used.user_us / 1e6),
      newFloat(used.system_us / 1e6),
      newInt(used.voluntarySwitches),
      newInt(used.involuntarySwitches)
    );
  }
});
