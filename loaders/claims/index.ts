/// Every claim of the wiki page, the talks, the issues and what followed, beside what was published and what is found here.
import type {JudgedClaim} from "./claim.ts";
import {EMBRACING_2011, HOLY_2022} from "./embracing-2011.ts";
import {evidence} from "./evidence.ts";
import {INSIDE_2009} from "./inside-2009.ts";
import {ISSUE_7753} from "./issue-7753.ts";
import {ISSUE_7946} from "./issue-7946.ts";
import {ISSUE_8299} from "./issue-8299.ts";
import {judge} from "./judge.ts";
import {NEW_GIL, REWORKING_2009} from "./new-gil.ts";
import {REPLIES_2009} from "./replies-2009.ts";
import {SINCE} from "./since.ts";
import {TENTHOUSANDMETERS} from "./tenthousandmeters.ts";
import {UNDERSTANDING_2010} from "./understanding-2010.ts";
import {WIKI} from "./wiki.ts";

export * from "./claim.ts";
export {evidence} from "./evidence.ts";
export {judge} from "./judge.ts";
export {VERDICTS, type Verdict} from "./rules.ts";

/// In the order of the table: the wiki page first, then by date.
export const SOURCES = [
  WIKI,
  INSIDE_2009,
  REPLIES_2009,
  REWORKING_2009,
  NEW_GIL,
  ISSUE_7753,
  ISSUE_7946,
  UNDERSTANDING_2010,
  ISSUE_8299,
  EMBRACING_2011,
  TENTHOUSANDMETERS,
  HOLY_2022,
  SINCE
] as const;

/// Every claim with our figures and its verdict.
export const claims = async (): Promise<JudgedClaim[]> => judge(SOURCES, await evidence());
