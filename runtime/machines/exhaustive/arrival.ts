import type {Design} from "../../designs/design.ts";
import type {Cell, Steps} from "../steps.ts";

/** A signal of the operating system: it is marked as pending, then the design is told. */
export function* arrival(design: Design, pending: Cell): Steps {
  pending.value = 1;
  yield* design.signalled();
}
