import {appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import type {Tables} from "./experiment.ts";

/// A finished repetition of a cell.
export interface Entry {
  cell: string;
  repetition: number;
  /// Time that it took, with the start of its process.
  took_s: number;
  tables: Tables;
}

/// The repetitions of an unfinished run, one JSON line each, after a line that says what run it is. A line that was cut
/// short by an interruption is dropped when the journal is opened again.
export class Journal<H extends {freshness: string}> {
  readonly entries: Entry[];
  readonly header: H;
  /// Whether it was begun by an earlier run.
  readonly resumed: boolean;
  private readonly file: string;

  /// Goes on with the journal in `file` if it is one of the same freshness, otherwise begins a new one with `begin()`.
  static async open<H extends {freshness: string}>(
    file: string,
    freshness: string,
    begin: () => Promise<H>
  ): Promise<Journal<H>> {
    const lines = existsSync(file) ? wholeLines(readFileSync(file, "utf8")) : [];
    const header = lines[0] as H | undefined;
    if (header?.freshness === freshness) return new Journal(file, header, lines.slice(1) as Entry[], true);
    return new Journal(file, await begin(), [], false);
  }

  private constructor(file: string, header: H, entries: Entry[], resumed: boolean) {
    this.file = file;
    this.header = header;
    this.entries = entries;
    this.resumed = resumed;
    this.save();
  }

  /// Writes all of it anew, at once.
  save(): void {
    const lines = [this.header, ...this.entries].map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(`${this.file}.new`, lines.join(""));
    renameSync(`${this.file}.new`, this.file);
  }

  has(cell: string, repetition: number): boolean {
    return this.entries.some((entry) => entry.cell === cell && entry.repetition === repetition);
  }

  add(entry: Entry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
    this.entries.push(entry);
  }

  remove(): void {
    rmSync(this.file, {force: true});
  }
}

function wholeLines(text: string): unknown[] {
  const lines: unknown[] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    try {
      lines.push(JSON.parse(line));
    } catch {
      break;
    }
  }
  return lines;
}
