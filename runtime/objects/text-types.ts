/** Registers the types of numbers and text: their constructors, methods and operators. */
import "./int.ts";
import "./float.ts";
import "./text-methods.ts";
import "./str-methods.ts";
import "./bytes-methods.ts";
import "./format-template.ts";
