// runtime/language/source.ts
var PythonSyntaxError = class extends Error {
  kind;
  filename;
  /** 1-based. */
  line;
  /** 1-based, in characters. */
  column;
  /** 1-based, after the last character concerned; absent when the range ends on another line. */
  endColumn;
  /** The source line, without its line break. */
  text;
  constructor(kind, message, place) {
    super(message);
    this.name = "PythonSyntaxError";
    this.kind = kind;
    this.filename = place.filename;
    this.line = place.line;
    this.column = place.column;
    this.endColumn = place.endColumn;
    this.text = place.text;
  }
};
function formatSyntaxError(error) {
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
var Source = class {
  filename;
  text;
  lineStarts = [0];
  ascii;
  lastLine = 0;
  constructor(text, filename) {
    this.filename = filename;
    if (text.charCodeAt(0) === 65279) text = text.slice(1);
    this.text = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1))
      this.lineStarts.push(at + 1);
    this.ascii = /^[\x00-\x7f]*$/.test(this.text);
  }
  /** The 1-based line of an offset. */
  line(offset) {
    const starts = this.lineStarts;
    let low = this.lastLine;
    if (starts[low] > offset || low + 1 < starts.length && starts[low + 1] <= offset) {
      low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = low + high >> 1;
        if (starts[middle] <= offset) low = middle;
        else high = middle;
      }
      this.lastLine = low;
    }
    return low + 1;
  }
  /** The 0-based column of an offset, in UTF-8 bytes. */
  byteColumn(offset) {
    const start = this.lineStarts[this.line(offset) - 1];
    if (this.ascii) return offset - start;
    let bytes = 0;
    for (let at = start; at < offset; at++) {
      const unit = this.text.charCodeAt(at);
      bytes += unit < 128 ? 1 : unit < 2048 || unit >= 55296 && unit < 57344 ? 2 : 3;
    }
    return bytes;
  }
  /** Offset of the first character of a 1-based line. */
  lineStart(line) {
    return this.lineStarts[line - 1];
  }
  /** The text of a 1-based line, without its line break. */
  lineText(line) {
    const start = this.lineStarts[line - 1];
    const next = this.lineStarts[line];
    return this.text.slice(start, next === void 0 ? void 0 : next - 1);
  }
  /** Throws the syntax error that concerns the characters from `start` to `end`. */
  fail(message, start, end, kind = "SyntaxError") {
    if (start >= this.text.length && this.text.endsWith("\n")) start = this.text.length - 1;
    const line = this.line(start);
    const lineStart = this.lineStarts[line - 1];
    const column = this.characters(lineStart, start) + 1;
    const sameLine = end !== void 0 && end > start && this.line(end - 1) === line;
    throw new PythonSyntaxError(kind, message, {
      filename: this.filename,
      line,
      column,
      endColumn: sameLine ? column + this.characters(start, end) : void 0,
      text: this.lineText(line)
    });
  }
  characters(start, end) {
    return this.ascii ? end - start : [...this.text.slice(start, end)].length;
  }
};

export {
  PythonSyntaxError,
  formatSyntaxError,
  Source
};
//# sourceMappingURL=chunk-JB5BSOSX.js.map
