import {ONLY, type Workload} from "./workload.ts";

export const gilBattle: Workload = {
  name: "gil-battle",
  title: "The GIL battle",
  question: "After how many of their check intervals does another thread run?",
  source:
    "Sturla Molden, GIL behaviour under Windows (python-dev, 2009-10-22): a C extension read the ticker; here threads read who computed last",
  program: "gil_battle.py",
  variants: [ONLY],
  threadsAre: "computing threads",
  threads: {quick: [1, 2], full: [1, 2, 3, 4, 5, 6], predicted: [1, 2, 4, 6]},
  sizeIs: "milliseconds of battle",
  size: {quick: 200, full: 600, predicted: 150},
  oneCore: true,
  metrics: [
    {
      name: "switched_share",
      title: "Share of the intervals after which another thread had run",
      unit: "",
      better: null
    },
    {name: "switched_per_s", title: "Such intervals in a second", unit: "switches/s", better: null},
    {name: "trials_per_s", title: "Intervals in a second", unit: "intervals/s", better: null}
  ],
  ratios: []
};
