/// Issue 7753, the backport of the new lock to 2.7.
import type {Source} from "./claim.ts";
import {isProved, workload} from "./measures.ts";
import {SAME} from "./rules.ts";

export const ISSUE_7753: Source = {
  key: "issue-7753",
  title: "Issue 7753: the new lock for 2.7",
  who: "Ross Cohen",
  when: "22 to 27 January 2010, rejected",
  read: "secondary",
  note: "Of the issue only what its page says of itself was read: neither its messages nor its patch could be.",
  url: "https://github.com/python/cpython/issues/52001",
  claims: [
    {
      id: "backport-works",
      statement: "The new lock can live with 2.7's rules for ticks, pending calls and signals.",
      page: "/issue-7753",
      say: () => "what the patch was made for",
      measures: [
        isProved(
          ["backport-2.7"],
          ({pass}) => pass !== "endless",
          (proofs) => ({
            text: `${proofs.length} searches, ${proofs.filter(({verdict}) => verdict === "holds").length} without a violation`,
            holds: proofs.every(({verdict, complete}) => verdict === "holds" && complete)
          }),
          "every interleaving of small programs"
        )
      ]
    },
    {
      id: "backport-no-slowdown",
      statement: "The backport would have freed 2.7 of the slowdown of threads that compute.",
      page: "/issue-7753",
      say: () => "what the patch was made for",
      measures: [
        workload(
          "count-2009",
          "slowdown_ratio",
          ["backport-2.7"],
          {threads: 2},
          SAME,
          "slowdown_ratio of the count of 2009, 2 threads"
        )
      ]
    }
  ]
};
