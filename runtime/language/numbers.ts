// Number literals.

const INT = /^(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?0)*|[1-9](?:_?[0-9])*)$/;
const DIGITS = "[0-9](?:_?[0-9])*";
const EXPONENT = `[eE][-+]?${DIGITS}`;
const FLOAT = new RegExp(
  `^(?:(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS})(?:${EXPONENT})?|${DIGITS}${EXPONENT})$`
);

/**
 * The value of a number literal: a bigint for an int, a number for a float.
 *
 * @param text a literal as Python's tokenizer delimits it, underscores included; not a complex one
 * @returns null when the text is not a well-formed literal
 */
export function decodeNumber(text: string): bigint | number | null {
  const digits = text.replaceAll("_", "");
  if (INT.test(text)) return BigInt(digits);
  return FLOAT.test(text) ? Number(digits) : null;
}
