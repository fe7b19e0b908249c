import {
  PythonSyntaxError,
  Source,
  formatSyntaxError
} from "./chunk-JB5BSOSX.js";
import {
  readProgram
} from "./chunk-D2XXXWZR.js";
import {
  BEFORE_WITH,
  BINARY_OP,
  BINARY_OPERATORS,
  BINARY_SUBSCR,
  BUILD_CONST_KEY_MAP,
  BUILD_LIST,
  BUILD_MAP,
  BUILD_SET,
  BUILD_SLICE,
  BUILD_STRING,
  BUILD_TUPLE,
  CALL,
  CALL_FUNCTION_EX,
  CHECK_EXC_MATCH,
  COMPARE_OP,
  COMPARISONS,
  CONTAINS_OP,
  COPY,
  COPY_FREE_VARS,
  DELETE_ATTR,
  DELETE_DEREF,
  DELETE_FAST,
  DELETE_GLOBAL,
  DELETE_NAME,
  DELETE_SUBSCR,
  DICT_MERGE,
  DICT_UPDATE,
  EXTENDED_ARG,
  FORMAT_VALUE,
  FOR_ITER,
  GET_ITER,
  GET_YIELD_FROM_ITER,
  HAVE_ARGUMENT,
  IMPORT_FROM,
  IMPORT_NAME,
  IMPORT_STAR,
  INPLACE,
  IS_OP,
  JUMP,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  JUMP_IF_FALSE_OR_POP,
  JUMP_IF_TRUE_OR_POP,
  JUMP_NO_INTERRUPT,
  KW_NAMES,
  LIST_APPEND,
  LIST_EXTEND,
  LIST_TO_TUPLE,
  LOAD_ASSERTION_ERROR,
  LOAD_ATTR,
  LOAD_BUILD_CLASS,
  LOAD_CLASSDEREF,
  LOAD_CLOSURE,
  LOAD_CONST,
  LOAD_DEREF,
  LOAD_FAST,
  LOAD_GLOBAL,
  LOAD_METHOD,
  LOAD_NAME,
  MAKE_CELL,
  MAKE_FUNCTION,
  MAP_ADD,
  NOP,
  OPCODE_NAMES,
  POP_BLOCK,
  POP_EXCEPT,
  POP_JUMP_BACKWARD_IF_FALSE,
  POP_JUMP_BACKWARD_IF_NONE,
  POP_JUMP_BACKWARD_IF_NOT_NONE,
  POP_JUMP_BACKWARD_IF_TRUE,
  POP_JUMP_FORWARD_IF_FALSE,
  POP_JUMP_FORWARD_IF_NONE,
  POP_JUMP_FORWARD_IF_NOT_NONE,
  POP_JUMP_FORWARD_IF_TRUE,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PRECALL,
  PUSH_EXC_INFO,
  PUSH_NULL,
  RAISE_VARARGS,
  RERAISE,
  RESUME,
  RETURN_GENERATOR,
  RETURN_VALUE,
  SEND,
  SETUP_ANNOTATIONS,
  SETUP_CLEANUP,
  SETUP_FINALLY,
  SETUP_WITH,
  SET_ADD,
  SET_UPDATE,
  STORE_ATTR,
  STORE_DEREF,
  STORE_FAST,
  STORE_GLOBAL,
  STORE_NAME,
  STORE_SUBSCR,
  SWAP,
  UNARY_INVERT,
  UNARY_NEGATIVE,
  UNARY_NOT,
  UNARY_POSITIVE,
  UNPACK_EX,
  UNPACK_SEQUENCE,
  WITH_EXCEPT_START,
  YIELD_VALUE,
  binaryOperatorText,
  cacheEntries,
  isBlockPush,
  isExit,
  isJump,
  stackEffect
} from "./chunk-HG3T4HSK.js";
import {
  UsageError,
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// runtime/language/code.ts
var ELLIPSIS = /* @__PURE__ */ Symbol("Ellipsis");
var CO_OPTIMIZED = 1;
var CO_NEWLOCALS = 2;
var CO_VARARGS = 4;
var CO_VARKEYWORDS = 8;
var CO_NESTED = 16;
var CO_GENERATOR = 32;
var CO_FUTURE_ANNOTATIONS = 16777216;
function isCode(constant2) {
  return constant2 !== null && typeof constant2 === "object" && "instructions" in constant2;
}
function isFrozenSet(constant2) {
  return constant2 !== null && typeof constant2 === "object" && "frozenset" in constant2;
}
function localsPlus(code) {
  const cells = code.cellNames.filter((name) => !code.varNames.includes(name));
  return [...code.varNames, ...cells, ...code.freeNames];
}

// runtime/language/compile-comprehensions.ts
var NAMES = {
  ListComp: "<listcomp>",
  SetComp: "<setcomp>",
  DictComp: "<dictcomp>",
  GeneratorExp: "<genexpr>"
};
var BUILD = { ListComp: BUILD_LIST, SetComp: BUILD_SET, DictComp: BUILD_MAP, GeneratorExp: 0 };
function comprehension(c, node) {
  const code = c.inside(node, "comprehension", NAMES[node.kind], c.source.line(node.start), (unit) => {
    unit.argCount = 1;
    unit.at(node);
    if (node.kind !== "GeneratorExp") unit.emit(BUILD[node.kind], 0);
    generator(c, node, 0, 0);
    if (node.kind !== "GeneratorExp") unit.emit(RETURN_VALUE);
  });
  c.makeFunction(code, 0);
  expression(c, node.generators[0].iter);
  c.emit(GET_ITER);
  c.call(0);
}
function generator(c, node, index, depth) {
  const unit = c.unit;
  const { target, iter, ifs } = node.generators[index];
  const start = unit.newBlock();
  const skip = unit.newBlock();
  const end = unit.newBlock();
  const single = index > 0 ? singleElement(iter) : null;
  if (index === 0) unit.emit(LOAD_FAST, 0);
  else if (single !== null) expression(c, single);
  else {
    expression(c, iter);
    unit.emit(GET_ITER);
  }
  if (single === null) {
    depth++;
    unit.use(start);
    unit.jump(FOR_ITER, end);
    unit.use(unit.newBlock());
  }
  store(c, target);
  for (const condition of ifs) {
    jumpIf(c, condition, skip, false);
    unit.use(unit.newBlock());
  }
  if (index + 1 < node.generators.length) generator(c, node, index + 1, depth);
  else element(c, node, depth);
  unit.use(skip);
  if (single === null) {
    unit.jump(JUMP, start);
    unit.use(end);
  }
}
function singleElement(iter) {
  if (iter.kind !== "List" && iter.kind !== "Tuple" || iter.elts.length !== 1) return null;
  return iter.elts[0].kind === "Starred" ? null : iter.elts[0];
}
function element(c, node, depth) {
  expression(c, node.element);
  switch (node.kind) {
    case "GeneratorExp":
      yieldValue(c);
      c.emit(POP_TOP);
      return;
    case "ListComp":
      c.emit(LIST_APPEND, depth + 1);
      return;
    case "SetComp":
      c.emit(SET_ADD, depth + 1);
      return;
    case "DictComp":
      expression(c, node.value);
      c.emit(MAP_ADD, depth + 1);
      return;
  }
}

// runtime/language/ast.ts
function docstring(body) {
  const first = body[0];
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  return typeof first.value.value === "string" ? first.value.value : null;
}

// runtime/language/repr.ts
function repr(value2, nameCode) {
  if (value2 === null) return "None";
  if (value2 === ELLIPSIS) return "Ellipsis";
  switch (typeof value2) {
    case "boolean":
      return value2 ? "True" : "False";
    case "bigint":
      return String(value2);
    case "number":
      return reprFloat(value2);
    case "string":
      return reprText(value2);
    default:
      break;
  }
  if (value2 instanceof Uint8Array) return reprBytes(value2);
  if (isCode(value2)) return nameCode(value2);
  if (isFrozenSet(value2)) return reprFrozenSet(value2.frozenset.map((item) => repr(item, nameCode)));
  const items = value2.map((item) => repr(item, nameCode));
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
}
function reprFrozenSet(items) {
  return items.length === 0 ? "frozenset()" : `frozenset({${[...new Set(items)].join(", ")}})`;
}
function reprFloat(value2) {
  if (Number.isNaN(value2)) return "nan";
  if (!Number.isFinite(value2)) return value2 > 0 ? "inf" : "-inf";
  if (Object.is(value2, -0)) return "-0.0";
  const [mantissa, exponentText] = value2.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  const text = exponent < 0 ? value2.toFixed(Math.max(0, mantissa.replace(/[-.]/g, "").length - 1 - exponent)) : String(value2);
  return text.includes(".") ? text : `${text}.0`;
}
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t", "\\": "\\\\" };
function quoteFor(text) {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}
function reprText(text) {
  const quote = quoteFor(text);
  let result = "";
  for (const character of text) {
    if (character === quote) result += `\\${quote}`;
    else if (NAMED[character] !== void 0) result += NAMED[character];
    else if (character === " " || !/[\p{C}\p{Z}]/u.test(character)) result += character;
    else result += escapeCodePoint(character.codePointAt(0));
  }
  return quote + result + quote;
}
function escapeCodePoint(point) {
  const hex = point.toString(16);
  if (point <= 255) return `\\x${hex.padStart(2, "0")}`;
  return point <= 65535 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
function reprBytes(bytes) {
  const quote = quoteFor(String.fromCharCode(...bytes));
  let result = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote) result += `\\${quote}`;
    else if (NAMED[character] !== void 0) result += NAMED[character];
    else result += byte >= 32 && byte < 127 ? character : escapeCodePoint(byte);
  }
  return `b${quote}${result}${quote}`;
}

// runtime/language/unparse.ts
var TUPLE = 0;
var TEST = 1;
var OR = 2;
var AND = 3;
var NOT = 4;
var COMPARISON = 5;
var BINARY = {
  "|": 6,
  "^": 7,
  "&": 8,
  "<<": 9,
  ">>": 9,
  "+": 10,
  "-": 10,
  "*": 11,
  "@": 11,
  "/": 11,
  "//": 11,
  "%": 11,
  "**": 13
};
var EXPRESSION = 6;
var UNARY = 12;
var ATOM = 15;
function unparse(node, level = TEST) {
  const inside = (own, text) => level > own ? `(${text})` : text;
  switch (node.kind) {
    case "Constant":
      return node.value === ELLIPSIS ? "..." : repr(node.value, () => "");
    case "Name":
      return node.id;
    case "JoinedStr":
      return `f${repr(node.values.map(formatPart).join(""), () => "")}`;
    case "FormattedValue":
      return `f${repr(formatPart(node), () => "")}`;
    case "BoolOp": {
      const own = node.op === "or" ? OR : AND;
      return inside(own, node.values.map((value2) => unparse(value2, own + 1)).join(` ${node.op} `));
    }
    case "NamedExpr":
      return inside(TUPLE, `${unparse(node.target, ATOM)} := ${unparse(node.value, ATOM)}`);
    case "BinOp": {
      const own = BINARY[node.op];
      const rightFirst = node.op === "**" ? 1 : 0;
      return inside(
        own,
        `${unparse(node.left, own + rightFirst)} ${node.op} ${unparse(node.right, own + 1 - rightFirst)}`
      );
    }
    case "UnaryOp": {
      const own = node.op === "not" ? NOT : UNARY;
      return inside(own, `${node.op === "not" ? "not " : node.op}${unparse(node.operand, own)}`);
    }
    case "Lambda":
      return inside(TEST, lambda(node));
    case "IfExp":
      return inside(
        TEST,
        `${unparse(node.body, TEST + 1)} if ${unparse(node.test, TEST + 1)} else ${unparse(node.orelse, TEST)}`
      );
    case "Dict": {
      const items = node.keys.map(
        (key, at2) => key === null ? `**${unparse(node.values[at2], EXPRESSION)}` : `${unparse(key)}: ${unparse(node.values[at2])}`
      );
      return `{${items.join(", ")}}`;
    }
    case "Set":
      return `{${list(node.elts)}}`;
    case "List":
      return `[${list(node.elts)}]`;
    case "Tuple":
      return node.elts.length === 0 ? "()" : inside(TUPLE, `${list(node.elts)}${node.elts.length === 1 ? "," : ""}`);
    case "ListComp":
      return `[${unparse(node.element)}${loops(node.generators)}]`;
    case "SetComp":
      return `{${unparse(node.element)}${loops(node.generators)}}`;
    case "DictComp":
      return `{${unparse(node.element)}: ${unparse(node.value)}${loops(node.generators)}}`;
    case "GeneratorExp":
      return `(${unparse(node.element)}${loops(node.generators)})`;
    case "Yield":
      return node.value === null ? "(yield)" : `(yield ${unparse(node.value, TEST)})`;
    case "YieldFrom":
      return `(yield from ${unparse(node.value, TEST)})`;
    case "Compare": {
      const rest = node.ops.map((op, at2) => ` ${op} ${unparse(node.comparators[at2], COMPARISON + 1)}`);
      return inside(COMPARISON, unparse(node.left, COMPARISON + 1) + rest.join(""));
    }
    case "Call": {
      const keywords = node.keywords.map(
        ({ name, value: value2 }) => name === null ? `**${unparse(value2, EXPRESSION)}` : `${name}=${unparse(value2)}`
      );
      const [only] = node.args;
      if (only?.kind === "GeneratorExp" && node.args.length === 1 && keywords.length === 0) {
        return `${unparse(node.func, ATOM)}${unparse(only)}`;
      }
      return `${unparse(node.func, ATOM)}(${[...node.args.map((arg) => unparse(arg)), ...keywords].join(", ")})`;
    }
    case "Attribute": {
      const isInteger = node.value.kind === "Constant" && typeof node.value.value === "bigint";
      return `${unparse(node.value, ATOM)}${isInteger ? " " : ""}.${node.attr}`;
    }
    case "Subscript":
      return `${unparse(node.value, ATOM)}[${unparse(node.slice, TUPLE)}]`;
    case "Starred":
      return `*${unparse(node.value, EXPRESSION)}`;
    case "Slice": {
      const [lower, upper, step] = [node.lower, node.upper, node.step].map(
        (part) => part === null ? "" : unparse(part)
      );
      return `${lower}:${upper}${node.step === null ? "" : `:${step}`}`;
    }
  }
}
function list(elts) {
  return elts.map((element3) => unparse(element3)).join(", ");
}
function loops(generators) {
  return generators.map(({ target, iter, ifs }) => {
    const conditions = ifs.map((condition) => ` if ${unparse(condition, TEST + 1)}`).join("");
    return ` for ${unparse(target, TUPLE)} in ${unparse(iter, TEST + 1)}${conditions}`;
  }).join("");
}
function formatPart(node) {
  if (node.kind === "Constant") return String(node.value).replace(/[{}]/g, "$&$&");
  if (node.kind === "JoinedStr") return node.values.map(formatPart).join("");
  if (node.kind !== "FormattedValue") return unparse(node);
  const value2 = unparse(node.value, TEST + 1);
  const conversion = node.conversion === "" ? "" : `!${node.conversion}`;
  const spec = node.formatSpec === null ? "" : `:${formatPart(node.formatSpec)}`;
  return `{${value2.startsWith("{") ? " " : ""}${value2}${conversion}${spec}}`;
}
function lambda({ args, body }) {
  const positional = [...args.posOnly, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const parts = [];
  positional.forEach((parameter, at2) => {
    parts.push(
      at2 < firstDefault ? parameter.name : `${parameter.name}=${unparse(args.defaults[at2 - firstDefault])}`
    );
    if (at2 === args.posOnly.length - 1) parts.push("/");
  });
  if (args.varArg !== null) parts.push(`*${args.varArg.name}`);
  else if (args.kwOnly.length > 0) parts.push("*");
  args.kwOnly.forEach((parameter, at2) => {
    const value2 = args.kwDefaults[at2];
    parts.push(value2 === null ? parameter.name : `${parameter.name}=${unparse(value2)}`);
  });
  if (args.kwArg !== null) parts.push(`**${args.kwArg.name}`);
  return `lambda${parts.length > 0 ? " " : ""}${parts.join(", ")}: ${unparse(body)}`;
}

// runtime/language/compile-functions.ts
var DEFAULTS = 1;
var KEYWORD_DEFAULTS = 2;
var ANNOTATIONS = 4;
function functionDef(c, node) {
  expressions(c, node.decorators);
  const firstLine = c.source.line(node.decorators[0]?.start ?? node.start);
  const flags = defaults(c, node.args) | annotations(c, node);
  const code = c.inside(node, "function", node.name, firstLine, (unit) => {
    const doc = docstring(node.body);
    unit.constant(doc);
    parameterCounts(unit, node.args);
    statements(c, doc === null ? node.body : node.body.slice(1));
  });
  c.makeFunction(code, flags);
  decorate(c, node);
  c.variable(node.name, "store");
}
function lambda2(c, node) {
  const flags = defaults(c, node.args);
  const generator2 = c.scopes.get(node).generator;
  const code = c.inside(
    node,
    "lambda",
    "<lambda>",
    c.source.line(node.start),
    (unit) => {
      unit.constant(null);
      parameterCounts(unit, node.args);
      expression(c, node.body);
      unit.atStart();
      if (!generator2) unit.emit(RETURN_VALUE);
    },
    !generator2
  );
  c.makeFunction(code, flags);
}
function parameterCounts(unit, args) {
  unit.argCount = args.posOnly.length + args.args.length;
  unit.posOnlyCount = args.posOnly.length;
  unit.kwOnlyCount = args.kwOnly.length;
  unit.varArg = args.varArg !== null;
  unit.kwArg = args.kwArg !== null;
}
function defaults(c, args) {
  let flags = 0;
  if (args.defaults.length > 0) {
    expressions(c, args.defaults);
    c.emit(BUILD_TUPLE, args.defaults.length);
    flags |= DEFAULTS;
  }
  const names = [];
  args.kwOnly.forEach((parameter, index) => {
    const value2 = args.kwDefaults[index];
    if (value2 === null) return;
    names.push(c.mangled(parameter.name));
    expression(c, value2);
  });
  if (names.length > 0) {
    c.constant(names);
    c.emit(BUILD_CONST_KEY_MAP, names.length);
    flags |= KEYWORD_DEFAULTS;
  }
  return flags;
}
function annotations(c, node) {
  const { posOnly, args, varArg, kwOnly, kwArg } = node.args;
  const parameters = [...posOnly, ...args];
  if (varArg !== null) parameters.push(varArg);
  parameters.push(...kwOnly);
  if (kwArg !== null) parameters.push(kwArg);
  let count = 0;
  const annotate = (name, annotation) => {
    if (annotation === null) return;
    c.constant(c.mangled(name));
    annotationValue(c, annotation);
    count += 2;
  };
  for (const parameter of parameters) annotate(parameter.name, parameter.annotation);
  annotate("return", node.returns);
  if (count === 0) return 0;
  c.emit(BUILD_TUPLE, count);
  return ANNOTATIONS;
}
function annotationValue(c, annotation) {
  if ((c.futureFlags & CO_FUTURE_ANNOTATIONS) === 0) {
    if (annotation.kind === "Starred") {
      expression(c, annotation.value);
      c.emit(UNPACK_SEQUENCE, 1);
    } else expression(c, annotation);
  } else c.constant(unparse(annotation));
}
function decorate(c, node) {
  for (const decorator of [...node.decorators].reverse()) c.unit.within(decorator, () => c.call(0));
}
function classDef(c, node) {
  expressions(c, node.decorators);
  const firstLine = c.source.line(node.decorators[0]?.start ?? node.start);
  const code = c.inside(node, "class", node.name, firstLine, (unit) => {
    c.variable("__name__", "load");
    c.variable("__module__", "store");
    c.constant(unit.qualname);
    c.variable("__qualname__", "store");
    classBody(c, node);
  });
  c.emit(PUSH_NULL);
  c.emit(LOAD_BUILD_CLASS);
  c.makeFunction(code, 0);
  c.constant(node.name);
  callArguments(c, 2, node.bases, node.keywords);
  decorate(c, node);
  c.variable(node.name, "store");
}
function classBody(c, node) {
  const unit = c.unit;
  moduleOrClassBody(c, node.body);
  unit.noPosition();
  if (unit.scope.needsClassCell) {
    unit.emit(LOAD_CLOSURE, unit.cellNames.indexOf("__class__"));
    unit.emit(COPY, 1);
    c.variable("__classcell__", "store");
  } else c.constant(null);
  unit.emit(RETURN_VALUE);
}
function moduleOrClassBody(c, body) {
  if (c.unit.kind === "module" && body.length > 0) c.unit.at(body[0]);
  if (hasAnnotations(body)) c.emit(SETUP_ANNOTATIONS);
  const doc = docstring(body);
  if (doc !== null) {
    expression(c, body[0].value);
    c.unit.noPosition();
    c.variable("__doc__", "store");
  }
  statements(c, doc === null ? body : body.slice(1));
}

// runtime/language/arithmetic.ts
var MAX_INT_BITS = 128;
var MAX_ITEMS = 256;
var MAX_TEXT = 4096;
function unary(op, value2) {
  if (op === "not") return !truth(value2);
  const number = numeric(value2);
  if (number === void 0) return void 0;
  if (op === "-") return typeof number === "bigint" ? -number : -number;
  if (op === "+") return number;
  return typeof number === "bigint" ? ~number : void 0;
}
function binary(op, left, right) {
  const a = numeric(left);
  const b = numeric(right);
  if (typeof a === "bigint" && typeof b === "bigint") {
    if (typeof left === "boolean" && typeof right === "boolean" && "&|^".includes(op)) {
      return integer(op, a, b) === 1n;
    }
    return integer(op, a, b);
  }
  if (a !== void 0 && b !== void 0) return float(op, a, b);
  if (op === "+") return concatenate(left, right);
  if (op === "*" && typeof b === "bigint") return repeat(left, b);
  if (op === "*" && typeof a === "bigint") return repeat(right, a);
  return void 0;
}
function element2(value2, index) {
  const number = numeric(index);
  if (typeof number !== "bigint") return void 0;
  if (typeof value2 === "string") return at([...value2], number);
  if (value2 instanceof Uint8Array) {
    const byte = at([...value2], number);
    return byte === void 0 ? void 0 : BigInt(byte);
  }
  return Array.isArray(value2) ? at(value2, number) : void 0;
}
function at(list2, index) {
  return index >= -list2.length && index < list2.length ? list2.at(Number(index)) : void 0;
}
function truth(value2) {
  if (value2 === null) return false;
  if (value2 === ELLIPSIS) return true;
  switch (typeof value2) {
    case "boolean":
      return value2;
    case "bigint":
      return value2 !== 0n;
    case "number":
      return value2 !== 0;
    case "string":
      return value2.length > 0;
    default:
      break;
  }
  if (isCode(value2)) return true;
  return (isFrozenSet(value2) ? value2.frozenset : value2).length > 0;
}
function numeric(value2) {
  if (typeof value2 === "boolean") return value2 ? 1n : 0n;
  return typeof value2 === "bigint" || typeof value2 === "number" ? value2 : void 0;
}
function bits(value2) {
  return value2 === 0n ? 0 : (value2 < 0n ? -value2 : value2).toString(2).length;
}
function integer(op, a, b) {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a !== 0n && b !== 0n && bits(a) + bits(b) > MAX_INT_BITS ? void 0 : a * b;
    case "/":
      return b === 0n || !exact(a) || !exact(b) ? void 0 : Number(a) / Number(b);
    case "//":
      return b === 0n ? void 0 : floorDivide(a, b);
    case "%":
      return b === 0n ? void 0 : a - floorDivide(a, b) * b;
    case "**":
      return power(a, b);
    case "<<":
      if (b < 0n || a !== 0n && BigInt(bits(a)) + b > BigInt(MAX_INT_BITS)) return void 0;
      return a === 0n ? 0n : a << b;
    case ">>":
      return b < 0n ? void 0 : a >> b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "&":
      return a & b;
    default:
      return void 0;
  }
}
function exact(value2) {
  return value2 <= Number.MAX_SAFE_INTEGER && value2 >= Number.MIN_SAFE_INTEGER;
}
function floorDivide(a, b) {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
function power(a, b) {
  if (b < 0n) return a === 0n || !exact(a) || !exact(b) ? void 0 : Number(a) ** Number(b);
  if (a !== 0n && b > 0n && BigInt(bits(a)) > BigInt(MAX_INT_BITS) / b) return void 0;
  return a === 0n && b > 0n ? 0n : a ** b;
}
function float(op, left, right) {
  const a = Number(left);
  const b = Number(right);
  if (typeof left === "bigint" && !Number.isFinite(a) || typeof right === "bigint" && !Number.isFinite(b)) {
    return void 0;
  }
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? void 0 : a / b;
    case "//":
      return b === 0 ? void 0 : floorDivideFloats(a, b);
    case "%":
      return b === 0 ? void 0 : modulo(a, b);
    case "**": {
      const result = a ** b;
      return Number.isFinite(result) && !(a < 0 && !Number.isInteger(b)) ? result : void 0;
    }
    default:
      return void 0;
  }
}
function modulo(a, b) {
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}
function floorDivideFloats(a, b) {
  const remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && remainder < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}
function concatenate(left, right) {
  if (typeof left === "string" && typeof right === "string") return left + right;
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Uint8Array.from([...left, ...right]);
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  return void 0;
}
function repeat(value2, count) {
  const text = typeof value2 === "string";
  if (!text && !(value2 instanceof Uint8Array) && !Array.isArray(value2)) return void 0;
  const length = text ? [...value2].length : value2.length;
  const limit = Array.isArray(value2) ? MAX_ITEMS : MAX_TEXT;
  if (length > 0 && (count < 0n || count > BigInt(Math.floor(limit / length)))) return void 0;
  if (length === 0) return value2;
  const times = Number(count);
  if (text) return value2.repeat(times);
  const items = Array.from({ length: times }, () => [...value2]).flat();
  return value2 instanceof Uint8Array ? Uint8Array.from(items) : items;
}

// runtime/language/flow.ts
var MAX_COPY = 4;
function optimize(unit) {
  for (const block of following(unit.entry)) normalize(block);
  inlineExits(unit.entry);
  for (const block of following(unit.entry)) {
    new Peephole(unit, block).run();
    removeNops(block);
  }
  inlineExits(unit.entry);
  markReachable(unit.entry);
  for (const block of following(unit.entry)) {
    if (block.predecessors > 0) continue;
    block.drafts = [];
    block.stops = false;
  }
  removeEmpty(unit.entry);
  removeRedundantJumps(unit.entry);
  duplicateExits(unit);
  propagateLines(unit);
}
function* following(entry) {
  for (let block = entry; block !== null; block = block.next) yield block;
}
function samePlace(to, from) {
  to.line = from.line;
  to.start = from.start;
  to.end = from.end;
}
function nop(draft) {
  draft.op = NOP;
  draft.arg = 0;
  draft.target = null;
}
function normalize(block) {
  for (const draft of block.drafts) {
    if (isExit(draft.op)) {
      block.exits = true;
      block.stops = true;
    } else if (draft.target !== null) {
      if (draft.op === JUMP || draft.op === JUMP_NO_INTERRUPT) block.stops = true;
      while (draft.target.drafts.length === 0 && draft.target.next !== null) draft.target = draft.target.next;
    }
  }
}
var TURNED = /* @__PURE__ */ new Map([
  [JUMP_IF_FALSE_OR_POP, POP_JUMP_IF_FALSE],
  [JUMP_IF_TRUE_OR_POP, POP_JUMP_IF_TRUE]
]);
var Peephole = class {
  unit;
  block;
  constructor(unit, block) {
    this.unit = unit;
    this.block = block;
  }
  run() {
    const drafts = this.block.drafts;
    for (let at2 = 0; at2 < drafts.length; at2++) {
      while (this.step(at2)) ;
    }
  }
  step(at2) {
    const draft = this.block.drafts[at2];
    switch (draft.op) {
      case LOAD_CONST:
        this.constantCondition(at2);
        return false;
      case BUILD_TUPLE:
        this.tuple(at2);
        return false;
      case JUMP_IF_FALSE_OR_POP:
      case JUMP_IF_TRUE_OR_POP:
        return this.jumpOrPop(draft);
      case JUMP:
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE:
      case POP_JUMP_IF_NONE:
      case POP_JUMP_IF_NOT_NONE: {
        const target = firstOf(draft.target);
        return target?.op === JUMP && thread(draft, target, draft.op);
      }
      case SWAP:
        if (draft.arg === 1) nop(draft);
        else applySwaps(this.block, this.mergeSwaps(at2));
        return false;
      case PUSH_NULL: {
        const next = this.block.drafts[at2 + 1];
        if (next?.op === LOAD_GLOBAL && (next.arg & 1) === 0) {
          nop(draft);
          next.arg |= 1;
        }
        return false;
      }
      default:
        return false;
    }
  }
  /** A constant's truth decides the conditional jump after it. */
  constantCondition(at2) {
    const [load, jump, third] = this.block.drafts.slice(at2, at2 + 3);
    if (jump === void 0) return;
    const value2 = this.unit.consts[load.arg];
    switch (jump.op) {
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE:
        nop(load);
        if (truth(value2) === (jump.op === POP_JUMP_IF_TRUE)) this.always(jump);
        else nop(jump);
        return;
      case JUMP_IF_FALSE_OR_POP:
      case JUMP_IF_TRUE_OR_POP:
        if (truth(value2) === (jump.op === JUMP_IF_TRUE_OR_POP)) this.always(jump);
        else {
          nop(load);
          nop(jump);
        }
        return;
      case IS_OP:
        if (value2 !== null) return;
        if (third?.op === POP_JUMP_IF_FALSE || third?.op === POP_JUMP_IF_TRUE) {
          const jumpsIfNone = jump.arg === 0 === (third.op === POP_JUMP_IF_TRUE);
          nop(load);
          nop(jump);
          third.op = jumpsIfNone ? POP_JUMP_IF_NONE : POP_JUMP_IF_NOT_NONE;
        }
    }
  }
  always(jump) {
    jump.op = JUMP;
    this.block.stops = true;
  }
  /** `a, b = x, y` needs no tuple, and a tuple of constants is a constant. */
  tuple(at2) {
    const build = this.block.drafts[at2];
    const next = this.block.drafts[at2 + 1];
    if (next?.op === UNPACK_SEQUENCE && next.arg === build.arg && build.arg >= 1 && build.arg <= 3) {
      if (build.arg === 1) nop(next);
      else next.op = SWAP;
      nop(build);
      return;
    }
    if (at2 < build.arg) return;
    const loads = this.block.drafts.slice(at2 - build.arg, at2);
    if (!loads.every((load) => load.op === LOAD_CONST)) return;
    const values = loads.map((load) => this.unit.consts[load.arg]);
    loads.forEach(nop);
    build.op = LOAD_CONST;
    build.arg = this.unit.constant(values);
  }
  /** Where the first test implies how the second one at the target ends, jump on. */
  jumpOrPop(draft) {
    const target = firstOf(draft.target);
    if (target === void 0) return false;
    const popping = TURNED.get(draft.op);
    if (target.op === popping) return thread(draft, target, popping);
    if (target.op === JUMP || target.op === draft.op) return thread(draft, target, draft.op);
    const opposite = draft.op === JUMP_IF_FALSE_OR_POP ? target.op === JUMP_IF_TRUE_OR_POP || target.op === POP_JUMP_IF_TRUE : target.op === JUMP_IF_FALSE_OR_POP || target.op === POP_JUMP_IF_FALSE;
    if (!opposite || draft.line !== target.line) return false;
    let block = draft.target;
    while (block.drafts.length === 0) block = block.next;
    draft.op = popping;
    draft.target = block.next;
    return true;
  }
  /** Replaces a run of swaps by the fewest that have the same effect; returns the index of its last one. */
  mergeSwaps(at2) {
    const drafts = this.block.drafts;
    let depth = drafts[at2].arg;
    let end = at2;
    let more = false;
    while (end + 1 < drafts.length && (drafts[end + 1].op === SWAP || drafts[end + 1].op === NOP)) {
      end++;
      if (drafts[end].op !== SWAP) continue;
      depth = Math.max(depth, drafts[end].arg);
      more = true;
    }
    if (!more) return at2;
    const stack = Array.from({ length: depth }, (_, index) => index);
    for (const { op: opcode, arg } of drafts.slice(at2, end + 1)) {
      if (opcode === SWAP) [stack[0], stack[arg - 1]] = [stack[arg - 1], stack[0]];
    }
    const swaps = cycles(stack);
    let current = end;
    for (const arg of swaps.reverse()) {
      drafts[current].op = SWAP;
      drafts[current--].arg = arg;
    }
    while (current >= at2) nop(drafts[current--]);
    return end;
  }
};
function cycles(stack) {
  const visited = -1;
  const swaps = [];
  for (let index = 0; index < stack.length; index++) {
    if (stack[index] === visited || stack[index] === index) continue;
    let at2 = index;
    for (; ; ) {
      if (at2 !== 0) swaps.unshift(at2 + 1);
      if (stack[at2] === visited) break;
      const next = stack[at2];
      stack[at2] = visited;
      at2 = next;
    }
  }
  return swaps;
}
function swappable(draft) {
  return draft.op === STORE_FAST || draft.op === POP_TOP;
}
function nextSwappable(drafts, at2, line) {
  while (++at2 < drafts.length) {
    if (line >= 0 && drafts[at2].line !== line) return -1;
    if (drafts[at2].op === NOP) continue;
    return swappable(drafts[at2]) ? at2 : -1;
  }
  return -1;
}
function applySwaps(block, at2) {
  const drafts = block.drafts;
  for (; at2 >= 0; at2--) {
    const swap = drafts[at2];
    if (swap.op !== SWAP) {
      if (swap.op === NOP || swappable(swap)) continue;
      return;
    }
    const first = nextSwappable(drafts, at2, -1);
    if (first < 0) return;
    const line = drafts[first].line;
    let second = first;
    for (let count = swap.arg - 1; count > 0; count--) {
      second = nextSwappable(drafts, second, line);
      if (second < 0) return;
    }
    if (storesCollide(drafts.slice(first, second + 1))) return;
    nop(swap);
    [drafts[first], drafts[second]] = [drafts[second], drafts[first]];
  }
}
function storesCollide(drafts) {
  const stored = (draft) => draft.op === STORE_FAST ? draft.arg : -1;
  const first = stored(drafts[0]);
  const last = stored(drafts[drafts.length - 1]);
  if (first < 0 && last < 0) return false;
  if (first === last) return true;
  return drafts.slice(1, -1).some((draft) => {
    const between = stored(draft);
    return between >= 0 && (between === first || between === last);
  });
}
function firstOf(block) {
  let at2 = block;
  while (at2 !== null && at2.drafts.length === 0) at2 = at2.next;
  return at2?.drafts[0];
}
function thread(draft, target, opcode) {
  if (draft.line !== target.line || draft.target === target.target) return false;
  draft.target = target.target;
  draft.op = opcode;
  return true;
}
function removeNops(block) {
  const drafts = block.drafts;
  const kept = [];
  let previous = -1;
  drafts.forEach((draft, at2) => {
    const line = draft.line;
    if (draft.op === NOP) {
      if (line < 0 || line === previous) return;
      const next = drafts[at2 + 1];
      if (next !== void 0) {
        if (next.line < 0) samePlace(next, draft);
        if (next.line === line) return;
      } else {
        const after = block.next === null ? void 0 : firstOf(block.next);
        if (after !== void 0 && after.line === line) return;
      }
    }
    kept.push(draft);
    previous = line;
  });
  block.drafts = kept;
}
function exitsWithoutLine(block) {
  return block.exits && block.drafts.every((draft) => draft.line < 0);
}
function inlineExits(entry) {
  for (const block of following(entry)) {
    const last = block.last();
    if (last?.op !== JUMP) continue;
    const target = last.target;
    if (!exitsWithoutLine(target) || target.drafts.length > MAX_COPY) continue;
    const copies = target.drafts.map((draft) => ({ ...draft }));
    nop(last);
    block.drafts.push(...copies);
    block.exits = true;
  }
}
function markReachable(entry) {
  for (const block of following(entry)) block.predecessors = 0;
  const todo = [entry];
  entry.predecessors = 1;
  const arrive = (block) => {
    if (block.predecessors++ === 0) todo.push(block);
  };
  for (let block = todo.pop(); block !== void 0; block = todo.pop()) {
    if (block.next !== null && !block.stops) arrive(block.next);
    for (const draft of block.drafts) if (draft.target !== null) arrive(draft.target);
  }
}
function removeEmpty(entry) {
  const skip = (block) => {
    while (block !== null && block.drafts.length === 0) block = block.next;
    return block;
  };
  for (const block of following(entry)) block.next = skip(block.next);
  for (const block of following(entry)) {
    for (const draft of block.drafts) if (draft.target !== null) draft.target = skip(draft.target);
  }
}
function removeRedundantJumps(entry) {
  let emptied = false;
  for (const block of following(entry)) {
    const last = block.last();
    if (last === void 0 || last.op !== JUMP && last.op !== JUMP_NO_INTERRUPT) continue;
    if (last.target !== block.next) continue;
    block.stops = false;
    nop(last);
    removeNops(block);
    emptied = true;
  }
  if (emptied) removeEmpty(entry);
}
function duplicateExits(unit) {
  for (const block of [...unit.blocks].reverse()) {
    const last = block.last();
    if (last === void 0 || !isJump(last.op)) continue;
    const target = last.target;
    if (!exitsWithoutLine(target) || target.predecessors <= 1) continue;
    const copy = Object.assign(Object.create(Object.getPrototypeOf(target)), target);
    copy.drafts = target.drafts.map((draft) => ({ ...draft }));
    samePlace(copy.drafts[0], last);
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    target.next = copy;
  }
  for (const block of following(unit.entry)) {
    const last = block.last();
    if (block.stops || block.next === null || last === void 0) continue;
    if (exitsWithoutLine(block.next)) samePlace(block.next.drafts[0], last);
  }
}
function propagateLines(unit) {
  for (const block of following(unit.entry)) {
    if (block.drafts.length === 0) continue;
    let previous = null;
    for (const draft of block.drafts) {
      if (draft.line >= 0) previous = draft;
      else if (previous !== null) samePlace(draft, previous);
    }
    if (previous === null) continue;
    const next = block.next?.drafts[0];
    if (!block.stops && next !== void 0 && block.next.predecessors === 1 && next.line < 0)
      samePlace(next, previous);
    const last = block.last();
    if (isJump(last.op) && last.target.predecessors === 1 && last.target.drafts[0].line < 0) {
      samePlace(last.target.drafts[0], previous);
    }
  }
  for (const block of following(unit.entry)) {
    const last = block.last();
    if (last?.op !== RETURN_VALUE || last.line >= 0) continue;
    for (const draft of block.drafts) draft.line = unit.firstLine;
  }
}

// runtime/language/assemble.ts
function assemble(unit, futureFlags2, addNone) {
  if (!unit.returned()) {
    unit.noPosition();
    if (addNone) unit.emit(LOAD_CONST, unit.constant(null));
    unit.emit(RETURN_VALUE);
  }
  const cells = unit.cellNames.filter((name) => !unit.varNames.list.includes(name));
  const slots = [...unit.varNames.list, ...cells, ...unit.freeNames];
  fixCells(unit, slots);
  addPrefix(unit, slots);
  optimize(unit);
  trimConstants(unit);
  const stackSize = measureStack(unit.entry);
  labelHandlers(unit.entry);
  for (const block of following(unit.entry)) {
    for (const draft of block.drafts) {
      if (draft.op !== POP_BLOCK && !isBlockPush(draft.op)) continue;
      draft.op = NOP;
      draft.target = null;
    }
    removeNops(block);
  }
  directJumps(unit.entry);
  return {
    name: unit.name,
    qualname: unit.qualname,
    filename: unit.source.filename,
    firstLine: unit.firstLine,
    argCount: unit.argCount,
    posOnlyCount: unit.posOnlyCount,
    kwOnlyCount: unit.kwOnlyCount,
    flags: flagsOf(unit) | futureFlags2,
    names: unit.names.list,
    varNames: unit.varNames.list,
    cellNames: [...unit.varNames.list.filter((name) => unit.cellNames.includes(name)), ...cells],
    freeNames: unit.freeNames,
    consts: unit.consts,
    stackSize,
    ...emit(unit)
  };
}
function flagsOf(unit) {
  if (unit.scope.kind !== "function") return 0;
  return CO_NEWLOCALS | CO_OPTIMIZED | (unit.scope.nested ? CO_NESTED : 0) | (unit.scope.generator ? CO_GENERATOR : 0) | (unit.varArg ? CO_VARARGS : 0) | (unit.kwArg ? CO_VARKEYWORDS : 0);
}
var CELL_OPS = /* @__PURE__ */ new Set([
  LOAD_CLOSURE,
  LOAD_DEREF,
  STORE_DEREF,
  DELETE_DEREF,
  LOAD_CLASSDEREF
]);
function fixCells(unit, slots) {
  const names = [...unit.cellNames, ...unit.freeNames];
  const firstFree = slots.length - unit.freeNames.length;
  const toSlot = names.map(
    (name, index) => index < unit.cellNames.length ? slots.indexOf(name) : firstFree + index - unit.cellNames.length
  );
  for (const block of following(unit.entry)) {
    for (const draft of block.drafts) if (CELL_OPS.has(draft.op)) draft.arg = toSlot[draft.arg];
  }
}
function addPrefix(unit, slots) {
  const prefix = [];
  const add = (opcode, arg, line) => prefix.push({ op: opcode, arg, target: null, line, start: -1, end: -1, handler: null });
  if (unit.freeNames.length > 0) add(COPY_FREE_VARS, unit.freeNames.length, -1);
  const cellSlots = unit.cellNames.map((name) => slots.indexOf(name)).sort((a, b) => a - b);
  for (const slot of cellSlots) add(MAKE_CELL, slot, -1);
  if (unit.scope.generator) {
    add(RETURN_GENERATOR, 0, unit.firstLine);
    add(POP_TOP, 0, unit.firstLine);
  }
  unit.entry.drafts.unshift(...prefix);
}
function trimConstants(unit) {
  let last = 0;
  for (const block of following(unit.entry)) {
    for (const { op: opcode, arg } of block.drafts) {
      if (opcode === LOAD_CONST || opcode === KW_NAMES) last = Math.max(last, arg);
    }
  }
  unit.consts.length = Math.min(unit.consts.length, last + 1);
}
function endsFlow(opcode) {
  return opcode === JUMP || opcode === JUMP_NO_INTERRUPT || isExit(opcode);
}
function measureStack(entry) {
  let deepest = 0;
  const todo = [];
  const arrive = (block, depth) => {
    if (block.depth >= depth) return;
    block.depth = depth;
    todo.push(block);
  };
  arrive(entry, 0);
  for (let block = todo.pop(); block !== void 0; block = todo.pop()) {
    let depth = block.depth;
    let next = block.next;
    for (const draft of block.drafts) {
      const after = depth + stackEffect(draft.op, draft.arg, false);
      if (draft.target !== null) {
        const taken = depth + stackEffect(draft.op, draft.arg, true);
        deepest = Math.max(deepest, taken);
        arrive(draft.target, taken);
      }
      depth = after;
      deepest = Math.max(deepest, depth);
      if (endsFlow(draft.op)) {
        next = null;
        break;
      }
    }
    if (next !== null) arrive(next, depth);
  }
  return deepest;
}
function labelHandlers(entry) {
  const todo = [];
  const arrive = (block, handlers) => {
    if (block.reached) return;
    block.reached = true;
    todo.push({ block, handlers: [...handlers] });
  };
  arrive(entry, []);
  for (let next = todo.pop(); next !== void 0; next = todo.pop()) {
    const { block, handlers } = next;
    for (const draft of block.drafts) {
      if (isBlockPush(draft.op)) {
        const handler = draft.target;
        arrive(handler, handlers);
        if (draft.op !== SETUP_FINALLY) handler.keepsLasti = true;
        handlers.push(handler);
      } else if (draft.op === POP_BLOCK) handlers.pop();
      else {
        draft.handler = handlers[handlers.length - 1] ?? null;
        if (draft.target !== null) arrive(draft.target, handlers);
      }
    }
    if (!block.stops && block.next !== null) arrive(block.next, handlers);
  }
}
var FORWARD = /* @__PURE__ */ new Map([
  [JUMP, JUMP_FORWARD],
  [JUMP_NO_INTERRUPT, JUMP_FORWARD],
  [POP_JUMP_IF_FALSE, POP_JUMP_FORWARD_IF_FALSE],
  [POP_JUMP_IF_TRUE, POP_JUMP_FORWARD_IF_TRUE],
  [POP_JUMP_IF_NONE, POP_JUMP_FORWARD_IF_NONE],
  [POP_JUMP_IF_NOT_NONE, POP_JUMP_FORWARD_IF_NOT_NONE]
]);
var BACKWARD = /* @__PURE__ */ new Map([
  [JUMP, JUMP_BACKWARD],
  [JUMP_NO_INTERRUPT, JUMP_BACKWARD_NO_INTERRUPT],
  [POP_JUMP_IF_FALSE, POP_JUMP_BACKWARD_IF_FALSE],
  [POP_JUMP_IF_TRUE, POP_JUMP_BACKWARD_IF_TRUE],
  [POP_JUMP_IF_NONE, POP_JUMP_BACKWARD_IF_NONE],
  [POP_JUMP_IF_NOT_NONE, POP_JUMP_BACKWARD_IF_NOT_NONE]
]);
function directJumps(entry) {
  const passed = /* @__PURE__ */ new Set();
  for (const block of following(entry)) {
    passed.add(block);
    const last = block.last();
    if (last === void 0 || last.target === null) continue;
    last.op = (passed.has(last.target) ? BACKWARD : FORWARD).get(last.op) ?? last.op;
  }
}
function emit(unit) {
  let index = 0;
  for (const block of following(unit.entry)) {
    block.index = index;
    index += block.drafts.length;
  }
  const instructions = [];
  const drafts = [];
  const source = unit.source;
  for (const block of following(unit.entry)) {
    for (const draft of block.drafts) {
      const placed = draft.start >= 0;
      instructions.push({
        op: draft.op,
        arg: draft.target === null ? draft.arg : draft.target.index,
        line: draft.line,
        column: placed ? source.byteColumn(draft.start) : -1,
        endLine: placed ? source.line(draft.end) : draft.line,
        endColumn: placed ? source.byteColumn(draft.end) : -1,
        offset: 0
      });
      drafts.push(draft);
    }
  }
  placeInstructions(instructions);
  return { instructions, exceptions: exceptionTable(drafts) };
}
function extendedArgs(arg) {
  return arg > 16777215 ? 3 : arg > 65535 ? 2 : arg > 255 ? 1 : 0;
}
function placeInstructions(instructions) {
  const sizes = instructions.map(
    ({ op: opcode, arg }) => 1 + cacheEntries(opcode) + (isJump(opcode) ? 0 : extendedArgs(arg))
  );
  const starts = new Int32Array(instructions.length + 1);
  const extended = new Uint8Array(instructions.length);
  for (let moved = true; moved; ) {
    moved = false;
    for (let at2 = 0; at2 < sizes.length; at2++) starts[at2 + 1] = starts[at2] + sizes[at2] + extended[at2];
    instructions.forEach((instruction, at2) => {
      if (!isJump(instruction.op)) return;
      const need = extendedArgs(Math.abs(starts[instruction.arg] - starts[at2 + 1]));
      if (need === extended[at2]) return;
      extended[at2] = need;
      moved = true;
    });
  }
  instructions.forEach((instruction, at2) => {
    const prefix = extended[at2] + (isJump(instruction.op) ? 0 : extendedArgs(instruction.arg));
    instruction.offset = 2 * (starts[at2] + prefix);
  });
}
function exceptionTable(drafts) {
  const entries = [];
  let handler = null;
  let start = 0;
  for (let at2 = 0; at2 <= drafts.length; at2++) {
    const next = drafts[at2]?.handler ?? null;
    if (at2 < drafts.length && next === handler) continue;
    if (handler !== null && at2 > start) {
      const lasti = handler.keepsLasti;
      entries.push({ start, end: at2, target: handler.index, depth: handler.depth - (lasti ? 2 : 1), lasti });
    }
    start = at2;
    handler = next;
  }
  return entries;
}

// runtime/language/scopes.ts
var Scope = class {
  kind;
  name;
  parent;
  /** Whether it lies in a function, however deep. */
  nested;
  /** What kind of comprehension the block is, if it is one. */
  comprehension;
  /** Name of the class whose private names (`__x`) are mangled here. */
  privateClass;
  children = [];
  uses = /* @__PURE__ */ new Map();
  variables = /* @__PURE__ */ new Map();
  parameters = [];
  /** Names of a class that are variables of its own and, for its methods, of an outer function. */
  passedFree = /* @__PURE__ */ new Set();
  generator = false;
  /** Whether a method of this class uses `__class__` or `super`. */
  needsClassCell = false;
  /** Whether the walk is inside the iterable of a comprehension. */
  inIterable = 0;
  constructor(kind, name, parent, privateClass, comprehension2 = null) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.privateClass = privateClass;
    this.comprehension = comprehension2;
    this.nested = parent !== null && (parent.nested || parent.kind === "function");
    parent?.children.push(this);
  }
  /** The variable that a mangled name is. */
  variable(name) {
    return this.variables.get(name) ?? "implicit global";
  }
  /** Own variables that inner functions use, sorted. */
  cellNames() {
    const names = [...this.variables].filter(([, variable]) => variable === "cell").map(([name]) => name);
    if (this.needsClassCell) names.push("__class__");
    return names.sort(byCodePoint);
  }
  /** Variables of outer functions that this block or blocks inside it use, sorted. */
  freeNames() {
    const names = [...this.variables].filter(([, variable]) => variable === "free").map(([name]) => name);
    return [...names, ...this.passedFree].sort(byCodePoint);
  }
};
function byCodePoint(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function mangle(privateClass, name) {
  if (privateClass === null || !name.startsWith("__") || name.endsWith("__") || name.includes("."))
    return name;
  const owner = privateClass.replace(/^_+/, "");
  return owner === "" ? name : `_${owner}${name}`;
}
function analyze(source, module, stringAnnotations) {
  const walker = new Walker(source, stringAnnotations);
  const top = walker.module(module);
  resolve(source, top, null, /* @__PURE__ */ new Set());
  return walker.scopes;
}
var Walker = class {
  scopes = /* @__PURE__ */ new Map();
  source;
  stringAnnotations;
  scope;
  top;
  constructor(source, stringAnnotations) {
    this.source = source;
    this.stringAnnotations = stringAnnotations;
  }
  module(module) {
    this.top = new Scope("module", "top", null, null);
    this.scope = this.top;
    this.scopes.set(module, this.scope);
    this.statements(module.body);
    return this.scope;
  }
  inside(node, scope, walk) {
    const outer = this.scope;
    this.scopes.set(node, scope);
    this.scope = scope;
    walk();
    this.scope = outer;
  }
  note(name, use, node, scope = this.scope) {
    const mangled = mangle(scope.privateClass, name);
    let uses = scope.uses.get(mangled);
    if (uses === void 0) {
      uses = {
        assigned: false,
        parameter: false,
        used: false,
        annotated: false,
        global: false,
        nonlocal: false,
        imported: false,
        iteration: false,
        start: node.start,
        end: node.end
      };
      scope.uses.set(mangled, uses);
    }
    if (use.parameter && uses.parameter) {
      this.fail(`duplicate argument '${name}' in function definition`, node);
    }
    return Object.assign(uses, use);
  }
  fail(message, node) {
    return this.source.fail(message, node.start, node.end);
  }
  statements(body) {
    for (const statement2 of body) this.statement(statement2);
  }
  statement(node) {
    switch (node.kind) {
      case "FunctionDef":
        this.function(node);
        return;
      case "ClassDef":
        this.class(node);
        return;
      case "Return":
        this.optional(node.value);
        return;
      case "Delete":
        for (const target of node.targets) this.target(target, "delete");
        return;
      case "Assign":
        this.expression(node.value);
        for (const target of node.targets) this.target(target);
        return;
      case "AugAssign":
        this.target(node.target);
        if (node.target.kind === "Name") this.use(node.target);
        this.expression(node.value);
        return;
      case "AnnAssign":
        this.annotatedAssign(node);
        return;
      case "For":
        this.expression(node.iter);
        this.target(node.target);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case "While":
      case "If":
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case "With":
        for (const item of node.items) {
          this.expression(item.context);
          if (item.target !== null) this.target(item.target);
        }
        this.statements(node.body);
        return;
      case "Raise":
        this.optional(node.exception);
        this.optional(node.cause);
        return;
      case "Try":
        this.statements(node.body);
        for (const handler of node.handlers) {
          this.optional(handler.type);
          if (handler.name !== null) this.note(handler.name, { assigned: true }, handler);
          this.statements(handler.body);
        }
        this.statements(node.orelse);
        this.statements(node.finalbody);
        return;
      case "Assert":
        this.expression(node.test);
        this.optional(node.message);
        return;
      case "Import":
        for (const alias of node.names) {
          this.note(alias.asName ?? alias.name.split(".")[0], { assigned: true, imported: true }, alias);
        }
        return;
      case "ImportFrom":
        this.importFrom(node);
        return;
      case "Global":
      case "Nonlocal":
        this.declare(node);
        return;
      case "Expr":
        this.expression(node.value);
        return;
      default:
        return;
    }
  }
  importFrom(node) {
    for (const alias of node.names) {
      if (alias.name !== "*") this.note(alias.asName ?? alias.name, { assigned: true, imported: true }, alias);
      else if (this.scope.kind !== "module") this.fail("import * only allowed at module level", node);
    }
  }
  declare(node) {
    const word = node.kind === "Global" ? "global" : "nonlocal";
    if (word === "nonlocal" && this.scope.kind === "module") {
      this.fail("nonlocal declaration not allowed at module level", node);
    }
    for (const name of node.names) {
      const before = this.scope.uses.get(mangle(this.scope.privateClass, name));
      if (before?.parameter) this.fail(`name '${name}' is parameter and ${word}`, node);
      if (before?.annotated) this.fail(`annotated name '${name}' can't be ${word}`, node);
      if (before?.used) this.fail(`name '${name}' is used prior to ${word} declaration`, node);
      if (before?.assigned) this.fail(`name '${name}' is assigned to before ${word} declaration`, node);
      if ((word === "global" ? before?.nonlocal : before?.global) === true) {
        this.fail(`name '${name}' is nonlocal and global`, node);
      }
      this.note(name, { [word]: true }, node);
      if (word === "global") this.note(mangle(this.scope.privateClass, name), { global: true }, node, this.top);
      const uses = this.scope.uses.get(mangle(this.scope.privateClass, name));
      uses.start = node.start;
      uses.end = node.end;
    }
  }
  annotatedAssign(node) {
    const target = node.target;
    if (target.kind === "Name") {
      const before = this.scope.uses.get(mangle(this.scope.privateClass, target.id));
      if (node.simple && (before?.global || before?.nonlocal) && this.scope.kind !== "module") {
        this.fail(`annotated name '${target.id}' can't be ${before.global ? "global" : "nonlocal"}`, node);
      }
      if (node.simple) this.note(target.id, { assigned: true, annotated: true }, target);
      else if (node.value !== null) this.note(target.id, { assigned: true }, target);
    } else this.target(target);
    if (!this.stringAnnotations) this.expression(node.annotation);
    this.optional(node.value);
  }
  function(node) {
    this.note(node.name, { assigned: true }, node);
    this.defaults(node.args);
    if (!this.stringAnnotations) {
      for (const parameter of allParameters(node.args)) this.optional(parameter.annotation);
      this.optional(node.returns);
    }
    for (const decorator of node.decorators) this.expression(decorator);
    this.inside(node, new Scope("function", node.name, this.scope, this.scope.privateClass), () => {
      this.parameters(node.args);
      this.statements(node.body);
    });
  }
  class(node) {
    this.note(node.name, { assigned: true }, node);
    for (const base of node.bases) this.expression(base);
    for (const keyword of node.keywords) this.expression(keyword.value);
    for (const decorator of node.decorators) this.expression(decorator);
    this.inside(node, new Scope("class", node.name, this.scope, node.name), () => this.statements(node.body));
  }
  defaults(args) {
    for (const value2 of args.defaults) this.expression(value2);
    for (const value2 of args.kwDefaults) this.optional(value2);
  }
  parameters(args) {
    for (const parameter of allParameters(args)) {
      this.checkName(parameter.name, "assign to", parameter);
      this.note(parameter.name, { parameter: true }, parameter);
      this.scope.parameters.push(mangle(this.scope.privateClass, parameter.name));
    }
  }
  optional(node) {
    if (node !== null) this.expression(node);
  }
  all(nodes) {
    for (const node of nodes) if (node !== null) this.expression(node);
  }
  use(node) {
    this.note(node.id, { used: true }, node);
    if (node.id === "super" && this.scope.kind === "function") this.note("__class__", { used: true }, node);
  }
  target(node, access = "assign to") {
    switch (node.kind) {
      case "Name":
        this.checkName(node.id, access, node);
        this.note(node.id, { assigned: true }, node);
        return;
      case "Starred":
        this.target(node.value);
        return;
      case "Tuple":
      case "List":
        for (const element3 of node.elts) this.target(element3, access);
        return;
      default:
        this.expression(node);
        return;
    }
  }
  checkName(name, access, node) {
    if (name === "__debug__") this.fail(`cannot ${access} __debug__`, node);
  }
  expression(node) {
    switch (node.kind) {
      case "Constant":
        return;
      case "Name":
        this.use(node);
        return;
      case "JoinedStr":
      case "BoolOp":
        this.all(node.values);
        return;
      case "FormattedValue":
        this.expression(node.value);
        this.optional(node.formatSpec);
        return;
      case "NamedExpr":
        this.named(node);
        return;
      case "BinOp":
        this.expression(node.left);
        this.expression(node.right);
        return;
      case "UnaryOp":
        this.expression(node.operand);
        return;
      case "Lambda":
        this.defaults(node.args);
        this.inside(node, new Scope("function", "lambda", this.scope, this.scope.privateClass), () => {
          this.parameters(node.args);
          this.expression(node.body);
        });
        return;
      case "IfExp":
        this.all([node.test, node.body, node.orelse]);
        return;
      case "Dict":
        this.all(node.keys);
        this.all(node.values);
        return;
      case "Set":
      case "List":
      case "Tuple":
        this.all(node.elts);
        return;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.comprehension(node);
        return;
      case "Yield":
      case "YieldFrom":
        this.yield(node);
        return;
      case "Compare":
        this.expression(node.left);
        this.all(node.comparators);
        return;
      case "Call":
        this.expression(node.func);
        this.all(node.args);
        for (const keyword of node.keywords) this.expression(keyword.value);
        return;
      case "Attribute":
      case "Starred":
        this.expression(node.value);
        return;
      case "Subscript":
        this.expression(node.value);
        this.expression(node.slice);
        return;
      case "Slice":
        this.all([node.lower, node.upper, node.step]);
        return;
    }
  }
  yield(node) {
    this.optional(node.value);
    if (this.scope.comprehension !== null) {
      const where = {
        ListComp: "list comprehension",
        SetComp: "set comprehension",
        DictComp: "dict comprehension",
        GeneratorExp: "generator expression"
      }[this.scope.comprehension];
      this.fail(`'yield' inside ${where}`, node);
    }
    if (this.scope.kind !== "function") this.fail("'yield' outside function", node);
    this.scope.generator = true;
  }
  comprehension(node) {
    const name = { ListComp: "listcomp", SetComp: "setcomp", DictComp: "dictcomp", GeneratorExp: "genexpr" }[node.kind];
    const [first, ...others] = node.generators;
    this.iterable(first.iter);
    const scope = new Scope("function", name, this.scope, this.scope.privateClass, node.kind);
    scope.generator = node.kind === "GeneratorExp";
    this.inside(node, scope, () => {
      this.note(".0", { parameter: true }, first.iter);
      scope.parameters.push(".0");
      this.iteration(first.target);
      this.all(first.ifs);
      for (const other of others) {
        this.iteration(other.target);
        this.iterable(other.iter);
        this.all(other.ifs);
      }
      this.optional(node.value);
      this.expression(node.element);
    });
  }
  iterable(node) {
    this.scope.inIterable++;
    this.expression(node);
    this.scope.inIterable--;
  }
  /** The target of a comprehension's `for`. */
  iteration(node) {
    const names = [];
    this.target(node);
    collectNames(node, names);
    for (const name of names) {
      const uses = this.note(name.id, { iteration: true }, name);
      if (uses.nonlocal || uses.global) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name.id}'`, name);
      }
    }
  }
  /** `name := value` in a comprehension binds a variable of the block around it. */
  named(node) {
    if (this.scope.inIterable > 0) {
      this.fail("assignment expression cannot be used in a comprehension iterable expression", node);
    }
    if (this.scope.comprehension !== null) this.bindAround(node.target);
    this.expression(node.value);
    this.target(node.target);
  }
  bindAround(target) {
    for (let scope = this.scope; scope !== null; scope = scope.parent) {
      const uses = scope.uses.get(mangle(scope.privateClass, target.id));
      if (scope.comprehension !== null) {
        if (uses?.iteration) {
          this.fail(
            `assignment expression cannot rebind comprehension iteration variable '${target.id}'`,
            target
          );
        }
      } else if (scope.kind === "function") {
        this.note(target.id, uses?.global ? { global: true } : { nonlocal: true }, target);
        this.note(target.id, { assigned: true }, target, scope);
        return;
      } else if (scope.kind === "module") {
        this.note(target.id, { global: true }, target);
        this.note(target.id, { global: true }, target, scope);
        return;
      } else {
        this.fail("assignment expression within a comprehension cannot be used in a class body", target);
      }
    }
  }
};
function collectNames(node, names) {
  if (node.kind === "Name") names.push(node);
  else if (node.kind === "Starred") collectNames(node.value, names);
  else if (node.kind === "Tuple" || node.kind === "List")
    for (const element3 of node.elts) collectNames(element3, names);
}
function allParameters(args) {
  const result = [...args.posOnly, ...args.args, ...args.kwOnly];
  if (args.varArg !== null) result.push(args.varArg);
  if (args.kwArg !== null) result.push(args.kwArg);
  return result;
}
function resolve(source, scope, bound, free) {
  const visible = new Set(bound ?? []);
  for (const [name, uses] of scope.uses) {
    const variable = classify(source, name, uses, bound);
    scope.variables.set(name, variable);
    if (variable === "free") free.add(name);
    if (scope.kind !== "function") continue;
    if (variable === "local") visible.add(name);
    if (variable === "global") visible.delete(name);
  }
  if (scope.kind === "class") visible.add("__class__");
  const needed = /* @__PURE__ */ new Set();
  for (const child of scope.children) {
    resolve(source, child, scope.kind === "module" ? null : visible, needed);
  }
  for (const name of needed) {
    const variable = scope.variables.get(name);
    if (scope.kind === "function" && variable === "local") scope.variables.set(name, "cell");
    else if (scope.kind === "class" && name === "__class__") scope.needsClassCell = true;
    else {
      if (variable === void 0) scope.variables.set(name, "free");
      else if (scope.kind === "class" && variable !== "free") scope.passedFree.add(name);
      free.add(name);
    }
  }
}
function classify(source, name, uses, bound) {
  if (uses.global) return "global";
  if (uses.nonlocal) {
    if (!bound?.has(name)) source.fail(`no binding for nonlocal '${name}' found`, uses.start, uses.end);
    return "free";
  }
  if (uses.assigned || uses.parameter) return "local";
  return bound?.has(name) ? "free" : "implicit global";
}

// runtime/language/blocks.ts
var BasicBlock = class {
  drafts = [];
  /** The block that follows in the code. */
  next = null;
  /** Whether the end leaves the code object. */
  exits = false;
  /** Whether control never goes on to the next block. */
  stops = false;
  predecessors = 0;
  reached = false;
  /** Depth of the stack at the first instruction, -1 while unknown. */
  depth = -1;
  /** Of a handler: whether the raising instruction's offset lies below the exception. */
  keepsLasti = false;
  /** Index of the first instruction in the code object. */
  index = 0;
  last() {
    return this.drafts[this.drafts.length - 1];
  }
};
function constantKey(value2, codes) {
  if (value2 === null || typeof value2 === "boolean") return String(value2);
  if (value2 === ELLIPSIS) return "...";
  switch (typeof value2) {
    case "bigint":
      return `i${value2}`;
    case "number":
      return Object.is(value2, -0) ? "f-0" : `f${value2}`;
    case "string":
      return `s${value2.length}:${value2}`;
    default:
      break;
  }
  if (value2 instanceof Uint8Array) return `b${value2.join(",")}`;
  if (Array.isArray(value2)) return `(${value2.map((item) => constantKey(item, codes)).join(";")})`;
  if (isFrozenSet(value2)) {
    const keys = new Set(value2.frozenset.map((item) => constantKey(item, codes)));
    return `{${[...keys].sort().join(";")}}`;
  }
  if (isCode(value2)) {
    let number = codes.findIndex((code) => sameCode(code, value2));
    if (number < 0) number = codes.push(value2) - 1;
    return `c${number}`;
  }
  throw new TypeError("invalid constant");
}
function sameCode(a, b) {
  if (a.name !== b.name || a.firstLine !== b.firstLine || a.instructions.length !== b.instructions.length)
    return false;
  const codes = [];
  const same = (name) => JSON.stringify(a[name]) === JSON.stringify(b[name]);
  return ["instructions", "exceptions", "names", "varNames", "cellNames", "freeNames", "flags"].every(
    same
  ) && constantKey(a.consts, codes) === constantKey(b.consts, codes);
}
var Table = class {
  list = [];
  index = /* @__PURE__ */ new Map();
  constructor(initial = []) {
    for (const name of initial) this.add(name);
  }
  add(name) {
    let index = this.index.get(name);
    if (index === void 0) {
      index = this.list.length;
      this.list.push(name);
      this.index.set(name, index);
    }
    return index;
  }
};
var Unit = class {
  source;
  scope;
  parent;
  name;
  qualname;
  kind;
  firstLine;
  argCount = 0;
  posOnlyCount = 0;
  kwOnlyCount = 0;
  varArg = false;
  kwArg = false;
  consts = [];
  constIndex = /* @__PURE__ */ new Map();
  codes = [];
  names = new Table();
  varNames;
  cellNames;
  freeNames;
  entry = new BasicBlock();
  /** In the order in which they were made. */
  blocks = [this.entry];
  current = this.entry;
  frames = [];
  // Position of the instructions to come.
  line = -1;
  start = -1;
  end = -1;
  constructor(source, scope, parent, kind, name, firstLine) {
    this.source = source;
    this.scope = scope;
    this.parent = parent;
    this.kind = kind;
    this.name = name;
    this.firstLine = firstLine;
    this.varNames = new Table(scope.parameters);
    this.cellNames = scope.cellNames();
    this.freeNames = scope.freeNames();
    this.qualname = qualifiedName(parent, name);
  }
  /** Index of a constant, which is added if it is new. */
  constant(value2) {
    const key = constantKey(value2, this.codes);
    let index = this.constIndex.get(key);
    if (index === void 0) {
      index = this.consts.length;
      this.consts.push(value2);
      this.constIndex.set(key, index);
    }
    return index;
  }
  newBlock() {
    const block = new BasicBlock();
    this.blocks.push(block);
    return block;
  }
  /** Goes on with a block, which follows the current one. */
  use(block) {
    this.current.next = block;
    this.current = block;
  }
  /** Appends an instruction at the current position. */
  emit(op, arg = 0) {
    this.append(op, arg, null);
  }
  /** Appends a jump or block push at the current position. */
  jump(op, target) {
    this.append(op, 0, target);
  }
  /** Appends a jump or block push that belongs to no line of its own. */
  artificialJump(op, target) {
    this.within(null, () => this.append(op, 0, target));
  }
  /** Emits at the position of a node, and goes back to the current one. */
  within(node, emit2) {
    const { line, start, end } = this;
    if (node === null) this.noPosition();
    else this.at(node);
    emit2();
    this.line = line;
    this.start = start;
    this.end = end;
  }
  append(op, arg, target) {
    const last = this.current.last();
    if (last !== void 0 && (isJump(last.op) || isBlockPush(last.op) || isExit(last.op)))
      this.use(this.newBlock());
    const { line, start, end } = this;
    this.current.drafts.push({ op, arg, target, line, start, end, handler: null });
  }
  /** Whether the code so far ends by returning. */
  returned() {
    return this.current.last()?.op === RETURN_VALUE;
  }
  /** Sets the position of the instructions to come; a node of negative offsets has none. */
  at(node) {
    this.start = node.start;
    this.end = node.end;
    this.line = node.start < 0 ? -1 : this.source.line(node.start);
  }
  /** The instructions to come are at the start of the first line, which for a module is line 0. */
  atStart() {
    this.start = this.source.lineStart(this.firstLine);
    this.end = this.start;
    this.line = this.kind === "module" ? 0 : this.firstLine;
  }
  /** The instructions to come belong to the line of what precedes them. */
  noPosition() {
    this.line = -1;
    this.start = -1;
    this.end = -1;
  }
};
function qualifiedName(parent, name) {
  if (parent === null || parent.kind === "module") return name;
  if (parent.scope.variables.get(mangle(parent.scope.privateClass, name)) === "global") return name;
  const inFunction = parent.kind === "function" || parent.kind === "lambda";
  return `${parent.qualname}${inFunction ? ".<locals>" : ""}.${name}`;
}

// runtime/language/compiler.ts
var STACK_GUIDELINE = 30;
var Compiler = class {
  source;
  scopes;
  /** CO_FUTURE_* bits of the module's `from __future__` statements. */
  futureFlags;
  unit;
  top;
  constructor(source, scopes, top, futureFlags2) {
    this.source = source;
    this.scopes = scopes;
    this.top = top;
    this.futureFlags = futureFlags2;
  }
  /** Compiles the inside of a block; `body` emits its instructions. */
  inside(node, kind, name, firstLine, body, addNone = true) {
    const outer = this.unit;
    const unit = new Unit(this.source, this.scopes.get(node), outer ?? null, kind, name, firstLine);
    this.unit = unit;
    unit.atStart();
    unit.emit(RESUME, 0);
    body(unit);
    const code = assemble(unit, this.futureFlags, addNone);
    this.unit = outer;
    return code;
  }
  fail(message, node) {
    return this.source.fail(message, node.start, node.end);
  }
  emit(op, arg = 0) {
    this.unit.emit(op, arg);
  }
  constant(value2) {
    this.unit.emit(LOAD_CONST, this.unit.constant(value2));
  }
  mangled(name) {
    return mangle(this.unit.scope.privateClass, name);
  }
  /** Emits an instruction whose argument is an index into `names`. */
  named(op, name) {
    this.unit.emit(op, this.unit.names.add(this.mangled(name)));
  }
  /** Loads, stores or deletes a variable. */
  variable(name, access) {
    const unit = this.unit;
    const mangled = this.mangled(name);
    const variable = unit.scope.variable(mangled);
    if (variable === "cell" || variable === "free") {
      unit.emit(this.derefOp(access), derefIndex(unit, mangled));
    } else if (variable === "local" && unit.scope.kind === "function") {
      unit.emit(pick(access, LOAD_FAST, STORE_FAST, DELETE_FAST), unit.varNames.add(mangled));
    } else if (variable === "global" || variable === "implicit global" && unit.scope.kind === "function") {
      const global = pick(access, LOAD_GLOBAL, STORE_GLOBAL, DELETE_GLOBAL);
      const index = unit.names.add(mangled);
      unit.emit(global, access === "load" ? index << 1 : index);
    } else {
      unit.emit(pick(access, LOAD_NAME, STORE_NAME, DELETE_NAME), unit.names.add(mangled));
    }
  }
  derefOp(access) {
    const load = this.unit.scope.kind === "class" ? LOAD_CLASSDEREF : LOAD_DEREF;
    return pick(access, load, STORE_DEREF, DELETE_DEREF);
  }
  /** Makes a function from code and, below it on the stack, what `flags` announce. */
  makeFunction(code, flags) {
    const unit = this.unit;
    if (code.freeNames.length > 0) {
      for (const name of code.freeNames) unit.emit(LOAD_CLOSURE, closureIndex(unit, name));
      unit.emit(BUILD_TUPLE, code.freeNames.length);
      flags |= 8;
    }
    this.constant(code);
    unit.emit(MAKE_FUNCTION, flags);
  }
  /** Whether a name is bound by an import at the top of the module. */
  isImported(name) {
    return this.top.uses.get(name)?.imported ?? false;
  }
  call(count) {
    this.emit(PRECALL, count);
    this.emit(CALL, count);
  }
};
function derefIndex(unit, name) {
  if (unit.scope.variable(name) === "cell") return unit.cellNames.indexOf(name);
  return unit.cellNames.length + unit.freeNames.indexOf(name);
}
function closureIndex(unit, name) {
  const own = unit.kind === "class" && name === "__class__";
  return own ? unit.cellNames.indexOf(name) : derefIndex(unit, name);
}
function pick(access, load, store2, del) {
  return access === "load" ? load : access === "store" ? store2 : del;
}
function isConstant(node) {
  return node.kind === "Constant";
}

// runtime/language/compile-expressions.ts
function expression(c, node) {
  c.unit.within(node, () => value(c, node));
}
function expressions(c, nodes) {
  for (const node of nodes) expression(c, node);
}
function value(c, node) {
  switch (node.kind) {
    case "Constant":
      c.constant(node.value);
      return;
    case "Name":
      c.variable(node.id, "load");
      return;
    case "JoinedStr":
      joined(c, node);
      return;
    case "FormattedValue": {
      expression(c, node.value);
      if (node.formatSpec !== null) expression(c, node.formatSpec);
      const conversion = ["", "s", "r", "a"].indexOf(node.conversion);
      c.emit(FORMAT_VALUE, conversion | (node.formatSpec === null ? 0 : 4));
      return;
    }
    case "BoolOp":
      boolean(c, node);
      return;
    case "NamedExpr":
      expression(c, node.value);
      c.emit(COPY, 1);
      store(c, node.target);
      return;
    case "BinOp":
      expression(c, node.left);
      expression(c, node.right);
      c.emit(BINARY_OP, BINARY_OPERATORS.indexOf(node.op));
      return;
    case "UnaryOp":
      expression(c, node.operand);
      c.emit(UNARY2[node.op]);
      return;
    case "Lambda":
      lambda2(c, node);
      return;
    case "IfExp":
      conditional(c, node);
      return;
    case "Dict":
      dict(c, node);
      return;
    case "Set":
      display(c, node.elts, 0, SET);
      return;
    case "List":
      display(c, node.elts, 0, LIST);
      return;
    case "Tuple":
      display(c, node.elts, 0, TUPLE2);
      return;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      comprehension(c, node);
      return;
    case "Yield":
      if (node.value === null) c.constant(null);
      else expression(c, node.value);
      yieldValue(c);
      return;
    case "YieldFrom":
      yieldFrom(c, node.value);
      return;
    case "Compare":
      compare(c, node);
      return;
    case "Call":
      call(c, node);
      return;
    case "Attribute":
      expression(c, node.value);
      atAttribute(c, node);
      c.named(LOAD_ATTR, node.attr);
      return;
    case "Subscript":
      expression(c, node.value);
      expression(c, node.slice);
      c.emit(BINARY_SUBSCR);
      return;
    case "Starred":
      c.fail("can't use starred expression here", node);
      return;
    case "Slice": {
      for (const bound of [node.lower, node.upper]) {
        if (bound === null) c.constant(null);
        else expression(c, bound);
      }
      if (node.step !== null) expression(c, node.step);
      c.emit(BUILD_SLICE, node.step === null ? 2 : 3);
      return;
    }
  }
}
var UNARY2 = { not: UNARY_NOT, "-": UNARY_NEGATIVE, "+": UNARY_POSITIVE, "~": UNARY_INVERT };
function atAttribute(c, node) {
  const line = c.source.line(node.end - 1);
  if (c.unit.line === line) return;
  c.unit.line = line;
  c.unit.start = node.end - node.attr.length;
}
function store(c, target) {
  c.unit.within(target, () => storeValue(c, target));
}
function storeValue(c, target) {
  switch (target.kind) {
    case "Name":
      c.variable(target.id, "store");
      return;
    case "Attribute":
      checkAssignable(c, target.attr, target);
      expression(c, target.value);
      atAttribute(c, target);
      c.named(STORE_ATTR, target.attr);
      return;
    case "Subscript":
      expression(c, target.value);
      expression(c, target.slice);
      c.emit(STORE_SUBSCR);
      return;
    case "Tuple":
    case "List":
      unpack(c, target.elts, target);
      return;
    case "Starred":
      c.fail("starred assignment target must be in a list or tuple", target);
      return;
    default:
      throw new TypeError(`invalid target ${target.kind}`);
  }
}
function checkAssignable(c, name, node) {
  if (name === "__debug__") c.fail("cannot assign to __debug__", node);
}
function unpack(c, targets, node) {
  const star = targets.findIndex((target) => target.kind === "Starred");
  if (star < 0) c.emit(UNPACK_SEQUENCE, targets.length);
  else {
    if (targets.some((target, index) => index > star && target.kind === "Starred")) {
      c.fail("multiple starred expressions in assignment", node);
    }
    const after = targets.length - star - 1;
    if (star > 255 || after > 8388607) c.fail("too many expressions in star-unpacking assignment", node);
    c.emit(UNPACK_EX, star | after << 8);
  }
  for (const target of targets) store(c, target.kind === "Starred" ? target.value : target);
}
function joined(c, node) {
  if (node.values.length > STACK_GUIDELINE) {
    c.constant("");
    c.named(LOAD_METHOD, "join");
    c.emit(BUILD_LIST, 0);
    for (const part of node.values) {
      expression(c, part);
      c.emit(LIST_APPEND, 1);
    }
    c.call(1);
    return;
  }
  expressions(c, node.values);
  if (node.values.length !== 1) c.emit(BUILD_STRING, node.values.length);
}
function boolean(c, node) {
  const end = c.unit.newBlock();
  const jump = node.op === "and" ? JUMP_IF_FALSE_OR_POP : JUMP_IF_TRUE_OR_POP;
  for (const operand of node.values.slice(0, -1)) {
    expression(c, operand);
    c.unit.jump(jump, end);
    c.unit.use(c.unit.newBlock());
  }
  expression(c, node.values[node.values.length - 1]);
  c.unit.use(end);
}
function conditional(c, node) {
  const end = c.unit.newBlock();
  const otherwise = c.unit.newBlock();
  jumpIf(c, node.test, otherwise, false);
  expression(c, node.body);
  c.unit.artificialJump(JUMP, end);
  c.unit.use(otherwise);
  expression(c, node.orelse);
  c.unit.use(end);
}
function compareOperator(c, operator) {
  if (operator === "is" || operator === "is not") c.emit(IS_OP, operator === "is" ? 0 : 1);
  else if (operator === "in" || operator === "not in") c.emit(CONTAINS_OP, operator === "in" ? 0 : 1);
  else c.emit(COMPARE_OP, COMPARISONS.indexOf(operator));
}
function compare(c, node) {
  const last = node.ops.length - 1;
  expression(c, node.left);
  if (last === 0) {
    expression(c, node.comparators[0]);
    compareOperator(c, node.ops[0]);
    return;
  }
  const cleanup = c.unit.newBlock();
  for (let at2 = 0; at2 < last; at2++) {
    expression(c, node.comparators[at2]);
    c.emit(SWAP, 2);
    c.emit(COPY, 2);
    compareOperator(c, node.ops[at2]);
    c.unit.jump(JUMP_IF_FALSE_OR_POP, cleanup);
  }
  expression(c, node.comparators[last]);
  compareOperator(c, node.ops[last]);
  const end = c.unit.newBlock();
  c.unit.artificialJump(JUMP, end);
  c.unit.use(cleanup);
  c.emit(SWAP, 2);
  c.emit(POP_TOP);
  c.unit.use(end);
}
function jumpIf(c, node, target, when) {
  if (node.kind === "UnaryOp" && node.op === "not") {
    jumpIf(c, node.operand, target, !when);
    return;
  }
  if (node.kind === "BoolOp") {
    jumpIfBoolean(c, node, target, when);
    return;
  }
  if (node.kind === "IfExp") {
    jumpIfConditional(c, node, target, when);
    return;
  }
  if (node.kind === "Compare") {
    c.unit.at(node);
    if (node.ops.length > 1) {
      jumpIfCompare(c, node, target, when);
      return;
    }
  }
  expression(c, node);
  c.unit.jump(when ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
  c.unit.use(c.unit.newBlock());
}
function jumpIfConditional(c, node, target, when) {
  const end = c.unit.newBlock();
  const otherwise = c.unit.newBlock();
  jumpIf(c, node.test, otherwise, false);
  jumpIf(c, node.body, target, when);
  c.unit.artificialJump(JUMP, end);
  c.unit.use(otherwise);
  jumpIf(c, node.orelse, target, when);
  c.unit.use(end);
}
function jumpIfBoolean(c, node, target, when) {
  const shortcut = node.op === "or";
  const early = shortcut === when ? target : c.unit.newBlock();
  for (const operand of node.values.slice(0, -1)) jumpIf(c, operand, early, shortcut);
  jumpIf(c, node.values[node.values.length - 1], target, when);
  if (early !== target) c.unit.use(early);
}
function jumpIfCompare(c, node, target, when) {
  const unit = c.unit;
  const last = node.ops.length - 1;
  const cleanup = unit.newBlock();
  expression(c, node.left);
  for (let at2 = 0; at2 < last; at2++) {
    expression(c, node.comparators[at2]);
    c.emit(SWAP, 2);
    c.emit(COPY, 2);
    compareOperator(c, node.ops[at2]);
    unit.jump(POP_JUMP_IF_FALSE, cleanup);
    unit.use(unit.newBlock());
  }
  expression(c, node.comparators[last]);
  compareOperator(c, node.ops[last]);
  unit.jump(when ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
  unit.use(unit.newBlock());
  const done = unit.newBlock();
  unit.artificialJump(JUMP, done);
  unit.use(cleanup);
  c.emit(POP_TOP);
  if (!when) unit.artificialJump(JUMP, target);
  unit.use(done);
}
var LIST = { build: BUILD_LIST, add: LIST_APPEND, extend: LIST_EXTEND, tuple: false };
var SET = { build: BUILD_SET, add: SET_ADD, extend: SET_UPDATE, tuple: false };
var TUPLE2 = { build: BUILD_LIST, add: LIST_APPEND, extend: LIST_EXTEND, tuple: true };
function display(c, elts, pushed, { build, add, extend, tuple }) {
  const count = elts.length;
  if (count > 2 && elts.every(isConstant)) {
    const values = elts.map((element3) => element3.value);
    if (tuple && pushed === 0) {
      c.constant(values);
      return;
    }
    c.emit(build, pushed);
    c.constant(build === BUILD_SET ? { frozenset: values } : values);
    c.emit(extend, 1);
    if (tuple) c.emit(LIST_TO_TUPLE);
    return;
  }
  const big = count + pushed > STACK_GUIDELINE;
  if (!big && !elts.some((element3) => element3.kind === "Starred")) {
    expressions(c, elts);
    c.emit(tuple ? BUILD_TUPLE : build, count + pushed);
    return;
  }
  let built = big;
  if (big) c.emit(build, pushed);
  elts.forEach((element3, index) => {
    if (element3.kind === "Starred") {
      if (!built) c.emit(build, index + pushed);
      built = true;
      expression(c, element3.value);
      c.emit(extend, 1);
    } else {
      expression(c, element3);
      if (built) c.emit(add, 1);
    }
  });
  if (tuple) c.emit(LIST_TO_TUPLE);
}
function dict(c, node) {
  let have = false;
  let first = 0;
  const flush = (until) => {
    if (until === first) return;
    pairs(c, node, first, until);
    if (have) c.emit(DICT_UPDATE, 1);
    have = true;
  };
  for (let at2 = 0; at2 < node.values.length; at2++) {
    if (node.keys[at2] === null) {
      flush(at2);
      first = at2 + 1;
      if (!have) c.emit(BUILD_MAP, 0);
      have = true;
      expression(c, node.values[at2]);
      c.emit(DICT_UPDATE, 1);
    } else if ((at2 - first) * 2 > STACK_GUIDELINE) {
      flush(at2 + 1);
      first = at2 + 1;
    }
  }
  flush(node.values.length);
  if (!have) c.emit(BUILD_MAP, 0);
}
function pairs(c, node, from, to) {
  const keys = node.keys.slice(from, to);
  const values = node.values.slice(from, to);
  const big = keys.length * 2 > STACK_GUIDELINE;
  if (keys.length > 1 && !big && keys.every(isConstant)) {
    expressions(c, values);
    c.constant(keys.map((key) => key.value));
    c.emit(BUILD_CONST_KEY_MAP, keys.length);
    return;
  }
  if (big) c.emit(BUILD_MAP, 0);
  keys.forEach((key, index) => {
    expression(c, key);
    expression(c, values[index]);
    if (big) c.emit(MAP_ADD, 1);
  });
  if (!big) c.emit(BUILD_MAP, keys.length);
}
function yieldValue(c) {
  c.emit(YIELD_VALUE);
  c.emit(RESUME, 1);
}
function yieldFrom(c, iterable2) {
  const unit = c.unit;
  expression(c, iterable2);
  c.emit(GET_YIELD_FROM_ITER);
  c.constant(null);
  const send = unit.newBlock();
  const resume = unit.newBlock();
  const exit = unit.newBlock();
  unit.use(send);
  unit.jump(SEND, exit);
  unit.use(resume);
  c.emit(YIELD_VALUE);
  c.emit(RESUME, 2);
  unit.jump(JUMP_NO_INTERRUPT, send);
  unit.use(exit);
}
function call(c, node) {
  if (methodCall(c, node)) return;
  c.unit.within(node.func, () => c.emit(PUSH_NULL));
  expression(c, node.func);
  callArguments(c, 0, node.args, node.keywords);
}
function methodCall(c, node) {
  const { func, args, keywords } = node;
  if (func.kind !== "Attribute") return false;
  if (func.value.kind === "Name" && c.isImported(func.value.id)) return false;
  if (args.length + keywords.length + (keywords.length > 0 ? 1 : 0) >= STACK_GUIDELINE) return false;
  if (args.some((arg) => arg.kind === "Starred") || keywords.some((keyword) => keyword.name === null))
    return false;
  expression(c, func.value);
  c.unit.within(func, () => {
    atAttribute(c, func);
    c.named(LOAD_METHOD, func.attr);
  });
  expressions(c, args);
  const count = args.length + keywords.length;
  for (const keyword of keywords) expression(c, keyword.value);
  c.unit.within(func, () => {
    atAttribute(c, func);
    keywordNames(c, keywords);
  });
  atAttribute(c, func);
  c.call(count);
  return true;
}
function keywordNames(c, keywords) {
  if (keywords.length > 0) c.emit(KW_NAMES, c.unit.constant(keywords.map((keyword) => keyword.name)));
}
function callArguments(c, pushed, args, keywords) {
  const count = args.length + keywords.length;
  const simple = pushed + args.length + keywords.length * 2 <= STACK_GUIDELINE && !args.some((arg) => arg.kind === "Starred") && !keywords.some((keyword) => keyword.name === null);
  if (simple) {
    expressions(c, args);
    for (const keyword of keywords) expression(c, keyword.value);
    keywordNames(c, keywords);
    c.call(pushed + count);
    return;
  }
  if (pushed === 0 && args.length === 1 && args[0].kind === "Starred") expression(c, args[0].value);
  else display(c, args, pushed, TUPLE2);
  if (keywords.length > 0) keywordDict(c, keywords);
  c.emit(CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}
function keywordDict(c, keywords) {
  let have = false;
  let group = [];
  const flush = () => {
    if (group.length === 0) return;
    keywordPairs(c, group);
    if (have) c.emit(DICT_MERGE, 1);
    have = true;
    group = [];
  };
  for (const keyword of keywords) {
    if (keyword.name !== null) {
      group.push(keyword);
      continue;
    }
    flush();
    if (!have) c.emit(BUILD_MAP, 0);
    have = true;
    expression(c, keyword.value);
    c.emit(DICT_MERGE, 1);
  }
  flush();
}
function keywordPairs(c, keywords) {
  const names = keywords.map((keyword) => keyword.name);
  const big = keywords.length * 2 > STACK_GUIDELINE;
  if (keywords.length > 1 && !big) {
    for (const keyword of keywords) expression(c, keyword.value);
    c.constant(names);
    c.emit(BUILD_CONST_KEY_MAP, keywords.length);
    return;
  }
  if (big) c.emit(BUILD_MAP, 0);
  keywords.forEach((keyword, index) => {
    c.constant(names[index]);
    expression(c, keyword.value);
    if (big) c.unit.within(keyword.value, () => c.emit(MAP_ADD, 1));
  });
  if (!big) c.emit(BUILD_MAP, keywords.length);
}

// runtime/language/compile-try.ts
function unwind(c, keepTop) {
  unwindTo(c, keepTop, () => false);
}
function unwindLoop(c, leave) {
  const loop = unwindTo(c, false, (frame) => frame.kind === "while" || frame.kind === "for");
  if (loop !== null && leave) leaveFrame(c, loop, false);
  return loop;
}
function unwindTo(c, keepTop, stop) {
  const frames = c.unit.frames;
  const frame = frames.pop();
  if (frame === void 0) return null;
  if (stop(frame)) {
    frames.push(frame);
    return frame;
  }
  leaveFrame(c, frame, keepTop);
  const found = unwindTo(c, keepTop, stop);
  frames.push(frame);
  return found;
}
function leaveFrame(c, frame, keepTop) {
  const swap = () => {
    if (keepTop) c.emit(SWAP, 2);
  };
  switch (frame.kind) {
    case "while":
    case "exception handler":
      return;
    case "for":
    case "pop value":
      swap();
      c.emit(POP_TOP);
      return;
    case "try":
      c.emit(POP_BLOCK);
      return;
    case "finally":
      c.emit(POP_BLOCK);
      if (keepTop) c.unit.frames.push({ kind: "pop value" });
      frame.emitBody();
      if (keepTop) c.unit.frames.pop();
      c.unit.noPosition();
      return;
    case "finally end":
      swap();
      c.emit(POP_TOP);
      swap();
      c.emit(POP_BLOCK);
      c.emit(POP_EXCEPT);
      return;
    case "with":
      c.unit.at(frame);
      c.emit(POP_BLOCK);
      swap();
      exitWithNones(c);
      c.emit(POP_TOP);
      c.unit.noPosition();
      return;
    case "handler cleanup":
      if (frame.name !== null) c.emit(POP_BLOCK);
      swap();
      c.emit(POP_BLOCK);
      c.emit(POP_EXCEPT);
      if (frame.name !== null) forget(c, frame.name);
  }
}
function forget(c, name) {
  c.constant(null);
  c.variable(name, "store");
  c.variable(name, "delete");
}
function popExceptAndReraise(c) {
  c.emit(COPY, 3);
  c.emit(POP_EXCEPT);
  c.emit(RERAISE, 1);
}
function tryStatement(c, node) {
  if (node.finalbody.length > 0) tryFinally(c, node);
  else tryExcept(c, node);
}
function tryFinally(c, node) {
  const unit = c.unit;
  const body = unit.newBlock();
  const handler = unit.newBlock();
  const exit = unit.newBlock();
  const cleanup = unit.newBlock();
  unit.jump(SETUP_FINALLY, handler);
  unit.use(body);
  unit.frames.push({ kind: "finally", emitBody: () => statements(c, node.finalbody) });
  if (node.handlers.length > 0) tryExcept(c, node);
  else statements(c, node.body);
  unit.within(null, () => c.emit(POP_BLOCK));
  unit.frames.pop();
  statements(c, node.finalbody);
  unit.artificialJump(JUMP, exit);
  unit.use(handler);
  unit.frames.push({ kind: "finally end" });
  unit.noPosition();
  unit.jump(SETUP_CLEANUP, cleanup);
  c.emit(PUSH_EXC_INFO);
  statements(c, node.finalbody);
  c.emit(RERAISE, 0);
  unit.frames.pop();
  unit.use(cleanup);
  popExceptAndReraise(c);
  unit.use(exit);
}
function tryExcept(c, node) {
  const unit = c.unit;
  const body = unit.newBlock();
  const except = unit.newBlock();
  const end = unit.newBlock();
  const cleanup = unit.newBlock();
  unit.jump(SETUP_FINALLY, except);
  unit.use(body);
  unit.frames.push({ kind: "try" });
  statements(c, node.body);
  unit.frames.pop();
  unit.within(null, () => c.emit(POP_BLOCK));
  statements(c, node.orelse);
  unit.artificialJump(JUMP, end);
  unit.use(except);
  unit.noPosition();
  unit.jump(SETUP_CLEANUP, cleanup);
  c.emit(PUSH_EXC_INFO);
  unit.frames.push({ kind: "exception handler" });
  node.handlers.forEach((handler, index) => {
    if (handler.type === null && index < node.handlers.length - 1) {
      c.fail("default 'except:' must be last", handler);
    }
    exceptHandler(c, handler, end);
  });
  unit.frames.pop();
  unit.noPosition();
  c.emit(RERAISE, 0);
  unit.use(cleanup);
  popExceptAndReraise(c);
  unit.use(end);
}
function exceptHandler(c, handler, end) {
  const unit = c.unit;
  unit.at(handler);
  const next = unit.newBlock();
  if (handler.type !== null) {
    expression(c, handler.type);
    c.emit(CHECK_EXC_MATCH);
    unit.jump(POP_JUMP_IF_FALSE, next);
    unit.use(unit.newBlock());
  }
  if (handler.name === null) {
    c.emit(POP_TOP);
    unit.use(unit.newBlock());
    unit.frames.push({ kind: "handler cleanup", name: null });
    statements(c, handler.body);
    unit.frames.pop();
    unit.noPosition();
    c.emit(POP_BLOCK);
    c.emit(POP_EXCEPT);
    unit.jump(JUMP, end);
  } else namedHandler(c, handler, handler.name, end);
  unit.use(next);
}
function namedHandler(c, handler, name, end) {
  const unit = c.unit;
  const body = unit.newBlock();
  const cleanup = unit.newBlock();
  c.variable(name, "store");
  unit.jump(SETUP_CLEANUP, cleanup);
  unit.use(body);
  unit.frames.push({ kind: "handler cleanup", name });
  statements(c, handler.body);
  unit.frames.pop();
  unit.noPosition();
  c.emit(POP_BLOCK);
  c.emit(POP_BLOCK);
  c.emit(POP_EXCEPT);
  forget(c, name);
  unit.jump(JUMP, end);
  unit.use(cleanup);
  unit.noPosition();
  forget(c, name);
  c.emit(RERAISE, 1);
}
function exitWithNones(c) {
  c.constant(null);
  c.constant(null);
  c.constant(null);
  c.call(2);
}
function withStatement(c, node, index = 0) {
  const unit = c.unit;
  const body = unit.newBlock();
  const handler = unit.newBlock();
  const exit = unit.newBlock();
  const cleanup = unit.newBlock();
  const { context, target } = node.items[index];
  expression(c, context);
  c.emit(BEFORE_WITH);
  unit.jump(SETUP_WITH, handler);
  unit.use(body);
  unit.frames.push({ kind: "with", start: node.start, end: node.end });
  if (target === null) c.emit(POP_TOP);
  else store(c, target);
  if (index + 1 < node.items.length) withStatement(c, node, index + 1);
  else statements(c, node.body);
  unit.noPosition();
  c.emit(POP_BLOCK);
  unit.frames.pop();
  unit.at(node);
  exitWithNones(c);
  c.emit(POP_TOP);
  unit.jump(JUMP, exit);
  unit.use(handler);
  unit.jump(SETUP_CLEANUP, cleanup);
  c.emit(PUSH_EXC_INFO);
  c.emit(WITH_EXCEPT_START);
  withHandlerEnd(c, cleanup, exit);
  unit.use(exit);
}
function withHandlerEnd(c, cleanup, exit) {
  const unit = c.unit;
  const suppress = unit.newBlock();
  unit.jump(POP_JUMP_IF_TRUE, suppress);
  unit.use(unit.newBlock());
  c.emit(RERAISE, 2);
  unit.use(cleanup);
  unit.within(null, () => popExceptAndReraise(c));
  unit.use(suppress);
  c.emit(POP_TOP);
  c.emit(POP_BLOCK);
  c.emit(POP_EXCEPT);
  c.emit(POP_TOP);
  c.emit(POP_TOP);
  unit.jump(JUMP, exit);
  unit.noPosition();
}

// runtime/language/fold.ts
function fold(module, stringAnnotations) {
  new Folder(stringAnnotations).body(module.body, true);
}
var NEGATED = { in: "not in", "not in": "in", is: "is not", "is not": "is" };
var Folder = class {
  stringAnnotations;
  constructor(stringAnnotations) {
    this.stringAnnotations = stringAnnotations;
  }
  body(body, mayHaveDocstring = false) {
    const doc = mayHaveDocstring ? docstring(body) : null;
    for (const statement2 of body) this.statement(statement2);
    if (!mayHaveDocstring || doc !== null || docstring(body) === null) return;
    const first = body[0];
    first.value = { kind: "JoinedStr", values: [first.value], start: first.value.start, end: first.value.end };
  }
  statement(node) {
    switch (node.kind) {
      case "FunctionDef":
        this.parameters(node.args);
        this.all(node.decorators);
        if (!this.stringAnnotations) node.returns = this.optional(node.returns);
        this.body(node.body, true);
        return;
      case "ClassDef":
        this.all(node.bases);
        for (const keyword of node.keywords) keyword.value = this.expression(keyword.value);
        this.all(node.decorators);
        this.body(node.body, true);
        return;
      case "Return":
        node.value = this.optional(node.value);
        return;
      case "Delete":
        for (const target of node.targets) this.target(target);
        return;
      case "Assign":
        for (const target of node.targets) this.target(target);
        node.value = this.expression(node.value);
        return;
      case "AugAssign":
        this.target(node.target);
        node.value = this.expression(node.value);
        return;
      case "AnnAssign":
        this.target(node.target);
        if (!this.stringAnnotations) node.annotation = this.expression(node.annotation);
        node.value = this.optional(node.value);
        return;
      case "For":
        this.target(node.target);
        node.iter = iterable(this.expression(node.iter));
        this.body(node.body);
        this.body(node.orelse);
        return;
      case "While":
      case "If":
        node.test = this.expression(node.test);
        this.body(node.body);
        this.body(node.orelse);
        return;
      case "With":
        for (const item of node.items) {
          item.context = this.expression(item.context);
          if (item.target !== null) this.target(item.target);
        }
        this.body(node.body);
        return;
      case "Raise":
        node.exception = this.optional(node.exception);
        node.cause = this.optional(node.cause);
        return;
      case "Try":
        this.body(node.body);
        for (const handler of node.handlers) {
          handler.type = this.optional(handler.type);
          this.body(handler.body);
        }
        this.body(node.orelse);
        this.body(node.finalbody);
        return;
      case "Assert":
        node.test = this.expression(node.test);
        node.message = this.optional(node.message);
        return;
      case "Expr":
        node.value = this.expression(node.value);
        return;
      default:
        return;
    }
  }
  parameters(args) {
    this.all(args.defaults);
    args.kwDefaults.forEach((value2, index) => {
      args.kwDefaults[index] = this.optional(value2);
    });
    if (this.stringAnnotations) return;
    for (const parameter of [...args.posOnly, ...args.args, args.varArg, ...args.kwOnly, args.kwArg]) {
      if (parameter !== null) parameter.annotation = this.optional(parameter.annotation);
    }
  }
  all(nodes) {
    nodes.forEach((node, index) => {
      nodes[index] = this.expression(node);
    });
  }
  optional(node) {
    return node === null ? null : this.expression(node);
  }
  target(node) {
    switch (node.kind) {
      case "Tuple":
      case "List":
        for (const part of node.elts) this.target(part);
        return;
      case "Starred":
        this.target(node.value);
        return;
      case "Attribute":
        node.value = this.expression(node.value);
        return;
      case "Subscript":
        node.value = this.expression(node.value);
        node.slice = this.expression(node.slice);
        return;
      default:
    }
  }
  expression(node) {
    switch (node.kind) {
      case "Constant":
        return node;
      case "Name":
        return node.id === "__debug__" ? constant(true, node) : node;
      case "JoinedStr":
      case "BoolOp":
        this.all(node.values);
        return node;
      case "FormattedValue":
        node.value = this.expression(node.value);
        node.formatSpec = this.optional(node.formatSpec);
        return node;
      case "NamedExpr":
      case "YieldFrom":
      case "Attribute":
      case "Starred":
        node.value = this.expression(node.value);
        return node;
      case "Yield":
        node.value = this.optional(node.value);
        return node;
      case "BinOp":
        return this.binary(node);
      case "UnaryOp":
        node.operand = this.expression(node.operand);
        return foldUnary(node);
      case "Lambda":
        this.parameters(node.args);
        node.body = this.expression(node.body);
        return node;
      case "IfExp":
        node.test = this.expression(node.test);
        node.body = this.expression(node.body);
        node.orelse = this.expression(node.orelse);
        return node;
      case "Dict":
        node.keys.forEach((key, index) => {
          node.keys[index] = this.optional(key);
        });
        this.all(node.values);
        return node;
      case "Set":
      case "List":
        this.all(node.elts);
        return node;
      case "Tuple":
        this.all(node.elts);
        return constantTuple(node, node.elts) ?? node;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return this.comprehension(node);
      case "Compare":
        return this.compare(node);
      case "Call":
        node.func = this.expression(node.func);
        this.all(node.args);
        for (const keyword of node.keywords) keyword.value = this.expression(keyword.value);
        return node;
      case "Subscript": {
        node.value = this.expression(node.value);
        node.slice = this.expression(node.slice);
        if (node.value.kind !== "Constant" || node.slice.kind !== "Constant") return node;
        return constant(element2(node.value.value, node.slice.value), node);
      }
      case "Slice":
        node.lower = this.optional(node.lower);
        node.upper = this.optional(node.upper);
        node.step = this.optional(node.step);
        return node;
    }
  }
  comprehension(node) {
    node.element = this.expression(node.element);
    node.value = this.optional(node.value);
    for (const generator2 of node.generators) {
      this.target(generator2.target);
      generator2.iter = iterable(this.expression(generator2.iter));
      this.all(generator2.ifs);
    }
    return node;
  }
  compare(node) {
    node.left = this.expression(node.left);
    this.all(node.comparators);
    const last = node.ops.length - 1;
    if (node.ops[last] === "in" || node.ops[last] === "not in") {
      node.comparators[last] = iterable(node.comparators[last]);
    }
    return node;
  }
  binary(node) {
    node.left = this.expression(node.left);
    node.right = this.expression(node.right);
    const { left, right } = node;
    if (left.kind !== "Constant") return node;
    if (node.op === "%" && typeof left.value === "string") return formatted(node, left.value) ?? node;
    if (right.kind !== "Constant") return node;
    return constant(binary(node.op, left.value, right.value), node);
  }
};
function constant(value2, node) {
  return value2 === void 0 ? node : { kind: "Constant", value: value2, start: node.start, end: node.end };
}
function constants(elts) {
  const values = [];
  for (const element3 of elts) {
    if (element3.kind !== "Constant") return null;
    values.push(element3.value);
  }
  return values;
}
function constantTuple(node, elts) {
  const values = constants(elts);
  return values === null ? null : constant(values, node);
}
function iterable(node) {
  if (node.kind === "List") {
    if (node.elts.some((part) => part.kind === "Starred")) return node;
    return constantTuple(node, node.elts) ?? { kind: "Tuple", elts: node.elts, start: node.start, end: node.end };
  }
  if (node.kind !== "Set") return node;
  const values = constants(node.elts);
  return values === null ? node : constant({ frozenset: values }, node);
}
function foldUnary(node) {
  const { op, operand } = node;
  if (operand.kind === "Constant") return constant(unary(op, operand.value), node);
  if (op === "not" && operand.kind === "Compare" && operand.ops.length === 1 && NEGATED[operand.ops[0]] !== void 0) {
    operand.ops[0] = NEGATED[operand.ops[0]];
    return operand;
  }
  return node;
}
var NOWHERE = { start: -1, end: -1 };
var CONVERSION = /%%|%([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra])|%|[^%]+/gy;
function formatted(node, text) {
  if (node.right.kind !== "Tuple") return null;
  const args = node.right.elts;
  if (args.some((arg) => arg.kind === "Starred")) return null;
  const values = [];
  let literal = "";
  const flush = () => {
    if (literal !== "") values.push({ kind: "Constant", value: literal, ...NOWHERE });
    literal = "";
  };
  let used = 0;
  for (const [whole, flags, width, precision, conversion] of text.matchAll(CONVERSION)) {
    if (whole === "%") return null;
    if (conversion === void 0) {
      literal += whole === "%%" ? "%" : whole;
      continue;
    }
    const value2 = args[used++];
    if (value2 === void 0) return null;
    flush();
    const align = width !== "" && Number(width) > 0 && !flags.includes("-") ? ">" : "";
    const spec = `${align}${width === "" ? "" : Number(width)}${precision === void 0 ? "" : `.${Number(precision)}`}`;
    const formatSpec = spec === "" ? null : { kind: "Constant", value: spec, ...NOWHERE };
    const { start, end } = value2;
    values.push({
      kind: "FormattedValue",
      value: value2,
      conversion,
      formatSpec,
      start,
      end
    });
  }
  if (used !== args.length) return null;
  flush();
  return { kind: "JoinedStr", values, start: node.start, end: node.end };
}

// runtime/language/future.ts
var FEATURES = /* @__PURE__ */ new Map([
  ["nested_scopes", 0],
  ["generators", 0],
  ["division", 0],
  ["absolute_import", 0],
  ["with_statement", 0],
  ["print_function", 0],
  ["unicode_literals", 0],
  ["generator_stop", 0],
  ["annotations", CO_FUTURE_ANNOTATIONS]
]);
function futureFlags(source, module) {
  let flags = 0;
  let top = true;
  module.body.forEach((node, index) => {
    if (isFuture(node)) {
      if (!top) {
        source.fail("from __future__ imports must occur at the beginning of the file", node.start, node.end);
      }
      for (const { name } of node.names) flags |= feature(source, name, node);
    } else if (index > 0 || node.kind !== "Expr" || node.value.kind !== "Constant" || typeof node.value.value !== "string") {
      top = false;
    }
  });
  return flags;
}
function isFuture(node) {
  return node.kind === "ImportFrom" && node.module === "__future__" && node.level === 0;
}
function feature(source, name, node) {
  if (name === "braces") source.fail("not a chance", node.start, node.end);
  const flag = FEATURES.get(name);
  if (flag === void 0) source.fail(`future feature ${name} is not defined`, node.start, node.end);
  return flag;
}

// runtime/language/tree.ts
import { parser } from "@lezer/python";

// runtime/language/tokens.ts
var NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
var UNICODE_NAME = new RegExp("[_\\p{XID_Start}]\\p{XID_Continue}*", "uy");
var OPERATOR = /\*\*=|\/\/=|>>=|<<=|\.\.\.|\*\*|\/\/|>>|<<|<=|>=|==|!=|->|<>|[-+*/%&|^@:]=|[-+*/%&|^@:=~<>()[\]{},.;]/y;
var STRING_PREFIX = /^(?:[uUbBfF]|[rR][bBfF]?|[bBfF][rR])$/;
var AFTER_NUMBER = /(?:and|else|for|if|in|is|not|or)/y;
var CLOSING = { ")": "(", "]": "[", "}": "{" };
var MAX_BRACKETS = 200;
var MAX_INDENTS = 100;
var NEWLINE = 10;
var FORM_FEED = 12;
var SPACE = 32;
var TAB = 9;
var QUOTE = 39;
var DOUBLE_QUOTE = 34;
var HASH = 35;
var BACKSLASH = 92;
var DOT = 46;
function tokenize(source) {
  return new Tokenizer(source, 0, source.text.length, false).run();
}
function tokenizeExpression(source, start, end) {
  return new Tokenizer(source, start, end, true).run();
}
var Tokenizer = class {
  source;
  text;
  end;
  inExpression;
  at;
  list = [];
  continuations = [];
  unexpectedIndent = -1;
  brackets = [];
  /** Columns of the open indentations, with tabs to multiples of 8, and with tabs as one. */
  indents = [{ column: 0, alternative: 0 }];
  constructor(source, start, end, inExpression) {
    this.source = source;
    this.text = end === source.text.length ? source.text : source.text.slice(0, end);
    this.at = start;
    this.end = end;
    this.inExpression = inExpression;
  }
  run() {
    let lineStart = !this.inExpression;
    while (this.at < this.end) {
      if (lineStart) {
        lineStart = false;
        if (this.indentation()) {
          lineStart = true;
          continue;
        }
      }
      lineStart = this.token();
    }
    const open = this.brackets[this.brackets.length - 1];
    if (open === void 0 && !this.inExpression) this.finish();
    this.push("end", this.end, this.end);
    const { list: list2, continuations, unexpectedIndent } = this;
    return { list: list2, continuations, unclosed: open?.at ?? -1, unexpectedIndent };
  }
  /** Ends the last line and every indentation. */
  finish() {
    const last = this.list[this.list.length - 1];
    if (last !== void 0 && last.type !== "newline" && last.type !== "dedent")
      this.push("newline", this.end, this.end);
    for (let depth = this.indents.length; depth > 1; depth--) this.push("dedent", this.end, this.end);
  }
  push(type, start, end, text = "") {
    this.list.push({ type, start, end, text });
  }
  fail(message, start = this.at, end = start + 1) {
    return this.source.fail(message, start, end);
  }
  /** Reads the space before a line; true if nothing but a comment follows. */
  indentation() {
    let column = 0;
    let alternative = 0;
    for (; ; this.at++) {
      const code2 = this.text.charCodeAt(this.at);
      if (code2 === SPACE) {
        column++;
        alternative++;
      } else if (code2 === TAB) {
        column = (Math.floor(column / 8) + 1) * 8;
        alternative++;
      } else if (code2 === FORM_FEED) {
        column = 0;
        alternative = 0;
      } else if (code2 === BACKSLASH && this.text.charCodeAt(this.at + 1) === NEWLINE) {
        this.continuations.push(this.at++);
      } else break;
    }
    const code = this.text.charCodeAt(this.at);
    if (this.at >= this.end || code === NEWLINE || code === HASH) {
      this.skipLine();
      return true;
    }
    this.indent(column, alternative);
    return false;
  }
  skipLine() {
    const next = this.text.indexOf("\n", this.at);
    this.at = next < 0 ? this.end : next + 1;
  }
  indent(column, alternative) {
    const indents = this.indents;
    const current = indents[indents.length - 1];
    if (column === current.column) {
      if (alternative !== current.alternative) this.tabError();
    } else if (column > current.column) {
      if (alternative <= current.alternative) this.tabError();
      if (indents.length >= MAX_INDENTS) {
        this.source.fail("too many levels of indentation", this.at, this.at, "IndentationError");
      }
      indents.push({ column, alternative });
      const opener = this.list[this.list.length - 2];
      if (opener?.text !== ":" && this.unexpectedIndent < 0) this.unexpectedIndent = this.at - 1;
      this.push("indent", this.at - 1, this.at);
    } else {
      while (indents[indents.length - 1].column > column) {
        indents.pop();
        this.push("dedent", this.at, this.at);
      }
      const outer = indents[indents.length - 1];
      if (outer.column !== column) {
        const lineEnd = this.lineEnd();
        this.source.fail(
          "unindent does not match any outer indentation level",
          lineEnd,
          lineEnd,
          "IndentationError"
        );
      }
      if (outer.alternative !== alternative) this.tabError();
    }
  }
  lineEnd() {
    const next = this.text.indexOf("\n", this.at);
    return next < 0 ? this.end : next;
  }
  tabError() {
    const lineEnd = this.lineEnd();
    return this.source.fail(
      "inconsistent use of tabs and spaces in indentation",
      lineEnd,
      lineEnd,
      "TabError"
    );
  }
  /** Reads one token or what lies between tokens; true if a new line of the program starts after it. */
  token() {
    const code = this.text.charCodeAt(this.at);
    if (code === SPACE || code === TAB || code === FORM_FEED) this.at++;
    else if (code === NEWLINE) return this.newline();
    else if (code === HASH) this.at = this.lineEnd();
    else if (code === BACKSLASH) this.continuation();
    else if (isDigit(code) || code === DOT && isDigit(this.text.charCodeAt(this.at + 1))) this.number();
    else if (code === QUOTE || code === DOUBLE_QUOTE) this.string(this.at);
    else if (!this.name()) this.operator();
    return false;
  }
  newline() {
    this.at++;
    if (this.brackets.length > 0 || this.inExpression) return false;
    this.push("newline", this.at - 1, this.at);
    return true;
  }
  continuation() {
    if (this.text.charCodeAt(this.at + 1) !== NEWLINE) {
      if (this.at + 1 >= this.end) this.fail("unexpected EOF while parsing");
      this.fail("unexpected character after line continuation character", this.at + 1);
    }
    this.continuations.push(this.at);
    this.at += 2;
    if (this.at >= this.end) this.fail("unexpected EOF while parsing", this.at - 2);
  }
  name() {
    const start = this.at;
    NAME.lastIndex = start;
    const ascii = NAME.exec(this.text);
    let end = ascii === null ? start : NAME.lastIndex;
    if (this.text.charCodeAt(end) > 127) {
      UNICODE_NAME.lastIndex = start;
      if (UNICODE_NAME.exec(this.text) === null) this.badCharacter(start);
      end = UNICODE_NAME.lastIndex;
      if (this.text.charCodeAt(end) > 127) this.badCharacter(end);
    }
    if (end === start) return false;
    const text = this.text.slice(start, end);
    const quote = this.text.charCodeAt(end);
    this.at = end;
    if ((quote === QUOTE || quote === DOUBLE_QUOTE) && text.length <= 2 && STRING_PREFIX.test(text))
      this.string(start);
    else this.push("name", start, end, text);
    return true;
  }
  badCharacter(at2) {
    const point = this.text.codePointAt(at2);
    const character = String.fromCodePoint(point);
    const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
    const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character);
    return this.fail(
      printable ? `invalid character '${character}' (${code})` : `invalid non-printable character ${code}`,
      at2,
      at2 + character.length
    );
  }
  operator() {
    const start = this.at;
    OPERATOR.lastIndex = start;
    const match = OPERATOR.exec(this.text);
    if (match === null) {
      const code = this.text.charCodeAt(start);
      if (code < SPACE || code === 127) this.badCharacter(start);
      this.fail("invalid syntax");
    }
    const text = match[0];
    this.at += text.length;
    if (text === "(" || text === "[" || text === "{") {
      if (this.brackets.length >= MAX_BRACKETS) this.fail("too many nested parentheses", start);
      this.brackets.push({ text, at: start });
    } else if (CLOSING[text] !== void 0) this.close(text, start);
    this.push("op", start, this.at, text);
  }
  close(text, start) {
    const open = this.brackets.pop();
    if (open === void 0) this.fail(`unmatched '${text}'`, start);
    if (open.text === CLOSING[text]) return;
    const line = this.source.line(open.at);
    const where = line === this.source.line(start) ? "" : ` on line ${line}`;
    this.fail(
      `closing parenthesis '${text}' does not match opening parenthesis '${open.text}'${where}`,
      start
    );
  }
  /** Reads a string, whose prefix starts at `start` and whose quote is at the current offset. */
  string(start) {
    const quote = this.text[this.at];
    const triple = this.text.startsWith(quote.repeat(3), this.at);
    const mark = triple ? quote.repeat(3) : quote;
    let at2 = this.at + mark.length;
    for (; ; ) {
      if (at2 >= this.end) this.unterminated(triple, start, this.end);
      const code = this.text.charCodeAt(at2);
      if (code === BACKSLASH) at2 += 2;
      else if (code === NEWLINE && !triple) this.unterminated(false, start, at2);
      else if (this.text[at2] === quote && (!triple || this.text.startsWith(mark, at2))) break;
      else at2++;
    }
    this.at = at2 + mark.length;
    this.push("string", start, this.at);
  }
  unterminated(triple, start, end) {
    const lines = this.source.line(Math.max(start, triple && this.text[end - 1] === "\n" ? end - 1 : end));
    return this.fail(
      `unterminated ${triple ? "triple-quoted " : ""}string literal (detected at line ${lines})`,
      start
    );
  }
  number() {
    const start = this.at;
    const radix = this.text[start] === "0" ? this.text[start + 1]?.toLowerCase() : "";
    if (radix === "x") this.digits(/[0-9a-fA-F]/, "hexadecimal");
    else if (radix === "o") this.digits(/[0-7]/, "octal");
    else if (radix === "b") this.digits(/[01]/, "binary");
    else this.decimal();
    this.push("number", start, this.at);
  }
  /** Reads the digits of a number with a prefix such as `0x`. */
  digits(digit, name) {
    this.at += 2;
    do {
      if (this.text[this.at] === "_") this.at++;
      if (!digit.test(this.text[this.at] ?? "")) {
        if (isDigit(this.text.charCodeAt(this.at)))
          this.fail(`invalid digit '${this.text[this.at]}' in ${name} literal`);
        this.fail(`invalid ${name} literal`, this.at - 1);
      }
      while (digit.test(this.text[this.at] ?? "")) this.at++;
    } while (this.text[this.at] === "_");
    if (isDigit(this.text.charCodeAt(this.at)))
      this.fail(`invalid digit '${this.text[this.at]}' in ${name} literal`);
    this.endOfNumber(name);
  }
  decimal() {
    const start = this.at;
    let float2 = false;
    if (this.text.charCodeAt(this.at) !== DOT) this.decimalDigits();
    const integer2 = this.text.slice(start, this.at);
    if (this.text.charCodeAt(this.at) === DOT) {
      float2 = true;
      this.at++;
      if (isDigit(this.text.charCodeAt(this.at))) this.decimalDigits();
    }
    if (/^[eE][-+]?[0-9]/.test(this.text.slice(this.at, this.at + 3))) {
      float2 = true;
      this.at += /[-+]/.test(this.text[this.at + 1]) ? 2 : 1;
      this.decimalDigits();
    }
    if (/^[jJ]/.test(this.text[this.at] ?? "")) {
      this.at++;
      this.endOfNumber("imaginary");
      this.fail("complex numbers are not supported by Convoy", start, this.at);
    }
    if (!float2 && /^0[0_]*[1-9]/.test(integer2)) {
      this.fail(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        start,
        start + /^0[0_]*/.exec(integer2)[0].length
      );
    }
    this.endOfNumber("decimal");
  }
  decimalDigits() {
    for (; ; ) {
      while (isDigit(this.text.charCodeAt(this.at))) this.at++;
      if (this.text[this.at] !== "_") return;
      this.at++;
      if (!isDigit(this.text.charCodeAt(this.at))) this.fail("invalid decimal literal", this.at - 1);
    }
  }
  /** Rejects a letter right after a number, unless a keyword starts there. */
  endOfNumber(name) {
    const code = this.text.charCodeAt(this.at);
    if (!(code === 95 || (code | 32) - 97 >>> 0 < 26 || code > 127)) return;
    AFTER_NUMBER.lastIndex = this.at;
    if (AFTER_NUMBER.test(this.text)) return;
    this.fail(`invalid ${name} literal`, this.at - 1);
  }
};
function isDigit(code) {
  return code >= 48 && code <= 57;
}

// runtime/language/dialect.ts
function dialectOf(source) {
  const tokens = tokenize(source);
  const translator = new Translator(source, tokens, false);
  return { text: translator.translate(0, source.text.length), roles: translator.roles, tokens };
}
function dialectOfExpression(source, start, end) {
  const tokens = tokenizeExpression(source, start, end);
  const translator = new Translator(source, tokens, true);
  return { text: `(${translator.translate(start, end)})`, roles: translator.roles, tokens };
}
var COMPOUND = /* @__PURE__ */ new Set([
  "if",
  "elif",
  "else",
  "while",
  "for",
  "try",
  "except",
  "finally",
  "with",
  "def",
  "class"
]);
var AUGMENTED = /^(?:\*\*|\/\/|>>|<<|[-+*/%&|^@])=$/;
var DISGUISED = { print: "prinT", match: "matcH", type: "typE" };
var KEYWORDS = new Set(
  "and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " "
  )
);
var Translator = class {
  roles = /* @__PURE__ */ new Map();
  source;
  list;
  continuations;
  inExpression;
  replacements = [];
  /** What each open bracket holds. */
  brackets = [];
  /** Depths of brackets at which the parameters of a lambda are open. */
  lambdas = [];
  /** Whether the current line is a compound statement's. */
  compound = false;
  /** Depth of brackets at which the targets of a comprehension's `for` are open, or -1. */
  targetsDepth = -1;
  /** Whether the iterables of a `for` statement are open. */
  iterables = false;
  /** The quote of the last string shown. */
  quote = '"';
  constructor(source, tokens, inExpression) {
    this.source = source;
    this.list = tokens.list;
    this.continuations = tokens.continuations;
    this.inExpression = inExpression;
  }
  translate(start, end) {
    for (let at3 = 0; at3 < this.list.length; at3++) this.token(at3);
    for (const at3 of this.continuations) this.replacements.push({ start: at3, end: at3 + 2, text: "  " });
    for (let at3 = this.source.text.indexOf("\f", start); at3 >= 0 && at3 < end; at3 = this.source.text.indexOf("\f", at3 + 1)) {
      if (!this.inString(at3)) this.replacements.push({ start: at3, end: at3 + 1, text: " " });
    }
    this.replacements.sort((a, b) => a.start - b.start);
    const pieces = [];
    let at2 = start;
    for (const replacement of this.replacements) {
      pieces.push(this.source.text.slice(at2, replacement.start), replacement.text);
      at2 = replacement.end;
    }
    pieces.push(this.source.text.slice(at2, end));
    return pieces.join("");
  }
  inString(at2) {
    return this.replacements.some((replacement) => replacement.start <= at2 && at2 < replacement.end);
  }
  replace(token, text, role) {
    this.replacements.push({ start: token.start, end: token.end, text });
    if (role !== void 0) this.roles.set(token.start, role);
  }
  token(at2) {
    const token = this.list[at2];
    switch (token.type) {
      case "string":
        this.string(at2);
        return;
      case "number":
        this.number(token);
        return;
      case "newline":
        this.compound = false;
        this.iterables = false;
        this.lambdas.length = 0;
        return;
      case "name":
        this.name(at2);
        return;
      case "op":
        this.operator(at2);
        return;
      default:
    }
  }
  /** Shows a string as one of the same length without prefix, escapes and fields. */
  string(at2) {
    const token = this.list[at2];
    const before = this.list[at2 - 1];
    const touching = before?.type === "string" && before.end === token.start;
    this.quote = touching && this.quote === '"' ? "'" : '"';
    this.replace(token, `${this.quote}${"x".repeat(token.end - token.start - 2)}${this.quote}`);
  }
  /** Shows a number as digits, or, after a dot at the start, as a dot and digits. */
  number(token) {
    const text = this.source.text.slice(token.start, token.end);
    if (!/^\.?[0-9]+$/.test(text))
      this.replace(token, (text[0] === "." ? "." : "1") + "1".repeat(text.length - 1));
  }
  text(at2) {
    return this.list[at2]?.text ?? "";
  }
  startsStatement(at2) {
    if (this.inExpression || this.brackets.length > 0) return false;
    const previous = this.list[at2 - 1];
    if (previous === void 0 || ["newline", "indent", "dedent"].includes(previous.type)) return true;
    return previous.text === ";" || previous.text === ":" && this.compound;
  }
  name(at2) {
    const token = this.list[at2];
    if (COMPOUND.has(token.text) && this.startsStatement(at2)) {
      this.compound = true;
      if (token.text === "with") this.withItems(at2);
      if (token.text === "except" && this.text(at2 + 1) === "*") this.unsupported("except* is", at2);
    }
    switch (token.text) {
      case "print":
      case "match":
      case "type":
        this.rejectNewer(at2);
        this.replace(token, DISGUISED[token.text]);
        return;
      case "async":
      case "await":
        this.unsupported(
          token.text === "async" ? "async functions and statements are" : "await expressions are",
          at2
        );
        return;
      case "lambda":
        this.lambdas.push(this.brackets.length);
        return;
      case "for":
        if (this.brackets.length > 0 || this.inExpression) this.targetsDepth = this.brackets.length;
        return;
      case "in":
        if (this.targetsDepth === this.brackets.length) this.targetsDepth = -1;
        else if (this.brackets.length === 0 && this.compound) this.iterables = true;
        return;
      case "yield":
        if (this.isBareYield(at2)) this.replace(token, "yielD", "bare yield");
    }
  }
  unsupported(what, at2) {
    const token = this.list[at2];
    return this.source.fail(`${what} not supported by Convoy`, token.start, token.end);
  }
  /** Statements of Python 3.10 and later that start with a soft keyword. */
  rejectNewer(at2) {
    if (!this.startsStatement(at2)) return;
    const token = this.list[at2];
    if (token.text === "type" && this.list[at2 + 1].type === "name" && !KEYWORDS.has(this.text(at2 + 1))) {
      if (this.text(at2 + 2) === "=" || this.text(at2 + 2) === "[") this.unsupported("type statements are", at2);
    }
    if (token.text !== "match") return;
    let end = at2;
    while (this.list[end].type !== "newline" && this.list[end].type !== "end") end++;
    if (this.text(end - 1) === ":" && this.list[end + 1]?.type === "indent" && this.text(end + 2) === "case") {
      this.unsupported("match statements are", at2);
    }
  }
  isBareYield(at2) {
    const next = this.list[at2 + 1];
    if (!["newline", "end"].includes(next.type) && ![")", ";", "="].includes(next.text)) return false;
    if (this.startsStatement(at2)) return true;
    const previous = this.list[at2 - 1];
    if (previous === void 0) return this.inExpression;
    if (previous.text === "(") return !this.isOperandEnd(at2 - 2);
    return previous.text === "=" || AUGMENTED.test(previous.text);
  }
  isOperandEnd(at2) {
    const token = this.list[at2];
    if (token === void 0) return false;
    if (token.type === "name") return !KEYWORDS.has(token.text);
    return token.type === "string" || token.type === "number" || [")", "]", "}"].includes(token.text);
  }
  /** Shows each `as` between `with` and its colon as a comma. */
  withItems(at2) {
    const surrounded = this.text(at2 + 1) === "(" && this.text(this.matching(at2 + 1) + 1) === ":";
    let depth = 0;
    for (let next = at2 + 1; next < this.list.length; next++) {
      const { text, type } = this.list[next];
      if (type === "newline" || text === ":" && depth === 0) return;
      if (text === "(" || text === "[" || text === "{") depth++;
      else if (text === ")" || text === "]" || text === "}") depth--;
      else if (text === "as" && depth === (surrounded ? 1 : 0)) this.replace(this.list[next], ", ", "as");
    }
  }
  /** Index of the token that closes a bracket. */
  matching(at2) {
    let depth = 0;
    for (let next = at2; next < this.list.length; next++) {
      const { text } = this.list[next];
      if (text === "(" || text === "[" || text === "{") depth++;
      else if ((text === ")" || text === "]" || text === "}") && --depth === 0) return next;
    }
    return this.list.length;
  }
  operator(at2) {
    const token = this.list[at2];
    switch (token.text) {
      case "(":
        this.brackets.push(this.text(at2 - 2) === "def" ? "parameters" : "other");
        return;
      case "{":
        this.brackets.push("other");
        return;
      case "[":
        this.brackets.push(this.isOperandEnd(at2 - 1) ? "subscript" : "other");
        return;
      case ")":
      case "]":
      case "}":
        this.brackets.pop();
        return;
      case ":":
        if (this.lambdas[this.lambdas.length - 1] === this.brackets.length) this.lambdas.pop();
        else if (this.brackets.length === 0) this.iterables = false;
        return;
      case "/":
        if (this.inParameters() && ["(", ",", "lambda"].includes(this.text(at2 - 1)))
          this.replace(token, "_", "slash");
        return;
      case "*":
        if (this.needsStar(at2)) this.replace(token, "~", "star");
        return;
      case "@":
        if (this.startsStatement(at2) && !this.isPlainDecorator(at2)) this.replace(token, "~", "decorator");
    }
  }
  inParameters() {
    const depth = this.brackets.length;
    return this.lambdas[this.lambdas.length - 1] === depth || this.brackets[depth - 1] === "parameters";
  }
  /** Whether a star is one before an element, where the grammar has none. */
  needsStar(at2) {
    const previous = this.text(at2 - 1);
    const depth = this.brackets.length;
    if (previous === "in") return this.iterables && depth === 0;
    if (previous === "for") return this.targetsDepth === depth;
    if (previous === "[") return this.brackets[depth - 1] === "subscript";
    if (previous !== "," || this.lambdas[this.lambdas.length - 1] === depth) return false;
    if (depth === 0) return this.iterables;
    return this.targetsDepth === depth || this.brackets[depth - 1] === "subscript";
  }
  isPlainDecorator(at2) {
    let next = at2 + 1;
    if (this.list[next].type !== "name") return false;
    next++;
    while (this.text(next) === "." && this.list[next + 1].type === "name") next += 2;
    if (this.text(next) === "(") next = this.matching(next) + 1;
    return this.list[next]?.type === "newline";
  }
};

// runtime/language/diagnose.ts
var BLOCKS = {
  if: "'if' statement",
  elif: "'elif' statement",
  else: "'else' statement",
  for: "'for' statement",
  while: "'while' statement",
  with: "'with' statement",
  try: "'try' statement",
  except: "'except' statement",
  finally: "'finally' statement",
  def: "function definition",
  class: "class definition"
};
var PREFIXES = /* @__PURE__ */ new Set(["not", "lambda", "await", "yield"]);
var OPENING = /* @__PURE__ */ new Set(["(", "[", "{"]);
var CLOSING2 = /* @__PURE__ */ new Set([")", "]", "}"]);
var DELIMITERS = /* @__PURE__ */ new Set([
  ",",
  ":",
  "=",
  ":=",
  ";",
  "for",
  "in",
  "if",
  "else",
  "return",
  "assert",
  "del",
  "->"
]);
function diagnose(source, tokens, offset) {
  return new Diagnosis(source, tokens, offset).fail();
}
var Diagnosis = class {
  source;
  list;
  unclosed;
  /** Index of the token that the parser could not take. */
  at;
  /** Indexes of the first token of its line, and of the token that ends the line. */
  lineStart;
  lineEnd;
  constructor(source, tokens, offset) {
    this.source = source;
    this.list = tokens.list;
    this.unclosed = tokens.unclosed;
    const found = this.list.findIndex((token) => token.end > offset && token.type !== "dedent");
    this.at = found < 0 ? this.list.length - 1 : found;
    let start = this.at;
    while (start > 0 && !["newline", "indent", "dedent"].includes(this.list[start - 1].type)) start--;
    this.lineStart = start;
    let end = this.at;
    while (!["newline", "end"].includes(this.list[end].type)) end++;
    this.lineEnd = end;
  }
  fail() {
    const token = this.list[this.at];
    if (token.type !== "indent") {
      this.checkUnclosed(token);
      this.checkBlock();
      this.checkLegacyStatement();
      this.checkParameters();
      this.checkHandler();
      this.checkAssignment();
      this.checkDict();
      this.checkConditional();
      this.checkComma();
      this.failAt("invalid syntax", this.at);
    }
    this.source.fail("unexpected indent", token.start, token.end, "IndentationError");
  }
  failAt(message, from, to = from) {
    const [first, last] = [this.list[from], this.list[to]];
    return this.source.fail(message, first.start, Math.max(first.end, last.end));
  }
  text(at2) {
    return this.list[at2]?.text ?? "";
  }
  checkUnclosed(token) {
    if (this.unclosed < 0) return;
    if (token.type !== "end" && this.source.line(token.start) <= this.source.line(this.unclosed)) return;
    this.source.fail(
      `'${this.source.text[this.unclosed]}' was never closed`,
      this.unclosed,
      this.unclosed + 1
    );
  }
  /** A compound statement without its colon or its block. */
  checkBlock() {
    this.checkMissingBlock(this.lineStart, this.lineEnd);
    let end = this.lineStart - 1;
    while (end > 0 && this.list[end].type === "dedent") end--;
    if (this.at === this.lineStart && end > 0 && this.list[end].type === "newline") {
      let start = end;
      while (start > 0 && !["newline", "indent", "dedent"].includes(this.list[start - 1].type)) start--;
      this.checkMissingBlock(start, end);
    }
    const keyword = this.text(this.lineStart);
    if (BLOCKS[keyword] === void 0 || this.headerColon(this.lineStart, this.at) >= 0) return;
    const atEnd = this.at === this.lineEnd;
    const bare = ["else", "try", "finally"].includes(keyword) && this.at === this.lineStart + 1;
    const complete = this.at > this.lineStart + 1 || bare;
    if (keyword === "def" && this.at === this.lineStart + 2 && this.list[this.at - 1].type === "name") {
      this.failAt("expected '('", this.at);
    }
    const arrow = keyword === "def" && this.text(this.at - 1) === "->";
    if (arrow) this.failAt("expected ':'", this.at - 1);
    if (bare || atEnd && complete && this.endsOperand(this.at - 1)) this.failAt("expected ':'", this.at);
  }
  checkMissingBlock(start, end) {
    const keyword = this.text(start);
    const block = BLOCKS[keyword];
    if (block === void 0 || this.text(end - 1) !== ":" || this.headerColon(start, end) !== end - 1) return;
    const next = this.list[end + 1];
    if (next === void 0 || next.type === "indent") return;
    const line = this.source.line(this.list[start].start);
    const bad = this.list.find((token, index) => index > end && token.type !== "dedent");
    this.source.fail(
      `expected an indented block after ${block} on line ${line}`,
      bad.start,
      bad.start + 1,
      "IndentationError"
    );
  }
  /** Index of the colon that ends a compound statement's header, or -1. */
  headerColon(start, end) {
    let depth = 0;
    let lambdas = 0;
    for (let at2 = start; at2 < end; at2++) {
      const text = this.text(at2);
      if (OPENING.has(text)) depth++;
      else if (CLOSING2.has(text)) depth--;
      else if (depth === 0 && text === "lambda") lambdas++;
      else if (depth === 0 && text === ":" && lambdas-- === 0) return at2;
    }
    return -1;
  }
  endsOperand(at2) {
    const token = this.list[at2];
    if (token === void 0) return false;
    if (token.type === "name") return !KEYWORDS.has(token.text) || BLOCKS[token.text] !== void 0;
    return token.type === "string" || token.type === "number" || CLOSING2.has(token.text) || token.text === "...";
  }
  startsOperand(at2) {
    const token = this.list[at2];
    if (token.type === "name") return !KEYWORDS.has(token.text) || PREFIXES.has(token.text);
    return token.type === "string" || token.type === "number" || OPENING.has(token.text) || token.text === "~";
  }
  /** `print x` and `exec x`, as Python 2 has them. */
  checkLegacyStatement() {
    for (let at2 = this.at - 1; at2 >= this.at - 2 && at2 >= this.lineStart; at2--) {
      const name = this.text(at2);
      if (name !== "print" && name !== "exec" || this.text(at2 - 1) === ".") continue;
      if (!this.startsOperand(at2 + 1) || OPENING.has(this.text(at2 + 1))) continue;
      this.failAt(
        `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`,
        at2,
        this.lineEnd - 1
      );
    }
  }
  /** Index of the bracket that the token at an index stands in, or -1. */
  bracketBefore(at2) {
    let depth = 0;
    for (let before = at2 - 1; before >= this.lineStart; before--) {
      const text = this.text(before);
      if (CLOSING2.has(text)) depth++;
      else if (OPENING.has(text) && depth-- === 0) return before;
    }
    return -1;
  }
  /** Index of the first token of the part of an expression that ends before an index. */
  partStart(at2) {
    let depth = 0;
    let start = at2;
    for (let before = at2 - 1; before >= this.lineStart; before--) {
      const text = this.text(before);
      if (CLOSING2.has(text)) depth++;
      else if (OPENING.has(text) && depth-- === 0) break;
      if (depth === 0 && DELIMITERS.has(text)) break;
      start = before;
    }
    return start;
  }
  checkParameters() {
    const open = this.bracketBefore(this.at);
    if (open < 0 || this.text(open - 2) !== "def") return;
    const text = this.text(this.at);
    if (text === "=" && this.list[this.at - 1].type === "name") {
      if (this.text(this.at - 2) === "*")
        this.failAt("var-positional argument cannot have default value", this.at);
      if (this.text(this.at - 2) === "**")
        this.failAt("var-keyword argument cannot have default value", this.at);
    }
    if (this.text(this.at - 1) === "=" && [",", ")"].includes(text)) {
      this.failAt("expected default value expression", this.at - 1);
    }
    if (text === "(" && (this.at === open + 1 || this.text(this.at - 1) === ",")) {
      let end = this.at + 1;
      while (end < this.lineEnd && this.text(end) !== ")") end++;
      this.failAt("Function parameters cannot be parenthesized", this.at, end);
    }
  }
  checkHandler() {
    if (this.text(this.lineStart) !== "except" || this.bracketBefore(this.at) >= 0) return;
    const comma = this.list.findIndex((token, index) => index > this.lineStart && token.text === ",");
    if (comma < 0 || comma > this.at || this.headerColon(this.lineStart, this.at) >= 0) return;
    const as = this.list.findIndex(
      (token, index) => index > comma && (token.text === "as" || token.text === ":")
    );
    if (as < 0 || as > this.lineEnd) return;
    this.failAt("multiple exception types must be parenthesized", this.lineStart + 1, as - 1);
  }
  /** `=` where a condition or an argument stands. */
  checkAssignment() {
    if (this.text(this.at) !== "=") return;
    const open = this.bracketBefore(this.at);
    const inCall = open >= 0 && this.text(open) === "(" && this.endsOperand(open - 1);
    const previous = this.text(this.at - 1);
    const start = this.partStart(this.at);
    if (inCall) {
      if (["True", "False", "None"].includes(previous) && start === this.at - 1) {
        this.failAt(`cannot assign to ${previous}`, start, this.at);
      }
      this.failAt('expression cannot contain assignment, perhaps you meant "=="?', start, this.at);
    }
    const inCondition = ["if", "elif", "while"].includes(this.text(this.lineStart));
    if (open < 0 && !inCondition) return;
    if (start === this.at - 1 && this.list[start].type === "name" && this.startsOperand(this.at + 1)) {
      this.failAt("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", start, this.at + 1);
    }
    if (this.list[this.at - 1].type === "number" || this.list[this.at - 1].type === "string") {
      this.failAt("cannot assign to literal here. Maybe you meant '==' instead of '='?", start, this.at - 1);
    }
    if (this.text(this.at - 1) === "]" || this.list[this.at - 2]?.text === ".") {
      const what = this.text(this.at - 1) === "]" ? "subscript" : "attribute";
      this.failAt(`cannot assign to ${what} here. Maybe you meant '==' instead of '='?`, start, this.at - 1);
    }
  }
  checkDict() {
    const open = this.bracketBefore(this.at);
    if (open < 0 || this.text(open) !== "{") return;
    const ends = [",", "}"].includes(this.text(this.at));
    if (ends && this.text(this.at - 1) === ":") {
      this.failAt("expression expected after dictionary key and ':'", this.at - 1);
    }
    if (!ends && !(this.endsOperand(this.at - 1) && this.startsOperand(this.at))) return;
    const start = this.partStart(this.at);
    const first = this.partStart(start - 1);
    if (this.text(start - 1) === "," && first > open && this.text(first - 1) === ":") {
      this.failAt("':' expected after dictionary key", this.at - 1);
    }
  }
  /** `a if b` without `else`. */
  checkConditional() {
    const condition = this.partStart(this.at);
    if (this.text(condition - 1) !== "if" || condition - 1 === this.lineStart || condition >= this.at) return;
    if (["else", ":"].includes(this.text(this.at)) || !this.endsOperand(this.at - 1)) return;
    const start = this.partStart(condition - 1);
    if (start >= condition - 1 || ["in", "if"].includes(this.text(start - 1))) return;
    this.failAt("expected 'else' after 'if' expression", start, this.at - 1);
  }
  /** Two operands side by side in brackets; the expression of an f-string's field counts as bracketed. */
  checkComma() {
    if (this.bracketBefore(this.at) < 0 && !this.inField()) return;
    if (!this.endsOperand(this.at - 1) || !this.startsOperand(this.at)) return;
    if (this.list[this.at - 1].type === "name" && this.list[this.at].type === "string") return;
    this.failAt("invalid syntax. Perhaps you forgot a comma?", this.partStart(this.at), this.at);
  }
  /** Whether the tokens are those of an f-string's field rather than of a file. */
  inField() {
    return !this.list.some((token) => token.type === "newline");
  }
};

// runtime/language/numbers.ts
var INT = /^(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?0)*|[1-9](?:_?[0-9])*)$/;
var DIGITS = "[0-9](?:_?[0-9])*";
var EXPONENT = `[eE][-+]?${DIGITS}`;
var FLOAT = new RegExp(
  `^(?:(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS})(?:${EXPONENT})?|${DIGITS}${EXPONENT})$`
);
function decodeNumber(text) {
  const digits = text.replaceAll("_", "");
  if (INT.test(text)) return BigInt(digits);
  return FLOAT.test(text) ? Number(digits) : null;
}

// runtime/language/operators.ts
var BINARY2 = {
  or: 1,
  and: 2,
  "|": 5,
  "^": 6,
  "&": 7,
  "<<": 8,
  ">>": 8,
  "+": 9,
  "-": 9,
  "*": 10,
  "@": 10,
  "/": 10,
  "//": 10,
  "%": 10,
  "**": 12
};
var NOT2 = 3;
var COMPARISON2 = 4;
var UNARY3 = 11;
var POWER = 12;
var COMPARISON_OPERATORS = /* @__PURE__ */ new Set(["<", ">", "==", ">=", "<=", "!=", "in", "not in", "is", "is not"]);
var OperatorReader = class {
  at = 0;
  items;
  source;
  operand;
  delta;
  constructor(items, source, delta, operand) {
    this.items = items;
    this.source = source;
    this.delta = delta;
    this.operand = operand;
  }
  read() {
    return this.expression(0);
  }
  peek() {
    const item = this.items[this.at];
    return item !== void 0 && "op" in item ? item.op : null;
  }
  expression(minimum) {
    const first = this.at;
    let left = this.prefix(minimum);
    for (; ; ) {
      const op = this.peek();
      if (op === null) return left;
      if (COMPARISON_OPERATORS.has(op)) {
        if (minimum > COMPARISON2) return left;
        left = this.comparison(left, first);
        continue;
      }
      const precedence = BINARY2[op];
      if (precedence === void 0) this.unexpected();
      if (precedence < minimum) return left;
      this.at++;
      if (op === "or" || op === "and") left = this.chain(left, op, precedence, first);
      else {
        const right = this.expression(precedence === POWER ? UNARY3 : precedence + 1);
        left = { kind: "BinOp", left, op, right, ...this.extent(first) };
      }
    }
  }
  prefix(minimum) {
    const first = this.at++;
    const item = this.items[first];
    if (!("op" in item)) return this.operand(item);
    const op = item.op;
    if (op === "not") {
      if (minimum > NOT2) this.unexpected(item);
      const operand2 = this.expression(NOT2);
      return { kind: "UnaryOp", op, operand: operand2, ...this.extent(first) };
    }
    if (op !== "-" && op !== "+" && op !== "~") this.unexpected(item);
    const operand = this.expression(UNARY3);
    return { kind: "UnaryOp", op, operand, ...this.extent(first) };
  }
  comparison(left, first) {
    const ops = [];
    const comparators = [];
    for (let op = this.peek(); op !== null && COMPARISON_OPERATORS.has(op); op = this.peek()) {
      this.at++;
      ops.push(op);
      comparators.push(this.expression(COMPARISON2 + 1));
    }
    return { kind: "Compare", left, ops, comparators, ...this.extent(first) };
  }
  chain(left, op, precedence, first) {
    const values = [left, this.expression(precedence + 1)];
    while (this.peek() === op) {
      this.at++;
      values.push(this.expression(precedence + 1));
    }
    return { kind: "BoolOp", op, values, ...this.extent(first) };
  }
  /** From an item to the last one read: parentheses around operands belong to it. */
  extent(first) {
    return { start: this.items[first].from + this.delta, end: this.items[this.at - 1].to + this.delta };
  }
  unexpected(item = this.items[this.at]) {
    this.source.fail("invalid syntax", item.from + this.delta, item.to + this.delta);
  }
};

// runtime/language/unicode-names.ts
var RUNS = `
20 SPACE;EXCLAMATION MARK;QUOTATION MARK;NUMBER SIGN;DOLLAR SIGN;PERCENT SIGN;AMPERSAND;APOSTROPHE;LEFT PARENTHESIS;RIGHT PARENTHESIS;ASTERISK;PLUS SIGN;COMMA;HYPHEN-MINUS;FULL STOP;SOLIDUS;DIGIT ZERO;DIGIT ONE;DIGIT TWO;DIGIT THREE;DIGIT FOUR;DIGIT FIVE;DIGIT SIX;DIGIT SEVEN;DIGIT EIGHT;DIGIT NINE;COLON;SEMICOLON;LESS-THAN SIGN;EQUALS SIGN;GREATER-THAN SIGN;QUESTION MARK;COMMERCIAL AT;LATIN CAPITAL LETTER A;LATIN CAPITAL LETTER B;LATIN CAPITAL LETTER C;LATIN CAPITAL LETTER D;LATIN CAPITAL LETTER E;LATIN CAPITAL LETTER F;LATIN CAPITAL LETTER G;LATIN CAPITAL LETTER H;LATIN CAPITAL LETTER I;LATIN CAPITAL LETTER J;LATIN CAPITAL LETTER K;LATIN CAPITAL LETTER L;LATIN CAPITAL LETTER M;LATIN CAPITAL LETTER N;LATIN CAPITAL LETTER O;LATIN CAPITAL LETTER P;LATIN CAPITAL LETTER Q;LATIN CAPITAL LETTER R;LATIN CAPITAL LETTER S;LATIN CAPITAL LETTER T;LATIN CAPITAL LETTER U;LATIN CAPITAL LETTER V;LATIN CAPITAL LETTER W;LATIN CAPITAL LETTER X;LATIN CAPITAL LETTER Y;LATIN CAPITAL LETTER Z;LEFT SQUARE BRACKET;REVERSE SOLIDUS;RIGHT SQUARE BRACKET;CIRCUMFLEX ACCENT;LOW LINE;GRAVE ACCENT;LATIN SMALL LETTER A;LATIN SMALL LETTER B;LATIN SMALL LETTER C;LATIN SMALL LETTER D;LATIN SMALL LETTER E;LATIN SMALL LETTER F;LATIN SMALL LETTER G;LATIN SMALL LETTER H;LATIN SMALL LETTER I;LATIN SMALL LETTER J;LATIN SMALL LETTER K;LATIN SMALL LETTER L;LATIN SMALL LETTER M;LATIN SMALL LETTER N;LATIN SMALL LETTER O;LATIN SMALL LETTER P;LATIN SMALL LETTER Q;LATIN SMALL LETTER R;LATIN SMALL LETTER S;LATIN SMALL LETTER T;LATIN SMALL LETTER U;LATIN SMALL LETTER V;LATIN SMALL LETTER W;LATIN SMALL LETTER X;LATIN SMALL LETTER Y;LATIN SMALL LETTER Z;LEFT CURLY BRACKET;VERTICAL LINE;RIGHT CURLY BRACKET;TILDE
A0 NO-BREAK SPACE;INVERTED EXCLAMATION MARK;CENT SIGN;POUND SIGN;CURRENCY SIGN;YEN SIGN;BROKEN BAR;SECTION SIGN;DIAERESIS;COPYRIGHT SIGN;FEMININE ORDINAL INDICATOR;LEFT-POINTING DOUBLE ANGLE QUOTATION MARK;NOT SIGN;SOFT HYPHEN;REGISTERED SIGN;MACRON;DEGREE SIGN;PLUS-MINUS SIGN;SUPERSCRIPT TWO;SUPERSCRIPT THREE;ACUTE ACCENT;MICRO SIGN;PILCROW SIGN;MIDDLE DOT;CEDILLA;SUPERSCRIPT ONE;MASCULINE ORDINAL INDICATOR;RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK;VULGAR FRACTION ONE QUARTER;VULGAR FRACTION ONE HALF;VULGAR FRACTION THREE QUARTERS;INVERTED QUESTION MARK;LATIN CAPITAL LETTER A WITH GRAVE;LATIN CAPITAL LETTER A WITH ACUTE;LATIN CAPITAL LETTER A WITH CIRCUMFLEX;LATIN CAPITAL LETTER A WITH TILDE;LATIN CAPITAL LETTER A WITH DIAERESIS;LATIN CAPITAL LETTER A WITH RING ABOVE;LATIN CAPITAL LETTER AE;LATIN CAPITAL LETTER C WITH CEDILLA;LATIN CAPITAL LETTER E WITH GRAVE;LATIN CAPITAL LETTER E WITH ACUTE;LATIN CAPITAL LETTER E WITH CIRCUMFLEX;LATIN CAPITAL LETTER E WITH DIAERESIS;LATIN CAPITAL LETTER I WITH GRAVE;LATIN CAPITAL LETTER I WITH ACUTE;LATIN CAPITAL LETTER I WITH CIRCUMFLEX;LATIN CAPITAL LETTER I WITH DIAERESIS;LATIN CAPITAL LETTER ETH;LATIN CAPITAL LETTER N WITH TILDE;LATIN CAPITAL LETTER O WITH GRAVE;LATIN CAPITAL LETTER O WITH ACUTE;LATIN CAPITAL LETTER O WITH CIRCUMFLEX;LATIN CAPITAL LETTER O WITH TILDE;LATIN CAPITAL LETTER O WITH DIAERESIS;MULTIPLICATION SIGN;LATIN CAPITAL LETTER O WITH STROKE;LATIN CAPITAL LETTER U WITH GRAVE;LATIN CAPITAL LETTER U WITH ACUTE;LATIN CAPITAL LETTER U WITH CIRCUMFLEX;LATIN CAPITAL LETTER U WITH DIAERESIS;LATIN CAPITAL LETTER Y WITH ACUTE;LATIN CAPITAL LETTER THORN;LATIN SMALL LETTER SHARP S;LATIN SMALL LETTER A WITH GRAVE;LATIN SMALL LETTER A WITH ACUTE;LATIN SMALL LETTER A WITH CIRCUMFLEX;LATIN SMALL LETTER A WITH TILDE;LATIN SMALL LETTER A WITH DIAERESIS;LATIN SMALL LETTER A WITH RING ABOVE;LATIN SMALL LETTER AE;LATIN SMALL LETTER C WITH CEDILLA;LATIN SMALL LETTER E WITH GRAVE;LATIN SMALL LETTER E WITH ACUTE;LATIN SMALL LETTER E WITH CIRCUMFLEX;LATIN SMALL LETTER E WITH DIAERESIS;LATIN SMALL LETTER I WITH GRAVE;LATIN SMALL LETTER I WITH ACUTE;LATIN SMALL LETTER I WITH CIRCUMFLEX;LATIN SMALL LETTER I WITH DIAERESIS;LATIN SMALL LETTER ETH;LATIN SMALL LETTER N WITH TILDE;LATIN SMALL LETTER O WITH GRAVE;LATIN SMALL LETTER O WITH ACUTE;LATIN SMALL LETTER O WITH CIRCUMFLEX;LATIN SMALL LETTER O WITH TILDE;LATIN SMALL LETTER O WITH DIAERESIS;DIVISION SIGN;LATIN SMALL LETTER O WITH STROKE;LATIN SMALL LETTER U WITH GRAVE;LATIN SMALL LETTER U WITH ACUTE;LATIN SMALL LETTER U WITH CIRCUMFLEX;LATIN SMALL LETTER U WITH DIAERESIS;LATIN SMALL LETTER Y WITH ACUTE;LATIN SMALL LETTER THORN;LATIN SMALL LETTER Y WITH DIAERESIS
391 GREEK CAPITAL LETTER ALPHA;GREEK CAPITAL LETTER BETA;GREEK CAPITAL LETTER GAMMA;GREEK CAPITAL LETTER DELTA;GREEK CAPITAL LETTER EPSILON;GREEK CAPITAL LETTER ZETA;GREEK CAPITAL LETTER ETA;GREEK CAPITAL LETTER THETA;GREEK CAPITAL LETTER IOTA;GREEK CAPITAL LETTER KAPPA;GREEK CAPITAL LETTER LAMDA;GREEK CAPITAL LETTER MU;GREEK CAPITAL LETTER NU;GREEK CAPITAL LETTER XI;GREEK CAPITAL LETTER OMICRON;GREEK CAPITAL LETTER PI;GREEK CAPITAL LETTER RHO
3A3 GREEK CAPITAL LETTER SIGMA;GREEK CAPITAL LETTER TAU;GREEK CAPITAL LETTER UPSILON;GREEK CAPITAL LETTER PHI;GREEK CAPITAL LETTER CHI;GREEK CAPITAL LETTER PSI;GREEK CAPITAL LETTER OMEGA;GREEK CAPITAL LETTER IOTA WITH DIALYTIKA;GREEK CAPITAL LETTER UPSILON WITH DIALYTIKA;GREEK SMALL LETTER ALPHA WITH TONOS;GREEK SMALL LETTER EPSILON WITH TONOS;GREEK SMALL LETTER ETA WITH TONOS;GREEK SMALL LETTER IOTA WITH TONOS;GREEK SMALL LETTER UPSILON WITH DIALYTIKA AND TONOS;GREEK SMALL LETTER ALPHA;GREEK SMALL LETTER BETA;GREEK SMALL LETTER GAMMA;GREEK SMALL LETTER DELTA;GREEK SMALL LETTER EPSILON;GREEK SMALL LETTER ZETA;GREEK SMALL LETTER ETA;GREEK SMALL LETTER THETA;GREEK SMALL LETTER IOTA;GREEK SMALL LETTER KAPPA;GREEK SMALL LETTER LAMDA;GREEK SMALL LETTER MU;GREEK SMALL LETTER NU;GREEK SMALL LETTER XI;GREEK SMALL LETTER OMICRON;GREEK SMALL LETTER PI;GREEK SMALL LETTER RHO;GREEK SMALL LETTER FINAL SIGMA;GREEK SMALL LETTER SIGMA;GREEK SMALL LETTER TAU;GREEK SMALL LETTER UPSILON;GREEK SMALL LETTER PHI;GREEK SMALL LETTER CHI;GREEK SMALL LETTER PSI;GREEK SMALL LETTER OMEGA
3F5 GREEK LUNATE EPSILON SYMBOL
2010 HYPHEN;NON-BREAKING HYPHEN;FIGURE DASH;EN DASH;EM DASH;HORIZONTAL BAR;DOUBLE VERTICAL LINE;DOUBLE LOW LINE;LEFT SINGLE QUOTATION MARK;RIGHT SINGLE QUOTATION MARK;SINGLE LOW-9 QUOTATION MARK;SINGLE HIGH-REVERSED-9 QUOTATION MARK;LEFT DOUBLE QUOTATION MARK;RIGHT DOUBLE QUOTATION MARK;DOUBLE LOW-9 QUOTATION MARK;DOUBLE HIGH-REVERSED-9 QUOTATION MARK;DAGGER;DOUBLE DAGGER;BULLET;TRIANGULAR BULLET;ONE DOT LEADER;TWO DOT LEADER;HORIZONTAL ELLIPSIS;HYPHENATION POINT;LINE SEPARATOR;PARAGRAPH SEPARATOR;LEFT-TO-RIGHT EMBEDDING;RIGHT-TO-LEFT EMBEDDING;POP DIRECTIONAL FORMATTING;LEFT-TO-RIGHT OVERRIDE;RIGHT-TO-LEFT OVERRIDE;NARROW NO-BREAK SPACE;PER MILLE SIGN;PER TEN THOUSAND SIGN;PRIME;DOUBLE PRIME;TRIPLE PRIME;REVERSED PRIME;REVERSED DOUBLE PRIME;REVERSED TRIPLE PRIME;CARET;SINGLE LEFT-POINTING ANGLE QUOTATION MARK;SINGLE RIGHT-POINTING ANGLE QUOTATION MARK;REFERENCE MARK;DOUBLE EXCLAMATION MARK;INTERROBANG
2044 FRACTION SLASH
20A0 EURO-CURRENCY SIGN;COLON SIGN;CRUZEIRO SIGN;FRENCH FRANC SIGN;LIRA SIGN;MILL SIGN;NAIRA SIGN;PESETA SIGN;RUPEE SIGN;WON SIGN;NEW SHEQEL SIGN;DONG SIGN;EURO SIGN;KIP SIGN;TUGRIK SIGN;DRACHMA SIGN;GERMAN PENNY SIGN;PESO SIGN;GUARANI SIGN;AUSTRAL SIGN;HRYVNIA SIGN;CEDI SIGN;LIVRE TOURNOIS SIGN;SPESMILO SIGN;TENGE SIGN;INDIAN RUPEE SIGN;TURKISH LIRA SIGN;NORDIC MARK SIGN;MANAT SIGN;RUBLE SIGN;LARI SIGN;BITCOIN SIGN
2103 DEGREE CELSIUS
2116 NUMERO SIGN
2122 TRADE MARK SIGN
2126 OHM SIGN
2190 LEFTWARDS ARROW;UPWARDS ARROW;RIGHTWARDS ARROW;DOWNWARDS ARROW;LEFT RIGHT ARROW;UP DOWN ARROW;NORTH WEST ARROW;NORTH EAST ARROW;SOUTH EAST ARROW;SOUTH WEST ARROW
2200 FOR ALL;COMPLEMENT;PARTIAL DIFFERENTIAL;THERE EXISTS;THERE DOES NOT EXIST;EMPTY SET;INCREMENT;NABLA;ELEMENT OF;NOT AN ELEMENT OF;SMALL ELEMENT OF;CONTAINS AS MEMBER;DOES NOT CONTAIN AS MEMBER;SMALL CONTAINS AS MEMBER;END OF PROOF;N-ARY PRODUCT;N-ARY COPRODUCT;N-ARY SUMMATION;MINUS SIGN;MINUS-OR-PLUS SIGN;DOT PLUS;DIVISION SLASH;SET MINUS;ASTERISK OPERATOR;RING OPERATOR;BULLET OPERATOR;SQUARE ROOT;CUBE ROOT;FOURTH ROOT;PROPORTIONAL TO;INFINITY;RIGHT ANGLE;ANGLE;MEASURED ANGLE;SPHERICAL ANGLE;DIVIDES;DOES NOT DIVIDE;PARALLEL TO;NOT PARALLEL TO;LOGICAL AND;LOGICAL OR;INTERSECTION;UNION;INTEGRAL
2248 ALMOST EQUAL TO
2260 NOT EQUAL TO;IDENTICAL TO;NOT IDENTICAL TO;STRICTLY EQUIVALENT TO;LESS-THAN OR EQUAL TO;GREATER-THAN OR EQUAL TO;LESS-THAN OVER EQUAL TO;GREATER-THAN OVER EQUAL TO
2318 PLACE OF INTEREST SIGN
2500 BOX DRAWINGS LIGHT HORIZONTAL
2502 BOX DRAWINGS LIGHT VERTICAL
2588 FULL BLOCK
25A0 BLACK SQUARE;WHITE SQUARE
25B2 BLACK UP-POINTING TRIANGLE
25B6 BLACK RIGHT-POINTING TRIANGLE
25BC BLACK DOWN-POINTING TRIANGLE
25C0 BLACK LEFT-POINTING TRIANGLE
25C6 BLACK DIAMOND
25CB WHITE CIRCLE
25CF BLACK CIRCLE
2600 BLACK SUN WITH RAYS
2603 SNOWMAN
2605 BLACK STAR;WHITE STAR
2620 SKULL AND CROSSBONES
263A WHITE SMILING FACE
2660 BLACK SPADE SUIT
2663 BLACK CLUB SUIT
2665 BLACK HEART SUIT;BLACK DIAMOND SUIT
266A EIGHTH NOTE;BEAMED EIGHTH NOTES
26A0 WARNING SIGN
2713 CHECK MARK;HEAVY CHECK MARK
2717 BALLOT X;HEAVY BALLOT X
2764 HEAVY BLACK HEART
FEFF ZERO WIDTH NO-BREAK SPACE
FFFD REPLACEMENT CHARACTER
1F389 PARTY POPPER
1F40D SNAKE
1F44D THUMBS UP SIGN
1F600 GRINNING FACE
1F602 FACE WITH TEARS OF JOY;SMILING FACE WITH OPEN MOUTH
1F680 ROCKET
`;
var byName = null;
function codePointOf(name) {
  byName ??= readRuns();
  return byName.get(name.toUpperCase()) ?? null;
}
function readRuns() {
  const result = /* @__PURE__ */ new Map();
  for (const run of RUNS.trim().split("\n")) {
    const space = run.indexOf(" ");
    const first = Number.parseInt(run.slice(0, space), 16);
    run.slice(space + 1).split(";").forEach((name, index) => {
      result.set(name, first + index);
    });
  }
  return result;
}

// runtime/language/strings.ts
function readStrings(source, extents, readExpression) {
  const place = { start: extents[0].start, end: extents[extents.length - 1].end };
  const literals = extents.map((extent) => delimit(source.text, extent));
  if (literals.some((literal) => literal.bytes !== literals[0].bytes)) {
    source.fail("cannot mix bytes and nonbytes literals", place.start, place.end);
  }
  if (literals[0].bytes) return { kind: "Constant", value: readBytes(source, literals, place), ...place };
  if (!literals.some((literal) => literal.format)) {
    const value2 = literals.map((literal) => readText(source, literal, place)).join("");
    return { kind: "Constant", value: value2, ...place };
  }
  const builder = new JoinedBuilder(place, place);
  for (const literal of literals) {
    if (literal.format) new FormatReader(source, literal, place, readExpression).read(builder);
    else builder.text(readText(source, literal, place));
  }
  return builder.finish();
}
function delimit(text, { start, end }) {
  let at2 = start;
  while (text[at2] !== "'" && text[at2] !== '"') at2++;
  const prefix = text.slice(start, at2).toLowerCase();
  const quotes = end - at2 >= 6 && text[at2 + 1] === text[at2] && text[at2 + 2] === text[at2] ? 3 : 1;
  return {
    raw: prefix.includes("r"),
    bytes: prefix.includes("b"),
    format: prefix.includes("f"),
    place: { start, end },
    start: at2 + quotes,
    end: end - quotes
  };
}
function readText(source, literal, place) {
  const text = source.text.slice(literal.start, literal.end);
  return literal.raw ? text : decodeEscapes(source, text, place);
}
function readBytes(source, literals, place) {
  const result = [];
  for (const literal of literals) {
    const text = source.text.slice(literal.start, literal.end);
    if (!/^[\x00-\x7f]*$/.test(text)) {
      source.fail("bytes can only contain ASCII literal characters", place.start, place.end);
    }
    const decoded = literal.raw ? text : decodeByteEscapes(source, text, place);
    for (let at2 = 0; at2 < decoded.length; at2++) result.push(decoded.charCodeAt(at2) & 255);
  }
  return Uint8Array.from(result);
}
var SIMPLE = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};
var ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{0,2})|u([0-9a-fA-F]{0,4})|U([0-9a-fA-F]{0,8})|N(\{[^}]*\}?)?|([\s\S]))/g;
var DIGITS2 = { x: 2, u: 4, U: 8 };
function decodeEscapes(source, text, place) {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPE, (whole, octal, x, u, U, name, other, at2) => {
    if (octal !== void 0) return String.fromCharCode(Number.parseInt(octal, 8));
    if (other !== void 0) return SIMPLE[other] ?? whole;
    const letter = whole[1];
    if (letter === "N") return namedCharacter(source, text, whole, at2, name, place);
    const hex = x ?? u ?? U;
    if (hex.length < DIGITS2[letter]) {
      const form = `\\${letter}${"X".repeat(DIGITS2[letter])}`;
      return failEscape(source, text, at2, whole.length, `truncated ${form} escape`, place);
    }
    const point = Number.parseInt(hex, 16);
    if (point > 1114111)
      return failEscape(source, text, at2, whole.length, "illegal Unicode character", place);
    return String.fromCodePoint(point);
  });
}
function namedCharacter(source, text, whole, at2, name, place) {
  if (!name?.endsWith("}") || name === "{}") {
    return failEscape(source, text, at2, whole.length, "malformed \\N character escape", place);
  }
  const point = codePointOf(name.slice(1, -1));
  if (point !== null) return String.fromCodePoint(point);
  return source.fail(
    `the character name in ${whole} is not supported by Convoy: write \\uXXXX or \\UXXXXXXXX`,
    place.start,
    place.end
  );
}
function failEscape(source, text, at2, length, reason, place) {
  const from = new TextEncoder().encode(text.slice(0, at2)).length;
  const to = from + length - 1;
  const where = to === from ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`;
  return source.fail(
    `(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`,
    place.start,
    place.end
  );
}
function decodeByteEscapes(source, text, place) {
  return text.replace(/\\(?:([0-7]{1,3})|x([0-9a-fA-F]{0,2})|([\s\S]))/g, (whole, octal, hex, other, at2) => {
    if (octal !== void 0) return String.fromCharCode(Number.parseInt(octal, 8));
    if (other !== void 0) return SIMPLE[other] ?? whole;
    if (hex.length < 2)
      source.fail(`(value error) invalid \\x escape at position ${at2}`, place.start, place.end);
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
}
var JoinedBuilder = class {
  values = [];
  /** Where the parts are said to be, but for a text at the end. */
  partPlace;
  place;
  pending = "";
  constructor(partPlace, place) {
    this.partPlace = partPlace;
    this.place = place;
  }
  text(text) {
    this.pending += text;
  }
  value(value2) {
    this.flush(this.partPlace);
    this.values.push(value2);
  }
  finish() {
    this.flush(this.place);
    return { kind: "JoinedStr", values: this.values, ...this.place };
  }
  flush(place) {
    if (this.pending !== "") this.values.push({ kind: "Constant", value: this.pending, ...place });
    this.pending = "";
  }
};
var OPENING2 = { ")": "(", "]": "[", "}": "{" };
var FormatReader = class {
  source;
  text;
  literal;
  place;
  readExpression;
  at;
  constructor(source, literal, place, readExpression) {
    this.source = source;
    this.text = source.text;
    this.literal = literal;
    this.place = place;
    this.readExpression = readExpression;
    this.at = literal.start;
  }
  read(builder) {
    this.parts(builder, 0);
    if (this.at < this.literal.end) this.fail("f-string: single '}' is not allowed");
  }
  fail(message) {
    return this.source.fail(message, this.place.start, this.place.end);
  }
  /** Reads texts and fields up to the end, or, of a format specification, up to the brace that ends its field. */
  parts(builder, depth) {
    while (this.at < this.literal.end) {
      const start = this.at;
      this.plain(depth);
      const text = this.text.slice(start, this.at);
      builder.text(this.literal.raw ? text : decodeEscapes(this.source, text, this.place));
      if (this.at >= this.literal.end) return;
      const brace = this.text[this.at];
      if (depth === 0 && this.text[this.at + 1] === brace && this.at + 1 < this.literal.end) {
        builder.text(brace);
        this.at += 2;
      } else if (brace === "{") this.field(builder, depth);
      else return;
    }
  }
  /** Passes over text without braces. */
  plain(depth) {
    while (this.at < this.literal.end) {
      const character = this.text[this.at];
      if (character === "{" || character === "}") return;
      if (character === "\\" && !this.literal.raw) {
        if (this.text.startsWith("N{", this.at + 1) && depth === 0)
          this.at = this.text.indexOf("}", this.at) + 1;
        else this.at += "{}".includes(this.text[this.at + 1]) ? 1 : 2;
        if (this.at <= 0 || this.at > this.literal.end) this.at = this.literal.end;
      } else this.at++;
    }
  }
  field(builder, depth) {
    if (depth >= 2) this.fail("f-string: expressions nested too deeply");
    const start = ++this.at;
    this.passExpression();
    const end = this.at;
    if (this.at >= this.literal.end) this.fail("f-string: expecting '}'");
    const value2 = this.expression(start, end);
    let documented = false;
    if (this.text[this.at] === "=") {
      this.at++;
      while (/\s/.test(this.text[this.at])) this.at++;
      builder.text(this.text.slice(start, this.at));
      documented = true;
    }
    let conversion = this.conversion();
    let formatSpec = null;
    if (this.text[this.at] === ":" && this.at < this.literal.end) {
      this.at++;
      const inner = new JoinedBuilder(this.place, this.literal.place);
      this.parts(inner, depth + 1);
      formatSpec = inner.finish();
    }
    if (this.at >= this.literal.end || this.text[this.at] !== "}") this.fail("f-string: expecting '}'");
    this.at++;
    if (documented && formatSpec === null && conversion === "") conversion = "r";
    builder.value({ kind: "FormattedValue", value: value2, conversion, formatSpec, ...this.place });
  }
  conversion() {
    if (this.text[this.at] !== "!") return "";
    this.at++;
    if (this.at >= this.literal.end) this.fail("f-string: expecting '}'");
    const letter = this.text[this.at++];
    if (letter === "s" || letter === "r" || letter === "a") return letter;
    return this.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }
  expression(start, end) {
    if (this.text.slice(start, end).trim() === "") this.fail("f-string: empty expression not allowed");
    try {
      return this.readExpression(start, end);
    } catch (error) {
      if (!(error instanceof PythonSyntaxError) || error.message.startsWith("f-string")) throw error;
      throw new PythonSyntaxError(error.kind, `f-string: ${error.message}`, error);
    }
  }
  /** Passes over an expression, to the character that ends it. */
  passExpression() {
    const open = [];
    let quote = "";
    for (; this.at < this.literal.end; this.at++) {
      const character = this.text[this.at];
      if (character === "\\") this.fail("f-string expression part cannot include a backslash");
      if (quote !== "") {
        if (!this.text.startsWith(quote, this.at)) continue;
        this.at += quote.length - 1;
        quote = "";
      } else if (character === "'" || character === '"') {
        quote = this.text.startsWith(character.repeat(3), this.at) ? character.repeat(3) : character;
        this.at += quote.length - 1;
      } else if (character === "#") this.fail("f-string expression part cannot include '#'");
      else if ("([{".includes(character)) open.push(character);
      else if (open.length === 0 && "!:}=<>".includes(character)) {
        const pair = this.text[this.at + 1] === "=" && this.at + 1 < this.literal.end;
        if (pair && "!=<>".includes(character)) this.at++;
        else if (character !== "<" && character !== ">") return;
      } else if (")]}".includes(character)) this.closeBracket(open, character);
    }
    if (quote !== "") this.fail("f-string: unterminated string");
    if (open.length > 0) this.fail(`f-string: unmatched '${open[open.length - 1]}'`);
  }
  closeBracket(open, character) {
    const last = open.pop();
    if (last === void 0) this.fail(`f-string: unmatched '${character}'`);
    if (last !== OPENING2[character]) {
      this.fail(`f-string: closing parenthesis '${character}' does not match opening parenthesis '${last}'`);
    }
  }
};

// runtime/language/targets.ts
function describe(node) {
  switch (node.kind) {
    case "Attribute":
    case "Subscript":
    case "Starred":
    case "Name":
    case "List":
    case "Tuple":
    case "Lambda":
      return node.kind.toLowerCase();
    case "Call":
      return "function call";
    case "GeneratorExp":
      return "generator expression";
    case "Yield":
    case "YieldFrom":
      return "yield expression";
    case "ListComp":
      return "list comprehension";
    case "SetComp":
      return "set comprehension";
    case "DictComp":
      return "dict comprehension";
    case "Dict":
      return "dict literal";
    case "Set":
      return "set display";
    case "JoinedStr":
    case "FormattedValue":
      return "f-string expression";
    case "Constant":
      return describeConstant(node.value);
    case "Compare":
      return "comparison";
    case "IfExp":
      return "conditional expression";
    case "NamedExpr":
      return "named expression";
    default:
      return "expression";
  }
}
function describeConstant(value2) {
  if (value2 === null) return "None";
  if (value2 === true) return "True";
  if (value2 === false) return "False";
  return value2 === ELLIPSIS ? "ellipsis" : "literal";
}
function invalidPart(node, deleting) {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "Starred":
      return deleting ? node : invalidPart(node.value, deleting);
    case "Tuple":
    case "List":
      for (const element3 of node.elts) {
        const invalid = invalidPart(element3, deleting);
        if (invalid !== null) return invalid;
      }
      return null;
    default:
      return node;
  }
}
var SINGLETONS = /* @__PURE__ */ new Set(["None", "True", "False"]);
var COMPARABLE = /* @__PURE__ */ new Set([
  "Constant",
  "BinOp",
  "UnaryOp",
  "Call",
  "JoinedStr",
  "Dict",
  "Set",
  "ListComp",
  "SetComp",
  "DictComp"
]);
function checkAssigned(source, target, surrounded, only) {
  const invalid = invalidPart(target, false);
  if (invalid === null) return;
  const what = describe(invalid);
  const yields = target.kind === "Yield" || target.kind === "YieldFrom";
  if (yields && !surrounded)
    source.fail("assignment to yield expression not possible", invalid.start, invalid.end);
  const negation = target.kind === "UnaryOp" && target.op === "not";
  const comparable = surrounded || COMPARABLE.has(target.kind) && !negation;
  const hint = invalid === target && only && comparable && !SINGLETONS.has(what);
  const advice = hint ? " here. Maybe you meant '==' instead of '='?" : "";
  source.fail(`cannot assign to ${what}${advice}`, invalid.start, invalid.end);
}
function checkBound(source, target) {
  const invalid = invalidPart(target, false);
  if (invalid !== null) source.fail(`cannot assign to ${describe(invalid)}`, invalid.start, invalid.end);
}
function checkDeleted(source, target) {
  const invalid = invalidPart(target, true);
  if (invalid !== null) source.fail(`cannot delete ${describe(invalid)}`, invalid.start, invalid.end);
}
function checkAugmented(source, target) {
  if (target.kind === "Name" || target.kind === "Attribute" || target.kind === "Subscript") return;
  source.fail(
    `'${describe(target)}' is an illegal expression for augmented assignment`,
    target.start,
    target.end
  );
}
function checkAnnotated(source, target) {
  if (target.kind === "Name" || target.kind === "Attribute" || target.kind === "Subscript") return;
  const message = target.kind === "Tuple" || target.kind === "List" ? `only single target (not ${target.kind.toLowerCase()}) can be annotated` : "illegal target for annotation";
  source.fail(message, target.start, target.end);
}

// runtime/language/expressions.ts
function children(node) {
  const result = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== "Comment") result.push(child);
  }
  return result;
}
var ExpressionReader = class {
  source;
  /** What stands in the source at the offsets where the parser was shown something else. */
  roles;
  /** From an offset in the tree to one in the source. */
  delta;
  /** Reads the expression of an f-string's field. */
  readField;
  constructor(source, roles, delta, readField) {
    this.source = source;
    this.roles = roles;
    this.delta = delta;
    this.readField = readField;
  }
  /** The source text of a node. */
  text(node) {
    return this.source.text.slice(node.from + this.delta, node.to + this.delta);
  }
  extent(node, last = node) {
    return { start: node.from + this.delta, end: last.to + this.delta };
  }
  role(node) {
    return this.roles.get(node.from + this.delta);
  }
  fail(message, node, last = node) {
    this.source.fail(message, node.from + this.delta, last.to + this.delta);
  }
  expression(node) {
    switch (node.name) {
      case "VariableName":
        return this.variable(node);
      case "Number":
        return { kind: "Constant", value: this.number(node), ...this.extent(node) };
      case "String":
        return readStrings(this.source, [this.extent(node)], this.readField);
      case "ContinuedString":
        return readStrings(
          this.source,
          children(node).map((part) => this.extent(part)),
          this.readField
        );
      case "None":
        return { kind: "Constant", value: null, ...this.extent(node) };
      case "Boolean":
        return { kind: "Constant", value: this.text(node) === "True", ...this.extent(node) };
      case "Ellipsis":
        return { kind: "Constant", value: ELLIPSIS, ...this.extent(node) };
      case "BinaryExpression":
      case "UnaryExpression":
        return this.operators(node);
      case "ParenthesizedExpression":
        return this.parenthesized(node);
      case "TupleExpression":
        return { kind: "Tuple", elts: this.elements(children(node).slice(1, -1)), ...this.extent(node) };
      case "ArrayExpression":
        return { kind: "List", elts: this.elements(children(node).slice(1, -1)), ...this.extent(node) };
      case "SetExpression":
        return { kind: "Set", elts: this.elements(children(node).slice(1, -1)), ...this.extent(node) };
      case "DictionaryExpression":
        return this.dict(node);
      case "ComprehensionExpression":
        return this.comprehension(node, "GeneratorExp");
      case "ArrayComprehensionExpression":
        return this.comprehension(node, "ListComp");
      case "SetComprehensionExpression":
        return this.comprehension(node, "SetComp");
      case "DictionaryComprehensionExpression":
        return this.comprehension(node, "DictComp");
      case "CallExpression":
        return this.call(node);
      case "MemberExpression":
        return this.member(node);
      case "ConditionalExpression": {
        const [body, , test, , orelse] = children(node);
        return {
          kind: "IfExp",
          test: this.expression(test),
          body: this.expression(body),
          orelse: this.expression(orelse),
          ...this.extent(node)
        };
      }
      case "LambdaExpression":
        return this.lambda(node);
      case "NamedExpression": {
        const [target, , value2] = children(node);
        return this.named(target, value2);
      }
      case "YieldExpression":
      case "YieldStatement":
        return this.yield(node);
      default:
        return this.fail("invalid syntax", node);
    }
  }
  variable(node) {
    if (this.role(node) === "bare yield") return { kind: "Yield", value: null, ...this.extent(node) };
    return this.nameOf(node);
  }
  nameOf(node) {
    return { kind: "Name", id: this.identifier(node), ...this.extent(node) };
  }
  /** The identifier as Python compares it. */
  identifier(node) {
    return this.text(node).normalize("NFKC");
  }
  number(node) {
    const text = this.text(node);
    const value2 = decodeNumber(text);
    return value2 ?? this.fail("invalid decimal literal", node);
  }
  /** Operators with their operands, whatever nesting the tree gives them. */
  operators(node) {
    const items = [];
    this.flatten(node, items);
    const first = items[0];
    if ("op" in first && this.roles.get(first.from + this.delta) === "star") {
      const value2 = this.readOperators(items.slice(1));
      return { kind: "Starred", value: value2, ...this.extent(node) };
    }
    if ("op" in first && this.roles.get(first.from + this.delta) === "decorator") {
      return this.readOperators(items.slice(1));
    }
    return this.readOperators(items);
  }
  readOperators(items) {
    return new OperatorReader(items, this.source, this.delta, (operand) => this.expression(operand)).read();
  }
  flatten(node, items) {
    const parts = children(node);
    for (let at2 = 0; at2 < parts.length; at2++) {
      const part = parts[at2];
      const next = parts[at2 + 1];
      switch (part.name) {
        case "BinaryExpression":
        case "UnaryExpression":
          this.flatten(part, items);
          break;
        case "not":
          if (node.name === "UnaryExpression") items.push({ op: "not", from: part.from, to: part.to });
          else items.push({ op: "not in", from: part.from, to: parts[++at2].to });
          break;
        case "is":
          if (next.name === "not") items.push({ op: "is not", from: part.from, to: parts[++at2].to });
          else items.push({ op: "is", from: part.from, to: part.to });
          break;
        case "and":
        case "or":
        case "in":
        case "CompareOp":
        case "ArithOp":
        case "BitOp":
          items.push({ op: this.treeText(part), from: part.from, to: part.to });
          break;
        default:
          items.push(part);
      }
    }
  }
  /** The text that the parser saw: `~` where the source has a star or a decorator's `@`. */
  treeText(node) {
    return this.role(node) === void 0 ? this.text(node) : "~";
  }
  parenthesized(node) {
    const parts = children(node).slice(1, -1);
    if (parts[0].name === "*") this.fail("cannot use starred expression here", parts[0], parts[1]);
    return this.expression(parts[0]);
  }
  /** Elements between commas; an element is an expression, a star and one, or `name := value`. */
  elements(parts) {
    const result = [];
    for (let at2 = 0; at2 < parts.length; at2++) {
      const part = parts[at2];
      if (part.name === ",") continue;
      if (part.name === "*") result.push(this.starred(part, parts[++at2]));
      else result.push(this.expression(part));
    }
    return result;
  }
  starred(star, value2) {
    return { kind: "Starred", value: this.expression(value2), ...this.extent(star, value2) };
  }
  /** One expression, or the tuple that several between commas make. */
  tupleOf(parts) {
    const elts = this.elements(parts);
    if (elts.length === 1 && parts[parts.length - 1].name !== ",") return elts[0];
    return { kind: "Tuple", elts, ...this.extent(parts[0], parts[parts.length - 1]) };
  }
  dict(node) {
    const parts = children(node).slice(1, -1);
    const keys = [];
    const values = [];
    for (let at2 = 0; at2 < parts.length; at2++) {
      if (parts[at2].name === ",") continue;
      if (parts[at2].name === "**") {
        keys.push(null);
        values.push(this.expression(parts[++at2]));
      } else {
        keys.push(this.expression(parts[at2]));
        values.push(this.expression(parts[at2 + 2]));
        at2 += 2;
      }
    }
    return { kind: "Dict", keys, values, ...this.extent(node) };
  }
  comprehension(node, kind) {
    const parts = children(node).slice(1, -1);
    const forAt = parts.findIndex((part) => part.name === "for" || part.name === "async");
    const head = parts.slice(0, forAt);
    if (head[0].name === "*")
      this.fail("iterable unpacking cannot be used in comprehension", head[0], head[1]);
    if (head[0].name === "**")
      this.fail("dict unpacking cannot be used in dict comprehension", head[0], head[1]);
    return {
      kind,
      element: this.expression(head[0]),
      value: kind === "DictComp" ? this.expression(head[2]) : null,
      generators: this.generators(parts.slice(forAt)),
      ...this.extent(node)
    };
  }
  generators(parts) {
    const result = [];
    let at2 = 0;
    while (at2 < parts.length) {
      if (parts[at2].name === "async")
        this.fail("asynchronous comprehensions are not supported by Convoy", parts[at2]);
      const inAt = parts.findIndex((part, index) => index > at2 && part.name === "in");
      const target = this.tupleOf(parts.slice(at2 + 1, inAt));
      checkBound(this.source, target);
      const iter = this.expression(parts[inAt + 1]);
      const ifs = [];
      at2 = inAt + 2;
      while (parts[at2]?.name === "if") {
        ifs.push(this.expression(parts[at2 + 1]));
        at2 += 2;
      }
      result.push({ target, iter, ifs });
    }
    return result;
  }
  call(node) {
    const [func, list2] = children(node);
    return { kind: "Call", func: this.expression(func), ...this.argumentsOf(list2), ...this.extent(node) };
  }
  argumentsOf(list2) {
    const args = [];
    const keywords = [];
    const parts = children(list2).slice(1, -1);
    const groups = splitAtCommas(parts);
    const only = groups.length === 1 && parts[parts.length - 1].name !== ",";
    for (const group of groups) this.argument(group, list2, only, args, keywords);
    return { args, keywords };
  }
  argument(group, list2, only, args, keywords) {
    const [first, second, third] = group;
    const last = group[group.length - 1];
    const extent = this.extent(first, last);
    if (first.name === "**") {
      keywords.push({ name: null, value: this.expression(second), ...extent });
      return;
    }
    if (second?.name === "AssignOp" && this.text(second) === "=") {
      if (group.length > 3)
        this.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", first, second);
      keywords.push({
        name: this.keywordName(first, second, keywords),
        value: this.expression(third),
        ...extent
      });
      return;
    }
    if (first.name === "*") {
      if (keywords.some((keyword) => keyword.name === null)) {
        this.fail("iterable argument unpacking follows keyword argument unpacking", list2);
      }
      args.push(this.starred(first, second));
      return;
    }
    if (keywords.length > 0) this.positionalAfterKeyword(keywords, list2);
    const valueEnd = second?.name === "AssignOp" ? 3 : 1;
    const value2 = valueEnd === 3 ? this.named(first, third) : this.expression(first);
    if (group.length === valueEnd) {
      args.push(value2);
      return;
    }
    if (!only) this.fail("Generator expression must be parenthesized", first, last);
    const generators = this.generators(group.slice(valueEnd));
    args.push({ kind: "GeneratorExp", element: value2, value: null, generators, ...this.extent(list2) });
  }
  keywordName(node, assign, keywords) {
    if (node.name === "Boolean" || node.name === "None") {
      this.fail(`cannot assign to ${this.text(node)}`, node, assign);
    }
    if (node.name !== "VariableName") {
      this.fail('expression cannot contain assignment, perhaps you meant "=="?', node, assign);
    }
    const name = this.identifier(node);
    if (name === "__debug__") this.fail("cannot assign to __debug__", node, assign);
    if (keywords.some((keyword) => keyword.name === name))
      this.fail(`keyword argument repeated: ${name}`, node, assign);
    return name;
  }
  positionalAfterKeyword(keywords, list2) {
    const unpacking = keywords.some((keyword) => keyword.name === null);
    const message = `positional argument follows keyword argument${unpacking ? " unpacking" : ""}`;
    const parts = children(list2);
    return this.fail(message, parts[parts.length - 1]);
  }
  named(target, value2) {
    const name = this.expression(target);
    if (name.kind !== "Name") {
      return this.fail(`cannot use assignment expressions with ${describe(name)}`, target);
    }
    return { kind: "NamedExpr", target: name, value: this.expression(value2), ...this.extent(target, value2) };
  }
  member(node) {
    const [value2, punctuation, ...rest] = children(node);
    if (punctuation.name === ".") {
      const attr = this.identifier(rest[0]);
      if (KEYWORDS.has(attr) || ["None", "True", "False"].includes(attr))
        this.fail("invalid syntax", rest[0]);
      return { kind: "Attribute", value: this.expression(value2), attr, ...this.extent(node) };
    }
    return {
      kind: "Subscript",
      value: this.expression(value2),
      slice: this.subscript(rest.slice(0, -1)),
      ...this.extent(node)
    };
  }
  subscript(parts) {
    const groups = splitAtCommas(parts);
    const trailing = parts[parts.length - 1].name === ",";
    const elts = groups.map(
      (group) => group.some((part) => part.name === ":") ? this.slice(group) : this.expression(group[0])
    );
    if (elts.length === 1 && !trailing && elts[0].kind !== "Starred") return elts[0];
    return { kind: "Tuple", elts, ...this.extent(parts[0], parts[parts.length - 1]) };
  }
  slice(group) {
    const bounds = [null, null, null];
    let bound = 0;
    for (const part of group) {
      if (part.name === "NamedExpression") this.fail("invalid syntax", part);
      if (part.name === ":") bound++;
      else bounds[bound] = this.expression(part);
    }
    const [lower, upper, step] = bounds;
    return { kind: "Slice", lower, upper, step, ...this.extent(group[0], group[group.length - 1]) };
  }
  yield(node) {
    const [, ...parts] = children(node);
    if (parts.length === 0) return { kind: "Yield", value: null, ...this.extent(node) };
    if (parts[0].name === "from")
      return { kind: "YieldFrom", value: this.expression(parts[1]), ...this.extent(node) };
    return { kind: "Yield", value: this.tupleOf(parts), ...this.extent(node) };
  }
  lambda(node) {
    const parts = children(node);
    return {
      kind: "Lambda",
      args: this.parameters(children(parts[1]), "lambda"),
      body: this.expression(parts[parts.length - 1]),
      ...this.extent(node)
    };
  }
  /** The parameters between (not including) the parentheses of a `def`, or of a lambda. */
  parameters(parts, of) {
    const result = {
      posOnly: [],
      args: [],
      defaults: [],
      varArg: null,
      kwOnly: [],
      kwDefaults: [],
      kwArg: null
    };
    const groups = splitAtCommas(parts);
    let bareStar = null;
    let slash = false;
    for (const group of groups) {
      const [first, second] = group;
      if (result.kwArg !== null) this.fail("arguments cannot follow var-keyword argument", first);
      if (this.role(first) === "slash") {
        if (slash) this.fail("/ may appear only once", first);
        if (result.varArg !== null || bareStar !== null) this.fail("/ must be ahead of *", first);
        if (result.args.length === 0) this.fail("invalid syntax", first);
        slash = true;
        result.posOnly = result.args;
        result.args = [];
      } else if (first.name === "**") {
        if (group.some((part) => part.name === "AssignOp")) {
          this.fail(
            "var-keyword argument cannot have default value",
            group.find((part) => part.name === "AssignOp")
          );
        }
        if (bareStar !== null && result.kwOnly.length === 0)
          this.fail("named arguments must follow bare *", bareStar);
        result.kwArg = this.parameter(second, group[2]);
      } else if (first.name === "*") {
        if (result.varArg !== null || bareStar !== null) this.fail("* argument may appear only once", first);
        const assign = group.find((part) => part.name === "AssignOp");
        if (assign !== void 0) this.fail("var-positional argument cannot have default value", assign);
        if (second === void 0) bareStar = first;
        else result.varArg = this.parameter(second, group[2]);
      } else this.plainParameter(group, result, bareStar !== null, of);
    }
    if (bareStar !== null && result.kwOnly.length === 0)
      this.fail("named arguments must follow bare *", bareStar);
    return result;
  }
  plainParameter(group, result, bareStar, of) {
    const assignAt = group.findIndex((part) => part.name === "AssignOp");
    const value2 = assignAt < 0 ? null : this.expression(group[assignAt + 1]);
    const parameter = this.parameter(group[0], assignAt === 1 ? void 0 : group[1]);
    if (bareStar || result.varArg !== null) {
      result.kwOnly.push(parameter);
      result.kwDefaults.push(value2);
      return;
    }
    if (value2 !== null) result.defaults.push(value2);
    else if (result.defaults.length > 0) this.fail("non-default argument follows default argument", group[0]);
    result.args.push(parameter);
    if (group[0].name !== "VariableName")
      this.fail(`${of === "lambda" ? "Lambda" : "Function"} parameters cannot be parenthesized`, group[0]);
  }
  parameter(name, typeDef) {
    const annotation = typeDef?.name === "TypeDef" ? this.expression(children(typeDef)[1]) : null;
    return { name: this.identifier(name), annotation, ...this.extent(name, typeDef ?? name) };
  }
};
function splitAtCommas(parts) {
  const groups = [];
  let group = [];
  let targets = false;
  for (const part of parts) {
    if (part.name === "for") targets = true;
    else if (part.name === "in") targets = false;
    if (part.name === "," && !targets) {
      groups.push(group);
      group = [];
    } else group.push(part);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

// runtime/language/tree.ts
function parseModule(source) {
  const dialect = dialectOf(source);
  const tree = parse2(source, dialect, 0);
  return { body: readerOf(source, dialect, 0).statements(children(tree.topNode)) };
}
function parseExpression(source, start, end) {
  const dialect = dialectOfExpression(source, start, end);
  const tree = parse2(source, dialect, start - 1);
  const [statement2] = children(tree.topNode);
  return readerOf(source, dialect, start - 1).field(children(statement2)[0]);
}
function readerOf(source, dialect, delta) {
  return new StatementReader(
    source,
    dialect.roles,
    delta,
    (start, end) => parseExpression(source, start, end)
  );
}
function parse2(source, dialect, delta) {
  const tree = parser.parse(dialect.text);
  let error = -1;
  tree.iterate({
    enter(node) {
      if (node.type.isError && error < 0) error = node.from;
    }
  });
  const indent = dialect.tokens.unexpectedIndent;
  if (error >= 0 && !(indent >= 0 && indent < error + delta)) diagnose(source, dialect.tokens, error + delta);
  if (indent >= 0) diagnose(source, dialect.tokens, indent);
  return tree;
}
var StatementReader = class extends ExpressionReader {
  /** The value between the parentheses that surround a field's expression. */
  field(node) {
    const inner = children(node).slice(1, -1);
    if (inner[0].name === "*" && inner.length === 2)
      this.fail("cannot use starred expression here", inner[0], inner[1]);
    return node.name === "TupleExpression" ? this.tupleOf(inner) : this.expression(inner[0]);
  }
  statements(nodes) {
    const result = [];
    let decorators = [];
    for (const node of nodes) {
      if (node.name === "StatementGroup") {
        result.push(...this.statements(this.group(node)));
      } else if (this.role(node) === "decorator") {
        decorators.push(this.expression(children(node)[0]));
      } else {
        const decorable = ["FunctionDefinition", "ClassDefinition", "DecoratedStatement"].includes(node.name);
        if (decorators.length > 0 && !decorable) this.fail("invalid syntax", node);
        result.push(this.statement(node, decorators));
        decorators = [];
      }
    }
    if (decorators.length > 0) this.fail("invalid syntax", nodes[nodes.length - 1]);
    return result;
  }
  /** The statements between semicolons. */
  group(node) {
    const parts = children(node);
    parts.forEach((part, index) => {
      if (part.name === ";" && parts[index + 1]?.name === ";") this.fail("invalid syntax", parts[index + 1]);
    });
    return parts.filter((part) => part.name !== ";");
  }
  statement(node, decorators) {
    const result = this.read(node, decorators);
    const block = lastBlock(result);
    if (block !== null) result.end = block[block.length - 1].end;
    return result;
  }
  read(node, decorators) {
    const extent = this.extent(node);
    const parts = children(node);
    switch (node.name) {
      case "ExpressionStatement":
        return { kind: "Expr", value: this.tupleOf(parts), ...extent };
      case "YieldStatement":
        return { kind: "Expr", value: this.expression(node), ...extent };
      case "AssignStatement":
        return this.assign(node, parts);
      case "UpdateStatement":
        return this.update(node, parts);
      case "DeleteStatement":
        return this.delete(node, parts);
      case "PassStatement":
        return { kind: "Pass", ...extent };
      case "BreakStatement":
        return { kind: "Break", ...extent };
      case "ContinueStatement":
        return { kind: "Continue", ...extent };
      case "ReturnStatement":
        return { kind: "Return", value: parts.length > 1 ? this.tupleOf(parts.slice(1)) : null, ...extent };
      case "RaiseStatement":
        return this.raise(node, parts);
      case "ImportStatement":
        return this.import(node, parts);
      case "ScopeStatement": {
        this.rejectTrailingComma(parts);
        const names = parts.slice(1).filter((part) => part.name !== ",");
        const kind = parts[0].name === "global" ? "Global" : "Nonlocal";
        return { kind, names: names.map((name) => this.identifier(name)), ...extent };
      }
      case "AssertStatement":
        return this.assert(node, parts);
      case "IfStatement":
        return this.if(parts, node);
      case "WhileStatement": {
        const [, test, body] = parts;
        const orelse = this.suite(parts, "else");
        return { kind: "While", test: this.expression(test), body: this.body(body), orelse, ...extent };
      }
      case "ForStatement":
        return this.for(node, parts);
      case "TryStatement":
        return this.try(node, parts);
      case "WithStatement":
        return this.with(node, parts);
      case "FunctionDefinition":
        return this.function(node, parts, decorators);
      case "ClassDefinition":
        return this.class(node, parts, decorators);
      case "DecoratedStatement": {
        const all = parts.slice(0, -1).map((part) => this.decorator(part));
        return this.statement(parts[parts.length - 1], [...decorators, ...all]);
      }
      default:
        return this.fail("invalid syntax", node);
    }
  }
  /** The statements of a Body node. */
  body(node) {
    return this.statements(children(node).slice(1));
  }
  /** The statements after a keyword such as `else`, or none. */
  suite(parts, keyword) {
    const at2 = parts.findIndex((part) => part.name === keyword);
    return at2 < 0 ? [] : this.body(parts[at2 + 1]);
  }
  assign(node, parts) {
    const typeAt = parts.findIndex((part) => part.name === "TypeDef");
    if (typeAt >= 0) return this.annotatedAssign(node, parts, typeAt);
    const groups = [[]];
    for (const part of parts) {
      if (part.name === "AssignOp") groups.push([]);
      else groups[groups.length - 1].push(part);
    }
    const values = groups.map((group) => this.tupleOf(group));
    const targets = values.slice(0, -1);
    const surrounded = groups[0].length === 1 && groups[0][0].name === "ParenthesizedExpression";
    for (const target of targets) checkAssigned(this.source, target, surrounded, targets.length === 1);
    return { kind: "Assign", targets, value: values[values.length - 1], ...this.extent(node) };
  }
  annotatedAssign(node, parts, typeAt) {
    const target = this.tupleOf(parts.slice(0, typeAt));
    checkAnnotated(this.source, target);
    const valueParts = parts.slice(typeAt + 2);
    const again = valueParts.find((part) => part.name === "AssignOp");
    if (again !== void 0) this.fail("invalid syntax", again);
    return {
      kind: "AnnAssign",
      target,
      annotation: this.expression(children(parts[typeAt])[1]),
      value: valueParts.length > 0 ? this.tupleOf(valueParts) : null,
      simple: parts[0].name === "VariableName",
      ...this.extent(node)
    };
  }
  update(node, parts) {
    const at2 = parts.findIndex((part) => part.name === "UpdateOp");
    const target = this.tupleOf(parts.slice(0, at2));
    checkAugmented(this.source, target);
    const op = this.text(parts[at2]).slice(0, -1);
    return { kind: "AugAssign", target, op, value: this.tupleOf(parts.slice(at2 + 1)), ...this.extent(node) };
  }
  delete(node, parts) {
    const targets = this.elements(parts.slice(1));
    for (const target of targets) checkDeleted(this.source, target);
    return { kind: "Delete", targets, ...this.extent(node) };
  }
  raise(node, parts) {
    const comma = parts.find((part) => part.name === ",");
    if (comma !== void 0) this.fail("invalid syntax", comma);
    return {
      kind: "Raise",
      exception: parts.length > 1 ? this.expression(parts[1]) : null,
      cause: parts.length > 3 ? this.expression(parts[3]) : null,
      ...this.extent(node)
    };
  }
  assert(node, parts) {
    const groups = splitAtCommas(parts.slice(1));
    if (groups.length > 2) this.fail("invalid syntax", groups[2][0]);
    return {
      kind: "Assert",
      test: this.expression(groups[0][0]),
      message: groups.length > 1 ? this.expression(groups[1][0]) : null,
      ...this.extent(node)
    };
  }
  import(node, parts) {
    if (parts[0].name === "import") {
      this.rejectTrailingComma(parts);
      return { kind: "Import", names: this.aliases(parts.slice(1)), ...this.extent(node) };
    }
    const importAt = parts.findIndex((part) => part.name === "import");
    const from = parts.slice(1, importAt).map((part) => this.text(part));
    const dots = /^\.*/.exec(from.join(""))[0];
    const module = from.join("").slice(dots.length).normalize("NFKC");
    const names = parts.slice(importAt + 1).filter((part) => part.name !== "(" && part.name !== ")");
    const last = parts[parts.length - 1];
    if (last.name === ",") {
      this.fail("trailing comma not allowed without surrounding parentheses", last);
    }
    return { kind: "ImportFrom", module, names: this.aliases(names), level: dots.length, ...this.extent(node) };
  }
  rejectTrailingComma(parts) {
    const last = parts[parts.length - 1];
    if (last.name === ",") this.source.fail("invalid syntax", last.to + this.delta);
  }
  aliases(parts) {
    return splitAtCommas(parts).map((group) => {
      const asAt = group.findIndex((part) => part.name === "as");
      const name = (asAt < 0 ? group : group.slice(0, asAt)).map((part) => this.text(part)).join("");
      const asName = asAt < 0 ? null : this.identifier(group[asAt + 1]);
      return { name: name.normalize("NFKC"), asName, ...this.extent(group[0], group[group.length - 1]) };
    });
  }
  if(parts, node) {
    const [keyword, test, body, ...rest] = parts;
    if (test.name === "Body") this.fail("invalid syntax", children(test)[0]);
    let orelse = [];
    if (rest[0]?.name === "else") orelse = this.body(rest[1]);
    else if (rest[0]?.name === "elif") orelse = [this.if(rest, node)];
    const statements2 = this.body(body);
    const last = orelse.length > 0 ? orelse : statements2;
    const { start } = this.extent(keyword);
    return {
      kind: "If",
      test: this.expression(test),
      body: statements2,
      orelse,
      start,
      end: last[last.length - 1].end
    };
  }
  for(node, parts) {
    const inAt = parts.findIndex((part) => part.name === "in");
    const bodyAt = parts.findIndex((part) => part.name === "Body");
    const target = this.tupleOf(parts.slice(1, inAt));
    checkBound(this.source, target);
    return {
      kind: "For",
      target,
      iter: this.tupleOf(parts.slice(inAt + 1, bodyAt)),
      body: this.body(parts[bodyAt]),
      orelse: this.suite(parts, "else"),
      ...this.extent(node)
    };
  }
  try(node, parts) {
    const handlers = [];
    for (let at2 = 2; at2 < parts.length; at2++) {
      if (parts[at2].name !== "except") continue;
      const bodyAt = parts.findIndex((part, index) => index > at2 && part.name === "Body");
      handlers.push(this.handler(parts.slice(at2, bodyAt + 1)));
    }
    const finalbody = this.suite(parts, "finally");
    if (handlers.length === 0 && finalbody.length === 0) {
      const orelse = parts.find((part) => part.name === "else");
      this.source.fail("expected 'except' or 'finally' block", (orelse?.from ?? node.to) + this.delta);
    }
    return {
      kind: "Try",
      body: this.body(parts[1]),
      handlers,
      orelse: this.suite(parts, "else"),
      finalbody,
      ...this.extent(node)
    };
  }
  handler(parts) {
    const body = parts[parts.length - 1];
    const comma = parts.find((part) => part.name === ",");
    if (comma !== void 0) {
      this.fail("multiple exception types must be parenthesized", parts[1], parts[parts.length - 2]);
    }
    const statements2 = this.body(body);
    return {
      type: parts.length > 2 ? this.expression(parts[1]) : null,
      name: parts.length > 3 ? this.identifier(parts[3]) : null,
      body: statements2,
      start: this.extent(parts[0]).start,
      end: statements2[statements2.length - 1].end
    };
  }
  with(node, parts) {
    let inner = parts.slice(1, -1);
    const [only] = inner;
    const surrounded = inner.length === 1 && (only.name === "TupleExpression" || only.name === "ParenthesizedExpression");
    const last = inner[inner.length - 1];
    if (last.name === ",") this.fail("invalid syntax", last);
    if (surrounded && this.holdsItems(only)) inner = children(only).slice(1, -1);
    const items = [];
    for (let at2 = 0; at2 < inner.length; at2++) {
      const part = inner[at2];
      if (this.role(part) === "as") {
        if (inner[at2 + 1] === void 0) this.fail("invalid syntax", part);
        const target = this.expression(inner[++at2]);
        checkBound(this.source, target);
        items[items.length - 1].target = target;
      } else if (part.name !== ",") items.push({ context: this.expression(part), target: null });
    }
    return { kind: "With", items, body: this.body(parts[parts.length - 1]), ...this.extent(node) };
  }
  /** Whether parentheses after `with` hold items rather than one tuple: not if an element has a star or `:=`. */
  holdsItems(node) {
    return !children(node).some((part) => part.name === "*" || part.name === "NamedExpression") && children(node).length > 2;
  }
  decorator(node) {
    const parts = children(node).slice(1);
    let value2 = this.nameOf(parts[0]);
    for (const part of parts.slice(1)) {
      if (part.name === "VariableName") {
        value2 = { kind: "Attribute", value: value2, attr: this.identifier(part), ...this.extent(parts[0], part) };
      } else if (part.name === "ArgList") {
        value2 = { kind: "Call", func: value2, ...this.argumentsOf(part), ...this.extent(parts[0], part) };
      }
    }
    return value2;
  }
  function(node, parts, decorators) {
    const name = parts.find((part) => part.name === "VariableName");
    const list2 = parts.find((part) => part.name === "ParamList");
    const returns = parts.find((part) => part.name === "TypeDef");
    return {
      kind: "FunctionDef",
      name: this.identifier(name),
      args: this.parameters(children(list2).slice(1, -1), "function"),
      body: this.body(parts[parts.length - 1]),
      decorators,
      returns: returns === void 0 ? null : this.expression(children(returns)[children(returns).length - 1]),
      ...this.extent(node)
    };
  }
  class(node, parts, decorators) {
    const list2 = parts.find((part) => part.name === "ArgList");
    const { args, keywords } = list2 === void 0 ? { args: [], keywords: [] } : this.argumentsOf(list2);
    const generator2 = list2 === void 0 ? void 0 : children(list2).find((part) => part.name === "for");
    if (generator2 !== void 0) this.fail("invalid syntax", generator2);
    return {
      kind: "ClassDef",
      name: this.identifier(parts[1]),
      bases: args,
      keywords,
      body: this.body(parts[parts.length - 1]),
      decorators,
      ...this.extent(node)
    };
  }
};
function lastBlock(node) {
  switch (node.kind) {
    case "FunctionDef":
    case "ClassDef":
    case "With":
      return node.body;
    case "If":
    case "While":
    case "For":
      return node.orelse.length > 0 ? node.orelse : node.body;
    case "Try": {
      const handler = node.handlers[node.handlers.length - 1];
      const blocks = [node.finalbody, node.orelse, handler?.body ?? [], node.body];
      return blocks.find((block) => block.length > 0);
    }
    default:
      return null;
  }
}

// runtime/language/compile.ts
function compileModule(source) {
  const module = parseModule(source);
  const flags = futureFlags(source, module);
  fold(module, (flags & CO_FUTURE_ANNOTATIONS) !== 0);
  const scopes = analyze(source, module, (flags & CO_FUTURE_ANNOTATIONS) !== 0);
  const compiler = new Compiler(source, scopes, scopes.get(module), flags);
  return compiler.inside(module, "module", "<module>", 1, () => moduleOrClassBody(compiler, module.body));
}
function statements(c, body) {
  for (const node of body) statement(c, node);
}
function statement(c, node) {
  c.unit.at(node);
  switch (node.kind) {
    case "FunctionDef":
      functionDef(c, node);
      return;
    case "ClassDef":
      classDef(c, node);
      return;
    case "Return":
      returnStatement(c, node);
      return;
    case "Delete":
      for (const target of node.targets) remove(c, target);
      return;
    case "Assign":
      expression(c, node.value);
      node.targets.forEach((target, index) => {
        if (index < node.targets.length - 1) c.emit(COPY, 1);
        store(c, target);
      });
      return;
    case "AugAssign":
      augmentedAssign(c, node);
      return;
    case "AnnAssign":
      annotatedAssign(c, node);
      return;
    case "For":
      forStatement(c, node);
      return;
    case "While":
      whileStatement(c, node);
      return;
    case "If":
      ifStatement(c, node);
      return;
    case "With":
      withStatement(c, node);
      return;
    case "Raise":
      if (node.exception !== null) expression(c, node.exception);
      if (node.cause !== null) expression(c, node.cause);
      c.emit(RAISE_VARARGS, node.cause !== null ? 2 : node.exception !== null ? 1 : 0);
      return;
    case "Try":
      tryStatement(c, node);
      return;
    case "Assert":
      assertStatement(c, node);
      return;
    case "Import":
      importStatement(c, node);
      return;
    case "ImportFrom":
      importFrom(c, node);
      return;
    case "Global":
    case "Nonlocal":
      return;
    case "Expr":
      expressionStatement(c, node.value);
      return;
    case "Pass":
      c.emit(NOP);
      return;
    case "Break":
    case "Continue":
      leaveLoop(c, node);
      return;
  }
}
function expressionStatement(c, value2) {
  if (isConstant(value2)) {
    c.emit(NOP);
    return;
  }
  expression(c, value2);
  c.unit.noPosition();
  c.emit(POP_TOP);
}
function returnStatement(c, node) {
  const unit = c.unit;
  const value2 = node.value;
  if (unit.scope.kind !== "function") c.fail("'return' outside function", node);
  const computed = value2 !== null && !isConstant(value2);
  if (computed) expression(c, value2);
  else if (value2 !== null) {
    unit.at(value2);
    c.emit(NOP);
  }
  const sameLine = value2 !== null && value2.start >= 0 && c.source.line(value2.start) === c.source.line(node.start);
  if (!sameLine) {
    unit.at(node);
    c.emit(NOP);
  }
  unwind(c, computed);
  if (value2 === null) c.constant(null);
  else if (isConstant(value2)) c.constant(value2.value);
  c.emit(RETURN_VALUE);
}
function leaveLoop(c, node) {
  c.emit(NOP);
  const loop = unwindLoop(c, node.kind === "Break");
  if (loop === null) {
    c.fail(node.kind === "Break" ? "'break' outside loop" : "'continue' not properly in loop", node);
  }
  c.unit.jump(JUMP, node.kind === "Break" ? loop.exit : loop.start);
}
function remove(c, target) {
  c.unit.within(target, () => removeValue(c, target));
}
function removeValue(c, target) {
  switch (target.kind) {
    case "Name":
      checkDeletable(c, target.id, target);
      c.variable(target.id, "delete");
      break;
    case "Attribute":
      checkDeletable(c, target.attr, target);
      expression(c, target.value);
      atAttribute(c, target);
      c.named(DELETE_ATTR, target.attr);
      break;
    case "Subscript":
      expression(c, target.value);
      expression(c, target.slice);
      c.emit(DELETE_SUBSCR);
      break;
    case "Tuple":
    case "List":
      for (const element3 of target.elts) remove(c, element3);
      break;
    default:
      throw new TypeError(`invalid target ${target.kind}`);
  }
}
function checkDeletable(c, name, node) {
  if (name === "__debug__") c.fail("cannot delete __debug__", node);
}
function augmentedAssign(c, node) {
  const target = node.target;
  const unit = c.unit;
  unit.at(target);
  switch (target.kind) {
    case "Name":
      c.variable(target.id, "load");
      break;
    case "Attribute":
      expression(c, target.value);
      c.emit(COPY, 1);
      atAttribute(c, target);
      c.named(LOAD_ATTR, target.attr);
      break;
    case "Subscript":
      expression(c, target.value);
      expression(c, target.slice);
      c.emit(COPY, 2);
      c.emit(COPY, 2);
      c.emit(BINARY_SUBSCR);
      break;
    default:
      throw new TypeError(`invalid target ${target.kind}`);
  }
  unit.at(node);
  expression(c, node.value);
  c.emit(BINARY_OP, BINARY_OPERATORS.indexOf(node.op) + INPLACE);
  unit.at(target);
  if (target.kind === "Name") {
    c.variable(target.id, "store");
    return;
  }
  if (target.kind === "Attribute") {
    checkAssignable(c, target.attr, target);
    atAttribute(c, target);
    c.emit(SWAP, 2);
    c.named(STORE_ATTR, target.attr);
    return;
  }
  c.emit(SWAP, 3);
  c.emit(SWAP, 2);
  c.emit(STORE_SUBSCR);
}
function annotatedAssign(c, node) {
  const { target, annotation, value: value2 } = node;
  const evaluated = c.unit.kind === "module" || c.unit.kind === "class";
  const discard = (part) => {
    expression(c, part);
    c.emit(POP_TOP);
  };
  if (value2 !== null) {
    expression(c, value2);
    store(c, target);
  }
  if (target.kind === "Name") {
    if (node.simple && evaluated) {
      annotationValue(c, annotation);
      c.named(LOAD_NAME, "__annotations__");
      c.constant(c.mangled(target.id));
      c.emit(STORE_SUBSCR);
    }
  } else if (value2 === null) {
    const parts = target.kind === "Subscript" ? [target.value, target.slice] : [target.value];
    parts.forEach(discard);
  }
  if (!node.simple && evaluated && (c.futureFlags & CO_FUTURE_ANNOTATIONS) === 0) discard(annotation);
}
function ifStatement(c, node) {
  const unit = c.unit;
  const end = unit.newBlock();
  const otherwise = node.orelse.length > 0 ? unit.newBlock() : end;
  jumpIf(c, node.test, otherwise, false);
  statements(c, node.body);
  if (node.orelse.length > 0) {
    unit.artificialJump(JUMP, end);
    unit.use(otherwise);
    statements(c, node.orelse);
  }
  unit.use(end);
}
function whileStatement(c, node) {
  const unit = c.unit;
  const start = unit.newBlock();
  const body = unit.newBlock();
  const otherwise = unit.newBlock();
  const end = unit.newBlock();
  unit.use(start);
  unit.frames.push({ kind: "while", start, exit: end });
  jumpIf(c, node.test, otherwise, false);
  unit.use(body);
  statements(c, node.body);
  unit.at(node);
  jumpIf(c, node.test, body, true);
  unit.frames.pop();
  unit.use(otherwise);
  statements(c, node.orelse);
  unit.use(end);
}
function forStatement(c, node) {
  const unit = c.unit;
  const start = unit.newBlock();
  const body = unit.newBlock();
  const cleanup = unit.newBlock();
  const end = unit.newBlock();
  const frame = { kind: "for", start, exit: end };
  unit.frames.push(frame);
  expression(c, node.iter);
  c.emit(GET_ITER);
  unit.use(start);
  unit.jump(FOR_ITER, cleanup);
  unit.use(body);
  store(c, node.target);
  statements(c, node.body);
  unit.noPosition();
  unit.jump(JUMP, start);
  unit.use(cleanup);
  unit.frames.pop();
  statements(c, node.orelse);
  unit.use(end);
}
function assertStatement(c, node) {
  const end = c.unit.newBlock();
  jumpIf(c, node.test, end, true);
  c.emit(LOAD_ASSERTION_ERROR);
  if (node.message !== null) {
    expression(c, node.message);
    c.call(0);
  }
  c.emit(RAISE_VARARGS, 1);
  c.unit.use(end);
}
function importStatement(c, node) {
  for (const { name, asName } of node.names) {
    c.constant(0n);
    c.constant(null);
    c.named(IMPORT_NAME, name);
    const [top, ...parts] = name.split(".");
    if (asName === null) c.variable(top, "store");
    else {
      parts.forEach((part, index) => {
        c.named(IMPORT_FROM, part);
        if (index === parts.length - 1) return;
        c.emit(SWAP, 2);
        c.emit(POP_TOP);
      });
      c.variable(asName, "store");
      if (parts.length > 0) c.emit(POP_TOP);
    }
  }
}
function importFrom(c, node) {
  c.constant(BigInt(node.level));
  c.constant(node.names.map((alias) => alias.name));
  c.named(IMPORT_NAME, node.module);
  for (const { name, asName } of node.names) {
    if (name === "*") {
      c.emit(IMPORT_STAR);
      return;
    }
    c.named(IMPORT_FROM, name);
    c.variable(asName ?? name, "store");
  }
  c.emit(POP_TOP);
}
function hasAnnotations(body) {
  return body.some((node) => {
    switch (node.kind) {
      case "AnnAssign":
        return true;
      case "For":
      case "While":
      case "If":
        return hasAnnotations(node.body) || hasAnnotations(node.orelse);
      case "With":
        return hasAnnotations(node.body);
      case "Try":
        return [node.body, node.orelse, node.finalbody].some(hasAnnotations) || node.handlers.some((handler) => hasAnnotations(handler.body));
      default:
        return false;
    }
  });
}

// runtime/language/disassemble.ts
var CONVERSIONS = ["", "str", "repr", "ascii"];
var FUNCTION_FLAGS = ["defaults", "kwdefaults", "annotations", "closure"];
var NAME_OPS = /* @__PURE__ */ new Set([
  STORE_NAME,
  DELETE_NAME,
  STORE_ATTR,
  DELETE_ATTR,
  STORE_GLOBAL,
  DELETE_GLOBAL,
  LOAD_NAME,
  LOAD_ATTR,
  IMPORT_NAME,
  IMPORT_FROM,
  LOAD_METHOD
]);
var SLOT_OPS = /* @__PURE__ */ new Set([
  LOAD_FAST,
  STORE_FAST,
  DELETE_FAST,
  MAKE_CELL,
  LOAD_CLOSURE,
  LOAD_DEREF,
  STORE_DEREF,
  DELETE_DEREF,
  LOAD_CLASSDEREF
]);
function disassemble(code) {
  const ordinals = /* @__PURE__ */ new Map();
  const number = (inner) => {
    ordinals.set(inner, ordinals.size);
    for (const constant2 of inner.consts) if (isCode(constant2)) number(constant2);
  };
  number(code);
  const nameCode = (inner) => `<code object ${inner.name} at 0x${ordinals.get(inner).toString(16)}, file "${inner.filename}", line ${inner.firstLine}>`;
  const lines = [];
  const write = (inner) => {
    lines.push(...new Listing(inner, nameCode).lines());
    for (const constant2 of inner.consts) {
      if (!isCode(constant2)) continue;
      lines.push("", `Disassembly of ${nameCode(constant2)}:`);
      write(constant2);
    }
  };
  write(code);
  return lines.join("\n");
}
var Listing = class {
  code;
  nameCode;
  slots;
  /** Byte offset at which each instruction starts, its EXTENDED_ARG included, and where the code ends. */
  starts;
  labels;
  lineWidth;
  offsetWidth;
  constructor(code, nameCode) {
    this.code = code;
    this.nameCode = nameCode;
    this.slots = localsPlus(code);
    const { instructions, exceptions } = code;
    const end = endOf(instructions[instructions.length - 1]);
    this.starts = instructions.map((_, at2) => at2 === 0 ? 0 : endOf(instructions[at2 - 1]));
    this.starts.push(end);
    const targets = instructions.filter((instruction) => isJump(instruction.op)).map(({ arg }) => arg);
    this.labels = /* @__PURE__ */ new Set([...targets, ...exceptions.map(({ target }) => target)]);
    const maxLine = Math.max(...instructions.map(({ line }) => line));
    this.lineWidth = maxLine < 0 ? 0 : Math.max(3, String(maxLine).length);
    this.offsetWidth = Math.max(4, String(end - 2).length);
  }
  lines() {
    const lines = [];
    let previous = -1;
    this.code.instructions.forEach((instruction, at2) => {
      const startsLine = instruction.line >= 0 && instruction.line !== previous;
      if (startsLine) previous = instruction.line;
      if (startsLine && this.starts[at2] > 0) lines.push("");
      const arg = this.rawArg(instruction, at2);
      const extended = (instruction.offset - this.starts[at2]) / 2;
      for (let part = extended; part >= 0; part--) {
        const first = part === extended;
        lines.push(
          this.line(
            startsLine && first ? instruction.line : null,
            this.labels.has(at2) && first,
            instruction.offset - 2 * part,
            part > 0 ? EXTENDED_ARG : instruction.op,
            part > 0 ? arg >>> 8 * part : arg,
            part > 0 ? "" : this.detail(instruction)
          )
        );
      }
    });
    return [...lines, ...this.exceptionTable()];
  }
  line(line, label, offset, opcode, arg, detail) {
    const fields = [
      ...this.lineWidth > 0 ? [(line === null ? "" : String(line)).padStart(this.lineWidth)] : [],
      "   ",
      label ? ">>" : "  ",
      String(offset).padStart(this.offsetWidth),
      OPCODE_NAMES[opcode].padEnd(20)
    ];
    if (opcode >= HAVE_ARGUMENT) {
      fields.push(String(arg).padStart(5));
      if (detail !== "") fields.push(`(${detail})`);
    }
    return fields.join(" ").trimEnd();
  }
  /** The argument as the bytecode has it: a jump counts code units from its end. */
  rawArg(instruction, at2) {
    if (!isJump(instruction.op)) return instruction.arg;
    return Math.abs(this.starts[instruction.arg] - this.starts[at2 + 1]) / 2;
  }
  detail({ op: opcode, arg }) {
    const { names, consts } = this.code;
    if (isJump(opcode)) return `to ${this.starts[arg]}`;
    if (NAME_OPS.has(opcode)) return names[arg];
    if (SLOT_OPS.has(opcode)) return this.slots[arg];
    switch (opcode) {
      case LOAD_CONST:
        return repr(consts[arg], this.nameCode);
      case LOAD_GLOBAL:
        return `${(arg & 1) === 1 ? "NULL + " : ""}${names[arg >> 1]}`;
      case COMPARE_OP:
        return COMPARISONS[arg];
      case BINARY_OP:
        return binaryOperatorText(arg);
      case FORMAT_VALUE:
        return [CONVERSIONS[arg & 3], (arg & 4) !== 0 ? "with format" : ""].filter((part) => part !== "").join(", ");
      case MAKE_FUNCTION:
        return FUNCTION_FLAGS.filter((_, bit) => (arg & 1 << bit) !== 0).join(", ");
      default:
        return "";
    }
  }
  exceptionTable() {
    const { exceptions } = this.code;
    if (exceptions.length === 0) return [];
    const rows = exceptions.map(({ start, end, target, depth, lasti }) => {
      const [from, to, handler] = [start, end, target].map((at2) => this.starts[at2]);
      return `  ${from} to ${to - 2} -> ${handler} [${depth}]${lasti ? " lasti" : ""}`;
    });
    return ["ExceptionTable:", ...rows];
  }
};
function endOf(instruction) {
  return instruction.offset + 2 + 2 * cacheEntries(instruction.op);
}

// runtime/language/index.ts
function compile(source, filename) {
  const text = new Source(source, filename);
  try {
    return compileModule(text);
  } catch (error) {
    if (error instanceof RangeError) text.fail("too deeply nested to compile", 0, 0);
    throw error;
  }
}

// tools/cli/dis.ts
var help = `convoy dis FILE.py

Shows a program's bytecode as CPython 3.11's dis does. For example:

  convoy dis count.py
`;
var command = {
  help,
  async run(args) {
    const [file, ...more] = parse("dis", args, {}, true).positionals;
    if (file === void 0 || more.length > 0)
      throw new UsageError(
        `${file === void 0 ? "missing" : "ambiguous"} program; give one Python file, such as convoy dis count.py`
      );
    const source = readProgram(file);
    try {
      process.stdout.write(`${disassemble(compile(source, file)).trimEnd()}
`);
      return 0;
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      process.stderr.write(`${formatSyntaxError(error).trimEnd()}
`);
      return 1;
    }
  }
};
export {
  command
};
//# sourceMappingURL=dis-ZPLKT4AY.js.map
