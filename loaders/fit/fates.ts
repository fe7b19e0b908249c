/// What became of every published row: run on a simulated machine, or not, and why not.
import type {PublishedFigure} from "../schema.ts";
import {FIGURES, type Role} from "./figures/index.ts";

export interface Fate {
  figure: string;
  /// As a figure that is run, or the reason in a few words.
  fate: Role | NotRun;
}

/// Why a row is not run, with the ids that it holds of.
const NOT_RUN = {
  "a constant of a program or of its source":
    /^(beazley-2009-10|beazley-2010-new-03|aides-bfs-|cpython-ceval-|rpython-gil|ccbench-(bandwidth|tools)-|holy-threads-|ceval-gil-windows|whatsnew-3\.2|molden-2009)/,
  "a setting, an opinion or a record of a discussion, not a measurement":
    /^(jarn-2009|pitrou-2009|bpo-8299|beazley-2011-15)/,
  "its program or its machine's lock is not known":
    /^(beazley-2010-blog|bpo-7946-0|zope-2002|pythonplus-2015|pypy-2858)/,
  "all system calls of a process: of these only the lock's are simulated": /^beazley-2009-0[4568]/,
  "long bytecodes in C that no program here has": /^(ccbench-2021-(0[5-8]|18|19|2\d)|guillo-2013-03)/,
  "other processes or another library's threads do the work":
    /^(beazley-2011-(0[1-5]|08|09|10)|tenthousandmeters-70|loremipsumpy-03|dask-issue)/,
  "the price of an interpreter without a lock":
    /^(pep-|python-faq|hastings|howto-free|whatsnew-3\.14|tenthousandmeters-71|loremipsumpy-0[456]|nogil-readme|pypy-stm)/,
  "a lock by itself, whose holder sleeps: no interpreter": /^fastcond-/,
  "starvation, which the checker shows, or files, whose client is not known": /^bpo-7946-bfs-0[23]/
} as const satisfies Record<string, RegExp>;
export type NotRun = keyof typeof NOT_RUN;

/// One for each row, in their order. Throws for a row that is neither run nor has exactly one reason.
export function fates(published: readonly PublishedFigure[]): Fate[] {
  const reasons = Object.entries(NOT_RUN) as [NotRun, RegExp][];
  return published.map(({id}) => {
    const run = FIGURES.find((figure) => figure.id === id);
    const why = reasons.filter(([, ids]) => ids.test(id)).map(([reason]) => reason);
    const all: Fate["fate"][] = [...(run ? [run.role] : []), ...why];
    if (all.length !== 1) throw new Error(`ambiguous published row: ${id} is ${all.join(", ") || "nothing"}`);
    return {figure: id, fate: all[0]};
  });
}
