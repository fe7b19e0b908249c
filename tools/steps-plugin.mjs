/**
 * Compiles protocols that are written as generators of steps to plain functions, for the machine that performs each
 * step at once: `yield this.mutex.lock` becomes `this.mutex.lock()`, `yield* this.release(t)` becomes `this.release(t)`,
 * and a generator function loses its asterisk. The vocabulary they import is replaced by one with the same names whose
 * steps are functions.
 */
import {readFile} from "node:fs/promises";
import {dirname, resolve} from "node:path";
import ts from "typescript";

/**
 * @param {string} source TypeScript text
 * @param {string} file its name, for errors
 * @returns {string} the same text, line by line, without generators
 */
export function compileSteps(source, file) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  /** @type {{start: number, end: number, text: string}[]} */
  const edits = [];
  const visit = (node) => {
    if (node.asteriskToken && ts.isFunctionLike(node))
      edits.push({start: node.asteriskToken.getStart(), end: node.asteriskToken.end, text: " "});
    if (ts.isYieldExpression(node)) compileYield(node);
    ts.forEachChild(node, visit);
  };
  const compileYield = (node) => {
    const {expression} = node;
    const call = expression !== undefined && ts.isCallExpression(expression);
    if (!call && (node.asteriskToken || !expression || !ts.isPropertyAccessExpression(expression))) {
      const {line} = tree.getLineAndCharacterOfPosition(node.getStart());
      throw new Error(
        `invalid step: ${node.getText()} (${file}:${line + 1}); yield a member or a call, such as this.mutex.lock`
      );
    }
    edits.push({start: node.getStart(), end: expression.getStart(), text: ""});
    if (!call) edits.push({start: expression.end, end: expression.end, text: "()"});
  };
  visit(tree);
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let text = "";
  let at = 0;
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}

/**
 * @param {{protocols: RegExp, vocabulary: string, performed: string}} options which files to compile, the vocabulary's
 *   file, and the file that takes its place in them
 * @returns {import("esbuild").Plugin}
 */
export function stepsPlugin({
  protocols = /runtime[\\/](designs[\\/][^\\/]+|machines[\\/]thread)\.ts$/,
  vocabulary = resolve(import.meta.dirname, "../runtime/machines/steps.ts"),
  performed = resolve(import.meta.dirname, "../runtime/machines/host/steps.ts")
} = {}) {
  return {
    name: "steps",
    setup(build) {
      build.onResolve({filter: /steps\.ts$/}, ({path, importer}) =>
        protocols.test(importer) && resolve(dirname(importer), path) === vocabulary
          ? {path: performed}
          : undefined
      );
      build.onLoad({filter: protocols}, async ({path}) => ({
        contents: compileSteps(await readFile(path, "utf8"), path),
        loader: "ts"
      }));
    }
  };
}
