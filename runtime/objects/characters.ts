/** Classes of characters and changes of case, by the Unicode tables of the JavaScript engine. */
import {isAscii} from "./str-repr.ts";

/** White space for `split`, `strip` and `isspace`. */
export function isSpace(point: number): boolean {
  if (point < 128) return point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31);
  if (point === 0x85 || point === 0xa0 || point === 0x1680) return true;
  if (point >= 0x2000 && point <= 0x200a) return true;
  return point === 0x2028 || point === 0x2029 || point === 0x202f || point === 0x205f || point === 0x3000;
}

/** What ends a line for `str.splitlines`. */
export function isLineBreak(point: number): boolean {
  return (
    (point >= 10 && point <= 13) ||
    (point >= 0x1c && point <= 0x1e) ||
    point === 0x85 ||
    point === 0x2028 ||
    point === 0x2029
  );
}

const ALPHA = /^\p{L}$/u;
const DECIMAL = /^\p{Nd}$/u;
const NUMBER = /^\p{N}$/u;
const UPPER = /^\p{Uppercase}$/u;
const LOWER = /^\p{Lowercase}$/u;
const TITLE = /^\p{Lt}$/u;

// Digits and numerals that are not of the general categories for numbers (Unicode 14, UnicodeData.txt and Unihan).
const DIGITS =
  /^[\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u;
const NUMERALS =
  /^[\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e5d\u4e8c\u4e94\u4e96\u4ebf\u4ec0\u4edf\u4ee8\u4f0d\u4f70\u5104\u5146\u5169\u516b\u516d\u5341\u5343-\u5345\u534c\u53c1-\u53c4\u56db\u58f1\u58f9\u5e7a\u5efe\u5eff\u5f0c-\u5f0e\u5f10\u62fe\u634c\u67d2\u6f06\u7396\u767e\u8086\u842c\u8cae\u8cb3\u8d30\u9621\u9646\u964c\u9678\u96f6\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd\u{20001}\u{20064}\u{200e2}\u{20121}\u{2092a}\u{20983}\u{2098c}\u{2099c}\u{20aea}\u{20afd}\u{20b19}\u{22390}\u{22998}\u{23b1b}\u{2626d}\u{2f890}]$/u;

export const isAlpha = (c: string) => ALPHA.test(c);
export const isDecimal = (c: string) => DECIMAL.test(c);
export const isDigit = (c: string) => DECIMAL.test(c) || DIGITS.test(c);
export const isNumeric = (c: string) => NUMBER.test(c) || NUMERALS.test(c);
export const isAlnum = (c: string) => isAlpha(c) || isNumeric(c) || isDigit(c);
export const isUpper = (c: string) => UPPER.test(c);
export const isLower = (c: string) => LOWER.test(c);
export const isTitle = (c: string) => TITLE.test(c);
const isCased = (c: string) => isUpper(c) || isLower(c) || isTitle(c);

/** Whether the text is not empty and every character satisfies `test`. */
export function every(text: string, test: (c: string) => boolean): boolean {
  if (text === "") return false;
  for (const c of text) if (!test(c)) return false;
  return true;
}

/** Whether there are cased characters and all of them satisfy `test`. */
export function allCased(text: string, test: (c: string) => boolean): boolean {
  let some = false;
  for (const c of text) {
    if (test(c)) some = true;
    else if (isCased(c)) return false;
  }
  return some;
}

/** `istitle`: capitals begin words, small letters go on, and nothing else has case. */
export function isTitled(text: string): boolean {
  let inWord = false;
  let some = false;
  for (const c of text) {
    if (isUpper(c) || isTitle(c)) {
      if (inWord) return false;
      some = inWord = true;
    } else if (isLower(c)) {
      if (!inWord) return false;
      some = true;
    } else inWord = false;
  }
  return some;
}

/** Identifiers as Python has them; a keyword is one too. */
export const isIdentifier = (text: string) => /^[\p{XIDS}_][\p{XIDC}]*$/u.test(text);

/** A character as it begins a title: small letters become capitals, one that becomes several only in its first. */
function toTitle(c: string): string {
  if (isTitle(c)) return c;
  const point = c.codePointAt(0)!;
  // Latin digraphs have title forms of their own, between capital and small one; Georgian has none.
  if (point >= 0x1c4 && point <= 0x1cc)
    return String.fromCodePoint(point <= 0x1c6 ? 0x1c5 : point <= 0x1c9 ? 0x1c8 : 0x1cb);
  if (point >= 0x1f1 && point <= 0x1f3) return "\u01f2";
  if ((point >= 0x10d0 && point <= 0x10fa) || (point >= 0x10fd && point <= 0x10ff)) return c;
  const upper = c.toUpperCase();
  if (upper.length === c.length) return upper;
  const title = TITLES.get(point);
  if (title !== undefined) return title;
  const [first, ...rest] = upper;
  return first + rest.join("").toLowerCase();
}

/** Greek letters with iota subscript keep one title character; those with several marks keep the marks. */
const TITLES = new Map<number, string>([[0x149, "\u02bcN"]]);
for (let point = 0x1f80; point <= 0x1faf; point++) TITLES.set(point, String.fromCodePoint(point | 8));
for (const [small, title] of [
  [0x1fb3, 0x1fbc],
  [0x1fc3, 0x1fcc],
  [0x1ff3, 0x1ffc]
]) {
  TITLES.set(small, String.fromCodePoint(title));
}
for (const [small, first] of [
  [0x1fb2, "\u1fba"],
  [0x1fb4, "\u0386"],
  [0x1fc2, "\u1fca"],
  [0x1fc4, "\u0389"],
  [0x1ff2, "\u1ffa"],
  [0x1ff4, "\u038f"]
] as const) {
  TITLES.set(small, `${first}\u0345`);
}
for (const [small, first] of [
  [0x1fb7, "\u0391"],
  [0x1fc7, "\u0397"],
  [0x1ff7, "\u03a9"]
] as const) {
  TITLES.set(small, `${first}\u0342\u0345`);
}

/** `capitalize`. */
export function capitalized(text: string): string {
  const [first] = text;
  if (first === undefined) return "";
  // The rest is lowered as part of the whole, so that a final sigma is seen as final.
  return toTitle(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** `title`: each run of cased characters begins with a title character, the rest is lower case. */
export function titled(text: string): string {
  const lower = lowerByCharacter(text);
  let result = "";
  let inWord = false;
  let i = 0;
  for (const c of text) {
    result += inWord ? lower[i] : toTitle(c);
    inWord = isCased(c);
    i++;
  }
  return result;
}

/** `swapcase`. */
export function swapped(text: string): string {
  const lower = lowerByCharacter(text);
  let result = "";
  let i = 0;
  for (const c of text) {
    result += isUpper(c) ? lower[i] : isLower(c) ? c.toUpperCase() : c;
    i++;
  }
  return result;
}

/** The lower-case form of each character where it stands: only a capital sigma depends on its place. */
function lowerByCharacter(text: string): string[] {
  const characters = [...text];
  if (!text.includes("\u03a3")) return characters.map((c) => c.toLowerCase());
  const whole = text.toLowerCase();
  let at = 0;
  return characters.map((c) => {
    const length = c.toLowerCase().length;
    at += length;
    return whole.slice(at - length, at);
  });
}

/** `casefold`: lower case after upper case, except where that would lose a distinction that full folding keeps. */
export function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let result = "";
  for (const c of text) result += foldCharacter(c);
  return result;
}

function foldCharacter(c: string): string {
  const point = c.codePointAt(0)!;
  if (point === 0x131) return c;
  // Cherokee folds to its capitals.
  if (point >= 0x13a0 && point <= 0x13f5) return c;
  if ((point >= 0x13f8 && point <= 0x13fd) || (point >= 0xab70 && point <= 0xabbf)) return c.toUpperCase();
  const upper = c.toUpperCase();
  let result = "";
  for (const u of upper) result += u.toLowerCase();
  return point === 0x1e9e ? "ss" : point === 0x130 ? c.toLowerCase() : result;
}
