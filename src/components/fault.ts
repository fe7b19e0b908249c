/// Where a message of DuckDB points to in the text that was asked. Its last lines are a copy of the line at fault and a
/// caret under it, as in
///
///     LINE 2: FRM rows
///             ^
///
/// Returns the word there, from and to as offsets in `sql`; null when the message points nowhere. A long line is copied
/// in part, with dots at its ends.
export function faultAt(message: string, sql: string): {from: number; to: number} | null {
  const found = /^(LINE (\d+): )(.*)\n( *)\^/m.exec(message);
  if (found === null) return null;
  const [, prefix, number, copy, blanks] = found;
  const lines = sql.split("\n");
  const line = lines[Number(number) - 1];
  if (line === undefined) return null;
  const dots = copy.startsWith("...") && !line.startsWith("...") ? 3 : 0;
  const part = copy.slice(dots).replace(/\.\.\.$/, "");
  const begin = line.indexOf(part);
  const column = begin + blanks.length - prefix.length - dots;
  if (begin < 0 || column < 0 || column >= line.length) return null;
  const word = /^(?:\w+|.)/.exec(line.slice(column))![0];
  const from = lines.slice(0, Number(number) - 1).reduce((sum, l) => sum + l.length + 1, 0) + column;
  return {from, to: from + word.length};
}
