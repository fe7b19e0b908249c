/** The marks under the failing part of a source line, as CPython 3.11 draws them. */

/** A source line without its indentation, and which part of it an instruction stands for. */
export interface MarkedLine {
  text: string | null;
  /** Positions in `text` (code units); `end` is exclusive. Absent: not known. */
  start?: number;
  end?: number;
}

/** The line of marks with its line end; empty when the part is the whole line, or not known. */
export function marks({text, start, end}: MarkedLine): string {
  if (text === null || start === undefined || end === undefined || start < 0 || end <= start) return "";
  const segment = text.slice(start, end);
  const anchors = findAnchors(segment);
  if (end - start >= text.trimEnd().length && anchors === null) return "";
  const [left, right] = anchors ?? [0, segment.length];
  return `    ${" ".repeat(start)}${"~".repeat(left)}${"^".repeat(right - left)}${"~".repeat(segment.length - right)}\n`;
}

const TOKEN =
  /\s+|[rbfuRBFU]{0,2}(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|\d[\w.]*|\*\*|\/\/|<<|>>|[<>=!]=|:=|->|./gy;
const PRECEDENCE: Record<string, number> = {
  "|": 1,
  "^": 2,
  "&": 3,
  "<<": 4,
  ">>": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "//": 6,
  "%": 6,
  "@": 6,
  "**": 8
};
/** At the outer level, these make an expression neither an operation nor a subscript. */
const OTHERS = new Set([
  "and",
  "or",
  "not",
  "in",
  "is",
  "if",
  "else",
  "lambda",
  "await",
  "<",
  ">",
  "==",
  "!=",
  "<=",
  ">=",
  ",",
  ":",
  "=",
  ":=",
  "for"
]);

/** Of a binary operation, where its operator stands; of a subscript, its brackets; null for anything else. */
function findAnchors(segment: string): [number, number] | null {
  let depth = 0;
  let operand = false;
  let best: {at: number; length: number; precedence: number} | null = null;
  let bracket = -1;
  let last = "";
  for (const {0: token, index: at} of segment.matchAll(TOKEN)) {
    if (/^\s/.test(token)) continue;
    if ("([{".includes(token)) {
      if (depth++ === 0) bracket = operand ? at : -1;
      operand = false;
      last = "";
      continue;
    }
    if (")]}".includes(token)) {
      if (--depth < 0) return null;
      operand = true;
      last = token;
      continue;
    }
    if (depth > 0) {
      operand = !(token in PRECEDENCE);
      continue;
    }
    if (OTHERS.has(token)) return null;
    const precedence = PRECEDENCE[token];
    if (operand && precedence !== undefined) {
      const replaces =
        best === null || precedence < best.precedence || (precedence === best.precedence && token !== "**");
      if (replaces) best = {at, length: token.length, precedence};
      operand = false;
    } else operand = precedence === undefined && token !== "~" && token !== ".";
    last = token;
  }
  if (best !== null) return [best.at, best.at + best.length];
  if (/^[-+~]/.test(segment) || last !== "]" || bracket <= 0) return null;
  return [bracket, segment.length];
}
