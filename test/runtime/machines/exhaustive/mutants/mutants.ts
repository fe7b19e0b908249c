/** Wrong versions of the designs, as data; here those that CPython has or had. */
import type {Mutant} from "./mutant.ts";
import {proposed} from "./proposed.ts";

const ACQUIRE_MUTEX =
  "    yield this.mutex.lock;\n    if (this.locked.value !== 0) yield* this.waitForRelease(t);";
const RELEASE_CLEAR = "    this.locked.value = 0;\n    yield this.cond.signal;\n    yield this.mutex.unlock;";

const shipped: readonly Mutant[] = [
  // ---- tick
  {
    design: "tick",
    name: "starts-at-2",
    title: "the semaphore starts at 2",
    edits: [['"interpreter_lock", 1)', '"interpreter_lock", 2)']],
    expected: "exclusion"
  },
  {
    design: "tick",
    name: "starts-at-0",
    title: "the semaphore starts at 0",
    edits: [['"interpreter_lock", 1)', '"interpreter_lock", 0)']],
    expected: "deadlock"
  },
  {
    design: "tick",
    name: "no-post",
    title: "a release does not post",
    edits: [["    yield this.interpreterLock.post;\n", ""]],
    expected: "deadlock"
  },
  {
    design: "tick",
    name: "posts-twice",
    title: "a release posts twice",
    edits: [
      [
        "yield this.interpreterLock.post;",
        "yield this.interpreterLock.post;\n    yield this.interpreterLock.post;"
      ]
    ],
    expected: "exclusion"
  },
  {
    design: "tick",
    name: "no-take",
    title: "an acquisition does not take",
    edits: [["    yield this.interpreterLock.take(t);\n", ""]],
    expected: "exclusion"
  },
  {
    design: "tick",
    name: "check-keeps",
    title: "a check acquires without releasing",
    edits: [["    yield* this.release(t);\n", ""]],
    expected: "deadlock"
  },
  {
    design: "tick",
    name: "check-loses",
    title: "a check releases and does not acquire again",
    edits: [["    yield* this.release(t);\n    yield* this.acquire(t);", "    yield* this.release(t);"]],
    expected: "exclusion"
  },
  {
    design: "tick",
    name: "restart-outside",
    title: "the countdown starts again while the lock is free",
    edits: [
      ["    this.ticker.restart();\n", ""],
      ["    yield* this.acquire(t);", "    this.ticker.restart();\n    yield* this.acquire(t);"]
    ],
    expected: "race"
  },
  {
    design: "tick",
    name: "deaf",
    title: "a check does not look for signals",
    edits: [["this.place.handleSignals(t)", "false"]],
    expected: "signals"
  },
  {
    design: "tick",
    name: "offers-after-handler",
    title: "a check that ran a handler also offers the lock",
    edits: [["    if (handling) return;\n", ""]],
    expected: "uncovered",
    why: "offering the lock more often is allowed"
  },
  {
    design: "tick",
    name: "no-restart",
    title: "the countdown does not start again at a check",
    edits: [["    this.ticker.restart();\n", ""]],
    expected: "uncovered",
    why: "how many ticks pass between two checks is policy"
  },
  // ---- tick-condition
  {
    design: "tick-condition",
    name: "if",
    title: "a woken thread does not look at the flag again",
    edits: [
      [
        "      while (this.locked.value !== 0) {\n        this.place.note(t, VAIN);\n        yield this.lockReleased.wait(this.mut);\n      }\n",
        ""
      ]
    ],
    expected: "exclusion"
  },
  {
    design: "tick-condition",
    name: "looks-outside",
    title: "the flag is looked at before the mutex is locked",
    edits: [
      [
        "    yield this.mut.lock;\n    if (this.locked.value !== 0) {",
        "    const locked = this.locked.value;\n    yield this.mut.lock;\n    if (locked !== 0) {"
      ]
    ],
    expected: "race"
  },
  {
    design: "tick-condition",
    name: "no-signal",
    title: "a release does not signal",
    edits: [["    yield this.lockReleased.signal;\n", ""]],
    expected: "stall"
  },
  {
    design: "tick-condition",
    name: "signal-first",
    title: "a release signals before it clears the flag",
    edits: [
      [
        "    this.place.note(t, RELEASE);\n",
        "    this.place.note(t, RELEASE);\n    yield this.lockReleased.signal;\n"
      ],
      ["    yield this.mut.unlock;\n    yield this.lockReleased.signal;\n", "    yield this.mut.unlock;\n"]
    ],
    expected: "stall"
  },
  {
    design: "tick-condition",
    name: "clears-unlocked",
    title: "a release clears the flag without the mutex",
    edits: [
      [
        "    yield this.mut.lock;\n    this.locked.value = 0;\n    yield this.mut.unlock;\n",
        "    this.locked.value = 0;\n"
      ]
    ],
    expected: "race"
  },
  {
    design: "tick-condition",
    name: "sets-late",
    title: "the flag is set after the mutex is unlocked",
    edits: [
      [
        "    this.locked.value = 1;\n    yield this.mut.unlock;",
        "    yield this.mut.unlock;\n    this.locked.value = 1;"
      ]
    ],
    expected: "race"
  },
  {
    design: "tick-condition",
    name: "never-sets",
    title: "the flag is not set",
    edits: [["    this.locked.value = 1;\n", ""]],
    expected: "exclusion"
  },
  {
    design: "tick-condition",
    name: "never-clears",
    title: "the flag is not cleared",
    edits: [["    this.locked.value = 0;\n", ""]],
    expected: "deadlock"
  },
  {
    design: "tick-condition",
    name: "keeps-mutex",
    title: "an acquisition does not unlock the mutex",
    edits: [["    this.locked.value = 1;\n    yield this.mut.unlock;\n", "    this.locked.value = 1;\n"]],
    expected: "deadlock"
  },
  {
    design: "tick-condition",
    name: "unlocks-twice",
    title: "a release unlocks the mutex twice",
    edits: [
      [
        "    this.locked.value = 0;\n    yield this.mut.unlock;\n",
        "    this.locked.value = 0;\n    yield this.mut.unlock;\n    yield this.mut.unlock;\n"
      ]
    ],
    expected: "mutexes"
  },
  {
    design: "tick-condition",
    name: "waits-unlocked",
    title: "the mutex is unlocked before the wait",
    edits: [
      [
        "      this.place.note(t, WAIT);\n      yield this.lockReleased.wait(this.mut);",
        "      this.place.note(t, WAIT);\n      yield this.mut.unlock;\n      yield this.lockReleased.wait(this.mut);"
      ]
    ],
    expected: "mutexes"
  },
  {
    design: "tick-condition",
    name: "check-loses",
    title: "a check releases and does not acquire again",
    edits: [["    yield* this.release(t);\n    yield* this.acquire(t);", "    yield* this.release(t);"]],
    expected: "exclusion"
  },
  {
    design: "tick-condition",
    name: "deaf",
    title: "a check does not look for signals",
    edits: [["this.place.handleSignals(t)", "false"]],
    expected: "signals"
  },
  {
    design: "tick-condition",
    name: "broadcast",
    title: "a release wakes all that wait",
    edits: [["yield this.lockReleased.signal;", "yield this.lockReleased.broadcast;"]],
    expected: "uncovered",
    why: "waking in vain is waste and no error"
  },
  {
    design: "tick-condition",
    name: "signals-locked",
    title: "a release signals before it unlocks the mutex",
    edits: [
      [
        "    yield this.mut.unlock;\n    yield this.lockReleased.signal;",
        "    yield this.lockReleased.signal;\n    yield this.mut.unlock;"
      ]
    ],
    expected: "uncovered",
    why: "as correct as the other order"
  },
  {
    design: "tick-condition",
    name: "silent",
    title: "waking in vain is not noted",
    edits: [["        this.place.note(t, VAIN);\n", ""]],
    expected: "equivalent"
  },
  // ---- timeout: taking the lock
  {
    design: "timeout",
    name: "if",
    title: "a woken thread does not look at the flag again",
    edits: [["      if (this.locked.value === 0) return;\n", "      if (answer >= 0) return;\n"]],
    expected: "exclusion"
  },
  {
    design: "timeout",
    name: "looks-outside",
    title: "the flag is looked at before the mutex is locked",
    edits: [
      [
        ACQUIRE_MUTEX,
        "    const locked = this.locked.value;\n    yield this.mutex.lock;\n    if (locked !== 0) yield* this.waitForRelease(t);"
      ]
    ],
    expected: "race"
  },
  {
    design: "timeout",
    name: "never-sets",
    title: "the flag is not set",
    edits: [["    this.locked.value = 1;\n", ""]],
    expected: "exclusion"
  },
  {
    design: "timeout",
    name: "no-switch-mutex",
    title: "the lock is taken without the switch mutex",
    edits: [
      ["    yield this.switchMutex.lock;\n    this.locked.value = 1;", "    this.locked.value = 1;"],
      [
        "    yield this.switchCond.signal;\n    yield this.switchMutex.unlock;\n",
        "    yield this.switchCond.signal;\n"
      ]
    ],
    expected: "deadlock"
  },
  {
    design: "timeout",
    name: "no-switch-signal",
    title: "the thread that was asked to drop the lock is not told that another has it",
    edits: [["    yield this.switchCond.signal;\n", ""]],
    expected: "deadlock"
  },
  {
    design: "timeout",
    name: "last-holder-not-set",
    title: "taking the lock does not set the last holder",
    edits: [["      yield this.lastHolder.store(t);\n      this.switchNumber", "      this.switchNumber"]],
    expected: "deadlock"
  },
  {
    design: "timeout",
    name: "keeps-mutex",
    title: "an acquisition does not unlock the mutex",
    edits: [
      ["    yield this.mutex.unlock;\n    this.place.note(t, ACQUIRE);", "    this.place.note(t, ACQUIRE);"]
    ],
    expected: "deadlock"
  },
  {
    design: "timeout",
    name: "keeps-switch-mutex",
    title: "an acquisition does not unlock the switch mutex",
    edits: [
      [
        "    yield this.switchCond.signal;\n    yield this.switchMutex.unlock;\n",
        "    yield this.switchCond.signal;\n"
      ]
    ],
    expected: "stall"
  },
  {
    design: "timeout",
    name: "request-stays-on-take",
    title: "taking the lock does not take the request back",
    edits: [
      [
        "    if (((yield this.place.breaker.load) & BREAK_DROP) !== 0) yield this.place.breaker.and(~BREAK_DROP);\n",
        ""
      ]
    ],
    expected: "deadlock"
  },
  {
    design: "timeout",
    name: "take-clears-all",
    title: "taking the lock clears the signal's bit as well",
    edits: [["!== 0) yield this.place.breaker.and(~BREAK_DROP)", "!== 0) yield this.place.breaker.store(0)"]],
    expected: "signals"
  },
  // ---- timeout: waiting
  {
    design: "timeout",
    name: "no-time-out",
    title: "the wait has no time-out",
    edits: [["Math.max(1, this.place.switchInterval_us.value) * 1000", "Number.POSITIVE_INFINITY"]],
    expected: "starvation"
  },
  {
    design: "timeout",
    name: "never-asks",
    title: "nobody asks for the lock",
    edits: [
      [
        "    this.place.note(t, REQUEST);\n    yield this.place.breaker.or(BREAK_DROP);\n",
        "    this.place.note(t, REQUEST);\n"
      ]
    ],
    expected: "starvation"
  },
  {
    design: "timeout",
    name: "asks-once",
    title: "the switch number is read only once, before all waits",
    edits: [
      [
        "    for (;;) {\n      const saved = this.switchNumber.value;\n",
        "    const saved = this.switchNumber.value;\n    for (;;) {\n"
      ]
    ],
    expected: "uncovered",
    why: "the thread that dropped the lock last asks in its place; who can starve stays the same"
  },
  {
    design: "timeout",
    name: "request-overwrites",
    title: "the request overwrites the signal's bit",
    edits: [["yield this.place.breaker.or(BREAK_DROP);", "yield this.place.breaker.store(BREAK_DROP);"]],
    expected: "signals"
  },
  {
    design: "timeout",
    name: "asks-after-switch",
    title: "a thread asks although there was a switch meanwhile",
    edits: [
      ["else if (this.switchNumber.value === saved) yield*", "else yield*"],
      ["const saved = this.switchNumber.value;", ""]
    ],
    expected: "uncovered",
    why: "asking more often is allowed"
  },
  {
    design: "timeout",
    name: "asks-when-woken",
    title: "a thread that is woken in vain asks as well",
    edits: [["      else if (this.switchNumber", "      if (this.switchNumber"]],
    expected: "uncovered",
    why: "asking more often is allowed"
  },
  {
    design: "timeout",
    name: "switches-uncounted",
    title: "the switch number stays",
    edits: [["      this.switchNumber.value = (this.switchNumber.value + 1) | 0;\n", ""]],
    expected: "uncovered",
    why: "asking more often is allowed"
  },
  // ---- timeout: giving the lock back
  {
    design: "timeout",
    name: "no-signal",
    title: "a release does not signal",
    edits: [["    this.locked.value = 0;\n    yield this.cond.signal;\n", "    this.locked.value = 0;\n"]],
    expected: "stall"
  },
  {
    design: "timeout",
    name: "signal-first",
    title: "a release signals before it clears the flag",
    edits: [
      [
        "    this.place.note(t, RELEASE);\n",
        "    this.place.note(t, RELEASE);\n    yield this.cond.signal;\n"
      ],
      [RELEASE_CLEAR, "    this.locked.value = 0;\n    yield this.mutex.unlock;"]
    ],
    expected: "stall"
  },
  {
    design: "timeout",
    name: "clears-unlocked",
    title: "a release clears the flag after it unlocked the mutex",
    edits: [
      [RELEASE_CLEAR, "    yield this.mutex.unlock;\n    this.locked.value = 0;\n    yield this.cond.signal;"]
    ],
    expected: "race"
  },
  {
    design: "timeout",
    name: "never-clears",
    title: "the flag is not cleared",
    edits: [["    this.locked.value = 0;\n", ""]],
    expected: "stall"
  },
  {
    design: "timeout",
    name: "no-forced-switch",
    title: "a thread that was asked to drop the lock does not wait for the switch",
    edits: [
      [
        "    if (((yield this.place.breaker.load) & BREAK_DROP) === 0) return;\n",
        "    if (((yield this.place.breaker.load) & BREAK_DROP) !== 99) return;\n"
      ]
    ],
    expected: "drop"
  },
  {
    design: "timeout",
    name: "forced-always",
    title: "the forced switch is waited for without looking whether it has happened",
    edits: [["    if ((yield this.lastHolder.load) === t) {\n", "    {\n"]],
    expected: "deadlock"
  },
  {
    design: "timeout",
    name: "looks-outside-switch-mutex",
    title: "whether the switch has happened is looked at before the switch mutex is locked",
    edits: [
      [
        "    yield this.switchMutex.lock;\n    if ((yield this.lastHolder.load) === t) {\n",
        "    if ((yield this.lastHolder.load) === t) {\n      yield this.switchMutex.lock;\n"
      ],
      [
        "      yield this.switchCond.wait(this.switchMutex);\n    }\n    yield this.switchMutex.unlock;\n",
        "      yield this.switchCond.wait(this.switchMutex);\n      yield this.switchMutex.unlock;\n    }\n"
      ]
    ],
    expected: "deadlock"
  },
  {
    design: "timeout",
    name: "request-stays-on-drop",
    title: "dropping the lock does not take the request back",
    edits: [
      [
        "      yield this.place.breaker.and(~BREAK_DROP);\n      yield this.switchCond",
        "      yield this.switchCond"
      ]
    ],
    expected: "uncovered",
    why: "who takes the lock next takes the request back"
  },
  {
    design: "timeout",
    name: "last-holder-set-once",
    title: "a release does not set the last holder",
    edits: [
      ["    yield this.lastHolder.store(t);\n    this.locked.value = 0;", "    this.locked.value = 0;"]
    ],
    expected: "uncovered",
    why: "the holder is the last holder already"
  },
  {
    design: "timeout",
    name: "wakes-all-switched",
    title: "taking the lock wakes all that wait for a switch",
    edits: [["yield this.switchCond.signal;", "yield this.switchCond.broadcast;"]],
    expected: "equivalent"
  },
  // ---- timeout: checks and signals
  {
    design: "timeout",
    name: "ignores-request",
    title: "a check does not heed the request",
    edits: [["    if ((breaker & BREAK_DROP) !== 0) yield* this.giveWay(t);\n", ""]],
    expected: "drop"
  },
  {
    design: "timeout",
    name: "forgets-request",
    title: "a check takes the request back and goes on",
    edits: [
      [
        "    yield* this.release(t);\n    yield* this.acquire(t);\n",
        "    yield this.place.breaker.and(~BREAK_DROP);\n"
      ]
    ],
    expected: "drop"
  },
  {
    design: "timeout",
    name: "deaf",
    title: "a check does not look for signals",
    edits: [["(breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)", "breaker < 0"]],
    expected: "signals"
  },
  {
    design: "timeout",
    name: "dumb",
    title: "an arriving signal is not told to the main thread",
    edits: [["    yield this.place.breaker.or(BREAK_SIGNAL);\n", ""]],
    expected: "signals"
  },
  {
    design: "timeout",
    name: "signal-overwrites",
    title: "an arriving signal overwrites the request",
    edits: [
      [
        "    yield this.place.breaker.or(BREAK_SIGNAL);\n",
        "    yield this.place.breaker.store(BREAK_SIGNAL);\n"
      ]
    ],
    expected: "drop"
  },
  {
    design: "timeout",
    name: "anyone-hears",
    title: "any thread clears the signal's bit",
    edits: [[" && this.place.isMain(t)", ""]],
    expected: "signals"
  },
  {
    design: "timeout",
    name: "hears-then-clears",
    title: "the signal's bit is cleared after its handler is called",
    edits: [
      [
        "      yield this.place.breaker.and(~BREAK_SIGNAL);\n      this.place.handleSignals(t);\n",
        "      this.place.handleSignals(t);\n      yield this.place.breaker.and(~BREAK_SIGNAL);\n"
      ]
    ],
    expected: "uncovered",
    why: "it loses a second signal; scenarios have one"
  },
  {
    design: "timeout",
    name: "always-offers",
    title: "a check offers the lock although nobody asked",
    edits: [["    if ((breaker & BREAK_DROP) !== 0) yield*", "    yield*"]],
    expected: "uncovered",
    why: "offering the lock more often is allowed"
  }
];

export const mutants: readonly Mutant[] = [...shipped, ...proposed];

/** Variants that are meant to be better: they hold with spurious wake-ups too. */
export const repairs: readonly Omit<Mutant, "expected">[] = [
  {
    design: "timeout",
    name: "loops-for-switch",
    title: "the forced switch is waited for in a loop",
    edits: [
      [
        "    if ((yield this.lastHolder.load) === t) {\n",
        "    while ((yield this.lastHolder.load) === t) {\n"
      ]
    ]
  }
];
