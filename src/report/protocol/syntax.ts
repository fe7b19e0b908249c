/// The designs as they stand in their source: classes, methods, constants. Read from the syntax tree, so that what a page
/// shows of a design is the design.

import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {ROOT} from "../../../loaders/root.ts";
import type {Descriptor} from "../../../runtime/designs/design.ts";

const FOLDER = join(ROOT, "runtime", "designs");

export interface DesignClass {
  name: string;
  /// Name of its file in runtime/designs.
  file: string;
  base: DesignClass | null;
  methods: ReadonlyMap<string, ts.MethodDeclaration>;
  /// What a field is called in the memory that threads share, by the field's name.
  fields: ReadonlyMap<string, string>;
  /// Fields that are conditions of which each thread has its own.
  perThread: ReadonlySet<string>;
  tree: ts.SourceFile;
}

export interface DesignSource {
  /// As `convoy list` has it.
  name: string;
  file: string;
  /// The design whose protocol it has, where it is told apart by other things alone. Default: it has its own.
  as?: string;
  /// Its class, and those that it extends, the nearest first.
  chain: readonly DesignClass[];
  /// Numbers that are constants of the files of its classes, by name.
  constants: ReadonlyMap<string, number>;
}

/// The sources of all of these designs, by name: also of those that are another one with other rules around it, as
/// `{...timeout, name: "timeout-before-3.9"}` is. One whose source is not found is left out.
export function sourcesOf(
  designs: readonly Pick<Descriptor, "name" | "create">[]
): Map<string, DesignSource> {
  const found = readDesignSources();
  for (const {name, create} of designs) {
    if (found.has(name)) continue;
    const same = designs.find((other) => other.create === create && found.has(other.name));
    const source = same && found.get(same.name);
    if (source) found.set(name, {...source, name, file: fileNaming(name) ?? source.file, as: same.name});
  }
  return found;
}

const fileNaming = (name: string): string | undefined =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts"))
    .find((file) => readFileSync(join(FOLDER, file), "utf8").includes(`"${name}"`));

/// Every design that a file of the folder describes, by its name.
export function readDesignSources(folder = FOLDER): Map<string, DesignSource> {
  const trees = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => parse(folder, file));
  const classes = readClasses(trees);
  const found = trees.flatMap((tree) => tree.statements.flatMap((one) => describedIn(one, tree, classes)));
  return new Map(found.map((source) => [source.name, source]));
}

const parse = (folder: string, file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.ES2022, true);

function readClasses(trees: readonly ts.SourceFile[]): Map<string, DesignClass> {
  const declared = new Map(
    trees.flatMap((tree) =>
      tree.statements
        .filter(ts.isClassDeclaration)
        .map((node) => [node.name?.text ?? "", {node, tree}] as const)
    )
  );
  const made = new Map<string, DesignClass>();
  const make = (name: string): DesignClass | null => {
    const known = made.get(name);
    const one = declared.get(name);
    if (known !== undefined || one === undefined) return known ?? null;
    const base = one.node.heritageClauses?.find(({token}) => token === ts.SyntaxKind.ExtendsKeyword);
    const methods = one.node.members.filter(ts.isMethodDeclaration);
    const found: DesignClass = {
      name,
      file: one.tree.fileName,
      base: base === undefined ? null : make(base.types[0].expression.getText()),
      methods: new Map(methods.map((method) => [method.name.getText(), method])),
      ...fieldsOf(one.node),
      tree: one.tree
    };
    made.set(name, found);
    return found;
  };
  for (const name of declared.keys()) make(name);
  return made;
}

/// `this.cond = new Condition(place.region, "cond")` names a field; so does one made for each level, as `released ${level}`.
function fieldsOf(node: ts.ClassDeclaration): Pick<DesignClass, "fields" | "perThread"> {
  const fields = new Map<string, string>();
  const perThread = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (
      ts.isBinaryExpression(child) &&
      child.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(child.left) &&
      child.left.expression.kind === ts.SyntaxKind.ThisKeyword
    ) {
      const name = nameGiven(child.right);
      if (name !== null) fields.set(child.left.name.text, name);
      if (newIn(child.right) === "ThreadCondition") perThread.add(child.left.name.text);
    }
    ts.forEachChild(child, visit);
  };
  for (const member of node.members) if (ts.isConstructorDeclaration(member)) visit(member);
  return {fields, perThread};
}

function nameGiven(node: ts.Node): string | null {
  if (ts.isNewExpression(node)) {
    for (const argument of node.arguments ?? []) {
      if (ts.isStringLiteralLike(argument)) return argument.text;
      if (ts.isTemplateExpression(argument)) return argument.head.text.trim();
    }
    return null;
  }
  return ts.forEachChild(node, (child) => nameGiven(child) ?? undefined) ?? null;
}

/// A statement such as `export const tick: Descriptor = {name: "tick", create: (place) => new Tick(place)}`.
function describedIn(
  statement: ts.Statement,
  tree: ts.SourceFile,
  classes: ReadonlyMap<string, DesignClass>
): DesignSource[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({initializer}) => {
    if (initializer === undefined || !ts.isObjectLiteralExpression(initializer)) return [];
    const name = property(initializer, "name");
    const create = property(initializer, "create");
    const made = create === null ? null : newIn(create);
    if (name === null || !ts.isStringLiteralLike(name) || made === null) return [];
    const chain: DesignClass[] = [];
    for (let one = classes.get(made) ?? null; one !== null; one = one.base) chain.push(one);
    if (chain.length === 0) return [];
    return [{name: name.text, file: tree.fileName, chain, constants: constantsOf(chain)}];
  });
}

function property(object: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  const found = object.properties.find((one) => one.name?.getText() === name);
  return found !== undefined && ts.isPropertyAssignment(found) ? found.initializer : null;
}

function newIn(node: ts.Node): string | null {
  if (ts.isNewExpression(node)) return node.expression.getText();
  return ts.forEachChild(node, (child) => newIn(child) ?? undefined) ?? null;
}

function constantsOf(chain: readonly DesignClass[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const {tree} of chain)
    for (const statement of tree.statements)
      if (ts.isVariableStatement(statement))
        for (const {name, initializer} of statement.declarationList.declarations)
          if (initializer !== undefined && ts.isNumericLiteral(initializer))
            found.set(name.getText(), Number(initializer.text.replaceAll("_", "")));
  return found;
}

/// The method that a call finds, and the number of its class in the chain. `from`: where to begin, for `super`.
export function findMethod(
  {chain}: DesignSource,
  name: string,
  from = 0
): {method: ts.MethodDeclaration; owner: number} | null {
  for (let owner = from; owner < chain.length; owner++) {
    const method = chain[owner].methods.get(name);
    if (method !== undefined) return {method, owner};
  }
  return null;
}

export const isGenerator = (method: ts.MethodDeclaration): boolean => method.asteriskToken !== undefined;

/// Lines of a file of the folder that hold more than comments and blanks.
export function linesOfCode(file: string, folder = FOLDER): number {
  const tree = parse(folder, file);
  const lines = new Set<number>();
  const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const parts = node.getChildren(tree);
    parts.forEach(visit);
    if (parts.length > 0 || node.getWidth(tree) === 0) return;
    for (let at = line(node.getStart(tree)); at <= line(node.getEnd()); at++) lines.add(at);
  };
  visit(tree);
  return lines.size;
}
