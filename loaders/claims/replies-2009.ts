/// What others answered in the same year.
import type {Source} from "./claim.ts";
import {isPredicted, quotientIs, TICKS, workload} from "./measures.ts";
import {above, below, SAME} from "./rules.ts";

const times = (a: number, b: number): string => (a / b).toFixed(2);

export const REPLIES_2009: Source = {
  key: "replies-2009",
  title: "Replies of the same year",
  who: "Seun Osewa, Zope's jarn.checkinterval, szakmeister.net, Sturla Molden",
  when: "June to October 2009",
  read: "primary",
  note: "Blog posts, a package's page and two mails, all read; Molden's figures are in an earlier mail that was not found.",
  url: "http://www.seunosewa.com/2009/06/gil.html",
  claims: [
    {
      id: "rare-checks-cure",
      statement: "Checking a hundred times less often makes two threads as fast as one.",
      where: "Osewa's blog post",
      page: "/contention",
      published: ["seunosewa-2009-04", "seunosewa-2009-03"],
      say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
      measures: [
        isPredicted(
          "seunosewa-2009-04",
          "seunosewa-2009-03",
          SAME,
          "the count in two threads over that in series, a check every 10,000 ticks, his laptop simulated"
        )
      ]
    },
    {
      id: "rare-checks-io",
      statement: "With rare checks a server beside a spinning thread answers less often.",
      where: "the price, which the post does not name",
      page: "/io-priority",
      say: () => "not stated; the converse of the claim above",
      measures: [
        quotientIs(
          {
            over: {
              dataset: "io-priority",
              metric: "requests_per_s",
              designs: TICKS,
              where: {spinners: 1, check_interval_ticks: 1000}
            },
            under: {
              dataset: "io-priority",
              metric: "requests_per_s",
              designs: TICKS,
              where: {spinners: 1, check_interval_ticks: 100}
            }
          },
          below(1),
          "requests_per_s, 1 spinning thread, a check every 1,000 ticks over every 100"
        )
      ]
    },
    {
      id: "mach-semaphore",
      statement: "With Mach's semaphores in place of mutex and condition, the count is faster.",
      where: "szakmeister.net",
      page: "/validity",
      published: ["szakmeister-2009-01"],
      say: (percent) => `${percent} % faster, 4 cores`,
      measures: [
        isPredicted(
          "szakmeister-2009-01",
          null,
          above(1),
          "time with mutex and condition over that with a semaphore, Mac Pro simulated"
        )
      ]
    },
    {
      id: "switches-a-second",
      statement: "Most checks end without a switch: the thread that offers the lock gets it back.",
      where: "Molden's GIL battle: switched or missed",
      page: "/choosing",
      published: ["pitrou-2009-01"],
      say: (switches) => `the method alone was found, and ${switches} switches in a second on Windows`,
      measures: [
        workload(
          "gil-battle",
          "switched_share",
          TICKS,
          {threads: 2},
          below(0.5),
          "share of checks that end in a switch, 2 threads"
        )
      ]
    }
  ]
};
