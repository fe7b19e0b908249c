import {
  DESIGN_NAME
} from "./chunk-RLYR5DJM.js";
import {
  findDesign
} from "./chunk-DIABLGBR.js";
import "./chunk-CSHBCXSV.js";
import "./chunk-HG3T4HSK.js";
import "./chunk-PC35SSNN.js";
import {
  UsageError,
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/new.ts
import { existsSync, writeFileSync } from "node:fs";

// tools/cli/design-template.ts
var template = `/**
 * An interpreter lock. Try every interleaving of it: convoy check ./NAME.ts
 * Run a program under it: convoy run --design ./NAME.ts count.py (with --machine simulated on virtual cores).
 *
 * A design says what threads do to each other, as steps: yield one, and the machine performs it and answers with a
 * number. Between two steps a thread does plain work that nobody can come between, and that nobody else may watch.
 *
 * - Mutex: lock, unlock. Condition: wait(mutex, ns), signal, broadcast. Semaphore: post, take(t).
 * - Word: a shared number; each access is a step of its own: load, store, add, exchange, compareExchange, or, and.
 * - Cell: a shared number that a mutex, or the interpreter lock itself, guards: plain value, no step.
 *
 * All that changes is kept in these, never in a field of the class: each thread has its own copy of that.
 */
import {
  ACQUIRE,
  BREAK_DROP,
  BREAK_SIGNAL,
  Cell,
  Condition,
  type Descriptor,
  type Design,
  Mutex,
  NO_TICKS,
  type Place,
  RELEASE,
  REQUEST,
  type Steps,
  VAIN,
  WAIT
} from "convoy";

/** Threads draw a number and are served in order; who waits asks the holder to let go at its next safe point. */
class TYPE implements Design {
  private readonly place: Place;
  /** Guards the two numbers. */
  private readonly mutex: Mutex;
  /** Somebody else is served now. */
  private readonly turn: Condition;
  /** The next number to draw, and the number that holds the lock or may take it. */
  private readonly drawn: Cell;
  private readonly served: Cell;
  /** How many threads wait; while there are any, the holder is asked to let go. */
  private readonly waiting: Cell;

  constructor(place: Place) {
    this.place = place;
    this.mutex = new Mutex(place.region, "mutex");
    this.turn = new Condition(place.region, "turn");
    this.drawn = new Cell(place.region, "drawn");
    this.served = new Cell(place.region, "served");
    this.waiting = new Cell(place.region, "waiting");
  }

  /** Takes the interpreter lock. Notes tell reports, and the checker, what happened: ACQUIRE comes last. */
  *acquire(t: number): Steps {
    yield this.mutex.lock;
    const mine = this.drawn.value;
    this.drawn.value = (mine + 1) | 0;
    if (this.served.value !== mine) yield* this.waitFor(t, mine);
    yield this.mutex.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** A wait on a condition may end without a signal, and a signal may be for somebody else: hence the loop. */
  *waitFor(t: number, mine: number): Steps {
    this.place.note(t, WAIT);
    this.waiting.value++;
    this.place.note(t, REQUEST);
    yield this.place.breaker.or(BREAK_DROP);
    yield this.turn.wait(this.mutex);
    while (this.served.value !== mine) {
      this.place.note(t, VAIN);
      yield this.turn.wait(this.mutex);
    }
    this.waiting.value--;
    if (this.waiting.value === 0) yield this.place.breaker.and(~BREAK_DROP);
  }

  /** Gives it back: it is the next number's turn. RELEASE comes first. */
  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    this.served.value = (this.served.value + 1) | 0;
    yield this.turn.broadcast;
    yield this.mutex.unlock;
  }

  /** At a safe point, with a bit of the breaker set: signals first, then the request to let go. */
  *check(t: number): Steps {
    const breaker = yield this.place.breaker.load;
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & BREAK_DROP) === 0) return;
    yield* this.release(t);
    yield* this.acquire(t);
  }

  /** A signal has arrived and is pending; the main thread is to look. */
  *signalled(): Steps {
    yield this.place.breaker.or(BREAK_SIGNAL);
  }

  /** This design does not count ticks. */
  ticks(): number {
    return NO_TICKS;
  }
  keep(_left: number): void {}
}

const descriptor: Descriptor = {
  name: "NAME",
  title: "NAME: in order of arrival",
  models: "no interpreter yet",
  source: "an idea",
  ticks: 0,
  switchInterval_us: 0,
  breaks: BREAK_DROP | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new TYPE(place)
};

export default descriptor;
`;

// tools/cli/new.ts
var help = `convoy new design NAME

Writes NAME.ts, a lock design to start from: threads take the interpreter lock in the order of their arrival. It is
commented, convoy check proves it as it stands, and convoy run runs programs under it, on host and simulated. For example:

  convoy new design mine
  convoy check ./mine.ts
  convoy run --design ./mine.ts count.py
`;
function isKnown(name) {
  try {
    return findDesign(name) !== void 0;
  } catch {
    return false;
  }
}
var command = {
  help,
  async run(args) {
    const [what, name, ...more] = parse("new", args, {}, true).positionals;
    if (what !== "design")
      throw new UsageError(
        what === void 0 ? "missing thing to make; such as convoy new design mine" : `unknown thing to make: ${what}; known: design`
      );
    if (name === void 0 || more.length > 0)
      throw new UsageError(
        `${name === void 0 ? "missing" : "ambiguous"} name; give the design one, such as convoy new design mine`
      );
    if (!DESIGN_NAME.test(name))
      throw new UsageError(`invalid name: ${name}; use small letters, digits and hyphens, a letter first`);
    if (isKnown(name))
      throw new UsageError(`invalid name: ${name}; a design of this name exists, take another`);
    const file = `${name}.ts`;
    if (existsSync(file))
      throw new UsageError(`cannot write ${file}: it exists; take another name or move it`);
    const type = name.replace(/(^|-)([a-z0-9])/g, (_, _hyphen, letter) => letter.toUpperCase());
    writeFileSync(file, template.replaceAll("NAME", name).replaceAll("TYPE", type));
    process.stdout.write(`${file}
`);
    return 0;
  }
};
export {
  command
};
//# sourceMappingURL=new-M6GD4DAM.js.map
