import {expect, test} from "vitest";
import {faultAt} from "../../../src/components/fault.ts";

test("finds the word under the caret", () => {
  const sql = "SELECT *\nFRM rows";
  const message = 'Parser Error: syntax error at or near "FRM"\n\nLINE 2: FRM rows\n        ^';
  expect(faultAt(message, sql)).toEqual({from: 9, to: 12});
});

test("finds it in a line that the message shows in part", () => {
  const line = `SELECT ${"a, ".repeat(60)}b FRM rows, ${"c, ".repeat(60)}d`;
  const at = line.indexOf("FRM");
  const copy = `...${line.slice(at - 20, at + 30)}...`;
  const message = `Parser Error: syntax error\n\nLINE 1: ${copy}\n${" ".repeat("LINE 1: ".length + 3 + 20)}^`;
  expect(faultAt(message, line)).toEqual({from: at, to: at + 3});
});

test("knows when a message points nowhere", () => {
  expect(faultAt("Out of Memory Error", "SELECT 1")).toBeNull();
  expect(faultAt("LINE 9: x\n        ^", "SELECT 1")).toBeNull();
});
