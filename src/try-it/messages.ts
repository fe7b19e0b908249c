/// What the page and its worker say to each other.

import type {Finished} from "./run.js";
import type {Settings} from "./settings.js";

/// Runs the program under each of its designs, in turn. A page sends the next request after `done`.
export interface Request {
  settings: Settings;
  /// Address of the heap's snapshot for each design.
  heaps: Record<string, string>;
  /// Address of the profile, or null: the machine's own.
  profile: string | null;
}

export type Message =
  | {kind: "bytecode"; text: string}
  /// The program does not compile; nothing runs. `text` is what Python would print; line and columns count from 1.
  | {kind: "syntax"; text: string; line: number; column: number; endColumn: number | null}
  | {kind: "begins"; design: string}
  | {kind: "output"; design: string; text: string}
  | {kind: "finished"; finished: Finished}
  /// The machine failed, not the program.
  | {kind: "failed"; message: string}
  | {kind: "done"};
