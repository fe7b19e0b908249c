/// Issue 8299, a better lock for 2.7, and its author's later work.
import type {Source} from "./claim.ts";
import {isProved, workload} from "./measures.ts";
import {above, SAME} from "./rules.ts";

const NOBODY = "nobody starves";

export const ISSUE_8299: Source = {
  key: "issue-8299",
  title: "Issue 8299: a better lock for 2.7",
  who: "Kristján Valur Jónsson",
  when: "3 April to 6 August 2010, out of date; fastcond 2025",
  read: "primary",
  note: "Its first message and his later source were read; of 64 messages and the patches, the rest could not be.",
  url: "https://bugs.python.org/issue8299",
  claims: [
    {
      id: "roundrobin-no-jumping",
      statement: "If whoever finds somebody waiting must wait at least once, nobody jumps the queue.",
      where: "msg102234, roundrobin",
      page: "/issue-8299",
      say: () => "nobody jumps the queue",
      measures: [
        isProved(
          ["roundrobin"],
          ({pass, scenario}) => pass === "endless" && scenario.length <= "spin-yield".length,
          (proofs) => {
            const fair = proofs.every(({starved}) => starved === "nobody");
            return {text: fair ? `${NOBODY} of two threads` : "one of two threads can starve", holds: fair};
          },
          "two threads, whether one can starve under strong fairness"
        )
      ]
    },
    {
      id: "roundrobin-three",
      statement: "Under roundrobin nobody jumps the queue with three threads either.",
      where: "not stated: the rule is for any number",
      page: "/starvation",
      say: () => "nobody jumps the queue",
      measures: [
        isProved(
          ["roundrobin"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-spin-spin",
          ([{starved}]) => ({
            text: starved === "nobody" ? NOBODY : "two others together can starve one of three threads",
            holds: starved === "nobody"
          }),
          "three spinning threads, whether one can starve under strong fairness"
        )
      ],
      why: {
        "does not hold":
          "Who comes waits once, but whom a condition wakes is not said: two threads can pass the lock to and fro past a third."
      }
    },
    {
      id: "roundrobin-cures-cores",
      statement: "Roundrobin cures the slowdown of counting threads on several cores, as on Windows.",
      where: "msg102234, roundrobin",
      page: "/issue-8299",
      say: () => "stated without a figure",
      measures: [
        workload(
          "count-2009",
          "slowdown_ratio",
          ["roundrobin"],
          {threads: 2},
          SAME,
          "slowdown_ratio of the count of 2009, 2 threads"
        )
      ],
      why: {
        "does not hold":
          "Each hand-over wakes a thread, and the rule makes every check one: a hundred ticks are shorter than waking takes."
      }
    },
    {
      id: "levels-starve",
      statement: "With priority levels, a lower thread waits as long as a higher one computes.",
      where: "msg102234, priority levels",
      page: "/starvation",
      say: () => "n priority levels",
      measures: [
        isProved(
          ["levels"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-spin",
          ([{starved}]) => ({
            text: starved === "nobody" ? NOBODY : "the lower of two threads can starve, the higher cannot",
            holds: starved === "1<0"
          }),
          "two spinning threads of different levels, who can starve under strong fairness"
        )
      ]
    },
    {
      id: "releaser-wins-back",
      statement: "Without a rule, the thread that lets go wins the lock back most of the time.",
      where: "fastcond, unfair mode",
      page: "/issue-8299",
      published: ["fastcond-2025-04"],
      say: (share) => `${share} % of acquisitions are by another thread`,
      measures: [
        isProved(
          ["tick-condition"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-spin",
          ([{starved}]) => ({
            text: starved === "nobody" ? "it cannot do so for ever" : "it can do so for ever",
            holds: starved !== "nobody"
          }),
          "two spinning threads under mutex and condition, whether one can keep the lock from the other for ever"
        )
      ]
    },
    {
      id: "last-owner-fair",
      statement: "If the last owner waits where somebody else does, every acquisition is by another thread.",
      where: "fastcond, fair mode",
      page: "/issue-8299",
      published: ["fastcond-2025-01"],
      say: (share) => `${share} % of acquisitions`,
      measures: [
        isProved(
          ["fair"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-spin",
          ([{starved}]) => ({
            text: starved === "nobody" ? NOBODY : "one can starve",
            holds: starved === "nobody"
          }),
          "two spinning threads, whether one can starve under strong fairness"
        ),
        workload(
          "gil-battle",
          "switched_share",
          ["fair"],
          {threads: 2},
          above(0.9),
          "share of checks that end in a switch, 2 threads"
        )
      ],
      why: {
        "does not hold":
          "At a check that comes before the other thread has begun to wait, the last owner goes on by the rule. That nobody starves is checked."
      }
    }
  ]
};
