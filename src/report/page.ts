/// Pages are Markdown files. What they say in figures is not in them: a page names a value as {{name}}, and the build
/// fills it in, from the datasets, before Framework sees the page.

import type {Experiment} from "../../loaders/schema.ts";

/// Markdown or HTML for each name that a page uses.
export type Values = Record<string, string>;

/// What a page that needs a run says when there is none.
export interface NoRun {
  missing: Experiment;
}

export type PageValues = Values | NoRun;

interface MarkdownIt {
  core: {ruler: {after(before: string, name: string, rule: (state: MarkdownState) => void): void}};
}

interface MarkdownState {
  src: string;
  env: {path?: string};
}

/// Teaches Framework's Markdown to fill in values. Keys of `pages` are paths as in "/contention".
export function fillingValues<M extends MarkdownIt>(pages: Record<string, PageValues>): (md: M) => M {
  return (md) => {
    md.core.ruler.after("normalize", "values", (state) => {
      const values = pages[state.env.path ?? ""];
      if (values !== undefined) state.src = fill(state.src, values, state.env.path!);
    });
    return md;
  };
}

/// Replaces each {{name}}. Throws for a name that there is no value of. A page without its run keeps its heading.
export function fill(source: string, values: PageValues, path: string): string {
  if (isNoRun(values)) {
    const heading = /^# .*$/m.exec(source)?.[0] ?? "";
    return `${heading}\n\nNo run recorded yet: run \`npx convoy data ${values.missing}\`, then build this report again.\n`;
  }
  return source.replace(/\{\{\s*([^}]*?)\s*\}\}/g, (_, name: string) => {
    if (Object.hasOwn(values, name)) return values[name];
    throw new Error(`unknown value in ${path}.md: ${name}; known: ${Object.keys(values).sort().join(", ")}`);
  });
}

function isNoRun(values: PageValues): values is NoRun {
  return typeof values.missing === "string" && Object.keys(values).length === 1;
}
