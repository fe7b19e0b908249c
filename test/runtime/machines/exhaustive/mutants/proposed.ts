/** Wrong versions of the designs that were proposed, and of our own. */
import type {Mutant} from "./mutant.ts";

export const proposed: readonly Mutant[] = [
  // ---- timeout-without-forced-switching, timeout-with-priority-requests
  {
    design: "timeout-without-forced-switching",
    name: "silent-release",
    title: "a release signals nobody",
    edits: [["    yield this.cond.signal;\n", ""]],
    expected: "stall"
  },
  {
    design: "timeout-without-forced-switching",
    name: "clears-outside",
    title: "a release clears the lock after it has unlocked the mutex",
    edits: [
      [
        "    this.locked.value = 0;\n    yield this.cond.signal;\n    yield this.mutex.unlock;",
        "    yield this.cond.signal;\n    yield this.mutex.unlock;\n    this.locked.value = 0;"
      ]
    ],
    expected: "race"
  },
  {
    design: "timeout-without-forced-switching",
    name: "keeps-mutex",
    title: "a release does not unlock the mutex",
    edits: [["    yield this.mutex.unlock;\n", ""]],
    expected: "stall"
  },
  {
    design: "timeout-with-priority-requests",
    name: "loses-lock",
    title: "who is asked releases and does not acquire again",
    edits: [["    yield* super.giveWay(t);", "    yield* this.release(t);"]],
    expected: "exclusion"
  },
  {
    design: "timeout-with-priority-requests",
    name: "never-gives-way",
    title: "who is asked goes on",
    edits: [["    yield* super.giveWay(t);\n", ""]],
    expected: "drop"
  },

  // ---- backport-2.7
  {
    design: "backport-2.7",
    name: "deaf",
    title: "a request to drop the lock is not looked at",
    edits: [["    if (((yield this.place.breaker.load) & BREAK_DROP) !== 0) yield* this.giveWay(t);\n", ""]],
    expected: "starvation"
  },
  {
    design: "backport-2.7",
    name: "ignores-signals",
    title: "a check does not run handlers",
    edits: [["const handling = this.place.handleSignals(t);", "const handling = false;"]],
    expected: "signals"
  },
  {
    design: "backport-2.7",
    name: "always-offers",
    title: "a check offers the lock although nobody asked",
    edits: [["    if (((yield this.place.breaker.load) & BREAK_DROP) !== 0) yield*", "    yield*"]],
    expected: "starvation"
  },

  // ---- priority, interactive, holy
  {
    design: "priority",
    name: "notes-outside",
    title: "the holder's priority is written after the lock is given back",
    edits: [
      [
        "    yield* super.release(t);\n    this.sunk.set(t, 1);",
        "    yield* super.release(t);\n    this.holderSunk.value = 1;\n    this.sunk.set(t, 1);"
      ]
    ],
    expected: "race"
  },
  {
    design: "priority",
    name: "loses-lock",
    title: "who is preempted does not acquire again",
    edits: [["    yield* this.acquire(t);\n", ""]],
    expected: "exclusion"
  },
  {
    design: "interactive",
    name: "keeps-lock",
    title: "a release by a thread itself does nothing",
    edits: [
      [
        "    this.early.set(t, Math.min(TRUSTED, this.early.of(t) + 1));\n    yield* super.release(t);",
        "    this.early.set(t, Math.min(TRUSTED, this.early.of(t) + 1));"
      ]
    ],
    expected: "exclusion"
  },
  {
    design: "holy",
    name: "patient",
    title: "behind a holy holder the others wait for ever",
    edits: [["const PATIENCE_NS = 1000;", "const PATIENCE_NS = Number.POSITIVE_INFINITY;"]],
    expected: "starvation"
  },

  // ---- roundrobin, levels, fair
  {
    design: "roundrobin",
    name: "never-leaves",
    title: "who waited is counted for ever",
    edits: [["    this.waiting.value--;\n", ""]],
    expected: "deadlock"
  },
  {
    design: "roundrobin",
    name: "jumps",
    title: "who comes while others wait need not wait",
    edits: [["this.locked.value !== 0 || this.waiting.value > 0", "this.locked.value !== 0"]],
    expected: "starvation"
  },
  {
    design: "levels",
    name: "silent",
    title: "a release wakes nobody",
    edits: [["    if (level >= 0) yield this.released[level].signal;\n", ""]],
    expected: "deadlock"
  },
  {
    design: "fair",
    name: "nobody-was-last",
    title: "nobody writes down who had the lock last",
    edits: [["    this.lastOwner.value = t;\n", ""]],
    expected: "starvation"
  },
  {
    design: "fair",
    name: "stands-back-alone",
    title: "who had the lock last waits although nobody else does",
    edits: [["(this.waiting.value > 0 && this.lastOwner.value === t)", "this.lastOwner.value === t"]],
    expected: "deadlock"
  },
  {
    design: "fair",
    name: "ignores-holder",
    title: "only those who wait are looked at",
    edits: [["this.locked.value !== 0 || (this.waiting.value", "(this.waiting.value"]],
    expected: "exclusion"
  },

  // ---- pypy
  {
    design: "pypy",
    name: "no-exchange",
    title: "the slow path takes the lock without looking at the word",
    edits: [
      [
        "given || (yield this.fastgil.exchange(TAKEN)) === FREE",
        "given || (yield this.fastgil.exchange(TAKEN)) < 2"
      ]
    ],
    expected: "exclusion"
  },
  {
    design: "pypy",
    name: "keeps-stealer",
    title: "who has the lock stays the stealer",
    edits: [["    yield this.stealer.unlock;\n", ""]],
    expected: "deadlock"
  },
  {
    design: "pypy",
    name: "stays-given",
    title: "who was given the lock leaves it marked as given",
    edits: [["      this.locked.value = 1;\n", ""]],
    expected: "exclusion"
  },

  // ---- bfs
  {
    design: "bfs",
    name: "names-silently",
    title: "who is named is not woken",
    edits: [["    yield this.cond.signal(next);\n", ""]],
    expected: "stall"
  },
  {
    design: "bfs",
    name: "forgets-switching",
    title: "who waits for the switch is not woken",
    edits: [["      yield this.cond.signal(switching);\n", ""]],
    expected: "deadlock"
  },
  {
    design: "bfs",
    name: "stays-queued",
    title: "who has taken over stays in the queue",
    edits: [["    this.waiting.remove(t);\n", ""]],
    expected: "deadlock"
  },
  {
    design: "bfs",
    name: "snatches-from-runner",
    title: "who is urgent takes over although another runs",
    edits: [["urgent && this.previous.value !== NOBODY", "urgent"]],
    expected: "exclusion"
  },

  // ---- turns
  {
    design: "turns",
    name: "silent-drop",
    title: "a release wakes nobody",
    edits: [["    yield this.cond.signal(first);\n", ""]],
    expected: "stall"
  },
  {
    design: "turns",
    name: "endless-turn",
    title: "a turn never ends",
    edits: [["this.left.of(t) - used_us", "this.left.of(t)"]],
    expected: "starvation"
  },
  {
    design: "turns",
    name: "keeps-asking",
    title: "a release leaves the request",
    edits: [["    yield this.place.breaker.and(~(BREAK_DROP | BREAK_LOOK));\n", ""]],
    expected: "drop"
  },
  {
    design: "turns",
    name: "stays-queued",
    title: "who has asked and got the lock stays in its queue",
    edits: [
      [
        "    if (asks) this.asking.remove(t);\n    else this.waiting.remove(t);",
        "    if (!asks) this.waiting.remove(t);"
      ]
    ],
    expected: "stall"
  }
];
