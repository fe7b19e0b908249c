// A source text and its errors: from offsets to lines and columns, and how Python shows a SyntaxError.

export type SyntaxErrorKind = "SyntaxError" | "IndentationError" | "TabError";

/** What Python raises as SyntaxError, IndentationError or TabError. */
export class PythonSyntaxError extends Error {
  readonly kind: SyntaxErrorKind;
  readonly filename: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** 1-based, after the last character concerned; absent when the range ends on another line. */
  readonly endColumn?: number;
  /** The source line, without its line break. */
  readonly text: string;

  constructor(
    kind: SyntaxErrorKind,
    message: string,
    place: {filename: string; line: number; column: number; endColumn?: number; text: string}
  ) {
    super(message);
    this.name = "PythonSyntaxError";
    this.kind = kind;
    this.filename = place.filename;
    this.line = place.line;
    this.column = place.column;
    this.endColumn = place.endColumn;
    this.text = place.text;
  }
}

/** The lines that Python prints for a syntax error, without a final line break. */
export function formatSyntaxError(error: PythonSyntaxError): string {
  const shown = error.text.replace(/^[ \t\f]+/, "");
  const indent = error.text.length - shown.length;
  const lines = [`  File "${error.filename}", line ${error.line}`];
  if (shown !== "") {
    lines.push(`    ${shown}`);
    const column = Math.min(error.column - 1 - indent, shown.length);
    if (column >= 0) {
      const width = Math.max(1, Math.min(error.endColumn ?? 0, error.text.length + 1) - error.column);
      lines.push(`    ${" ".repeat(column)}${"^".repeat(width)}`);
    }
  }
  lines.push(`${error.kind}: ${error.message}`);
  return lines.join("\n");
}

/** A source text with its lines. Line breaks of all kinds are one "\n" each, as Python reads them. */
export class Source {
  readonly filename: string;
  readonly text: string;
  private readonly lineStarts: number[] = [0];
  private readonly ascii: boolean;
  private lastLine = 0;

  constructor(text: string, filename: string) {
    this.filename = filename;
    if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    this.text = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1))
      this.lineStarts.push(at + 1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
    this.ascii = /^[\x00-\x7f]*$/.test(this.text);
  }

  /** The 1-based line of an offset. */
  line(offset: number): number {
    const starts = this.lineStarts;
    let low = this.lastLine;
    if (starts[low] > offset || (low + 1 < starts.length && starts[low + 1] <= offset)) {
      low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= offset) low = middle;
        else high = middle;
      }
      this.lastLine = low;
    }
    return low + 1;
  }

  /** The 0-based column of an offset, in UTF-8 bytes. */
  byteColumn(offset: number): number {
    const start = this.lineStarts[this.line(offset) - 1];
    if (this.ascii) return offset - start;
    let bytes = 0;
    for (let at = start; at < offset; at++) {
      const unit = this.text.charCodeAt(at);
      // Each half of a surrogate pair stands for two of the four bytes.
      bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    return bytes;
  }

  /** Offset of the first character of a 1-based line. */
  lineStart(line: number): number {
    return this.lineStarts[line - 1];
  }

  /** The text of a 1-based line, without its line break. */
  lineText(line: number): string {
    const start = this.lineStarts[line - 1];
    const next = this.lineStarts[line];
    return this.text.slice(start, next === undefined ? undefined : next - 1);
  }

  /** Throws the syntax error that concerns the characters from `start` to `end`. */
  fail(message: string, start: number, end?: number, kind: SyntaxErrorKind = "SyntaxError"): never {
    // The end of the file belongs to the last line.
    if (start >= this.text.length && this.text.endsWith("\n")) start = this.text.length - 1;
    const line = this.line(start);
    const lineStart = this.lineStarts[line - 1];
    const column = this.characters(lineStart, start) + 1;
    const sameLine = end !== undefined && end > start && this.line(end - 1) === line;
    throw new PythonSyntaxError(kind, message, {
      filename: this.filename,
      line,
      column,
      endColumn: sameLine ? column + this.characters(start, end) : undefined,
      text: this.lineText(line)
    });
  }

  private characters(start: number, end: number): number {
    return this.ascii ? end - start : [...this.text.slice(start, end)].length;
  }
}
