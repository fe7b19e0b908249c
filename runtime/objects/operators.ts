/** Arguments of CPython 3.11's BINARY_OP; the in-place forms follow at the same distance from IN_PLACE. */
export const ADD = 0;
export const AND = 1;
export const FLOOR_DIVIDE = 2;
export const LEFT_SHIFT = 3;
export const MATRIX_MULTIPLY = 4;
export const MULTIPLY = 5;
export const REMAINDER = 6;
export const OR = 7;
export const POWER = 8;
export const RIGHT_SHIFT = 9;
export const SUBTRACT = 10;
export const TRUE_DIVIDE = 11;
export const XOR = 12;
export const IN_PLACE = 13;

/** How errors write each operator. */
export const OPERATOR_SIGNS: readonly string[] = [
  "+",
  "&",
  "//",
  "<<",
  "@",
  "*",
  "%",
  "|",
  "** or pow()",
  ">>",
  "-",
  "/",
  "^"
];
