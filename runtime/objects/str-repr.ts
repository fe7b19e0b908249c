/** `repr` of text and bytes, and which characters count as printable. */

/** Everything but control, format, surrogate, private and unassigned characters and spaces other than " ". */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;
export const isPrintable = (character: string) => character === " " || !UNPRINTABLE.test(character);

const PLAIN = /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/;

/** Python's `repr` of a str. */
export function reprText(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) result += escaped(character, quote);
  return result + quote;
}

function escaped(character: string, quote: string): string {
  switch (character) {
    case quote:
    case "\\":
      return `\\${character}`;
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
  }
  return isPrintable(character) ? character : escapeSequence(character.codePointAt(0)!);
}

/** `\x`, `\u` or `\U` with as many digits as the code point needs. */
export function escapeSequence(point: number): string {
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, "0")}`;
  if (point < 0x10000) return `\\u${point.toString(16).padStart(4, "0")}`;
  return `\\U${point.toString(16).padStart(8, "0")}`;
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** `ascii()`: a `repr` with everything beyond ASCII escaped. */
export function toAscii(text: string): string {
  if (isAscii(text)) return text;
  let result = "";
  for (const character of text) {
    const point = character.codePointAt(0)!;
    result += point < 128 ? character : escapeSequence(point);
  }
  return result;
}

/** Python's `repr` of bytes. */
export function reprBytes(data: Uint8Array): string {
  const quote = data.includes(39) && !data.includes(34) ? '"' : "'";
  let result = `b${quote}`;
  for (const byte of data) {
    if (byte >= 128 || byte < 32 || byte === 127) {
      result += byte === 10 ? "\\n" : byte === 13 ? "\\r" : byte === 9 ? "\\t" : escapeSequence(byte);
    } else result += escaped(String.fromCharCode(byte), quote);
  }
  return result + quote;
}
