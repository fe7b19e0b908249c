/** `_thread`: starting threads, locks, and what belongs to one thread. Waiting for a lock gives the GIL up. */
import {environment} from "../environment.ts";
import {startThread, threadIdent} from "../interpreter/threads.ts";
import {INTERRUPTED} from "../machines/devices.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H, make, T, threadBlock} from "../memory/heap.ts";
import {truth} from "../objects/arithmetic.ts";
import {blockOn} from "../objects/calls.ts";
import {newException, raise, raiseRef, tupleOf} from "../objects/errors.ts";
import {
  exceptionClass,
  OVERFLOW_ERROR,
  RUNTIME_ERROR,
  SYSTEM_EXIT,
  TYPE_ERROR,
  VALUE_ERROR
} from "../objects/exceptions.ts";
import {truthSimple} from "../objects/inspect.ts";
import {K_DICT, K_TUPLE, NONE, T_LOCK, T_RLOCK} from "../objects/kinds.ts";
import {
  LOCALS_DICT,
  LOCK_DEPTH,
  LOCK_OWNER,
  LOCK_STATE,
  LOCK_WAITERS,
  LOCK_WORDS,
  NULL,
  THREAD_ID,
  THREAD_STATE,
  THREADS_ALIVE,
  THREADS_MAX,
  TYPE
} from "../objects/layout.ts";
import {constructor, methods, moduleFunctions, moduleValues} from "../objects/native.ts";
import {floatValue, kindOf, newFloat, newInt} from "../objects/numbers.ts";
import {lookup, newDict, remove} from "../objects/table.ts";
import {staticStr} from "../objects/text.ts";
import {markSignal} from "./signal.ts";
import {afterSignals, intArgument, isCallable, secondsArgument} from "./system.ts";

/** Seconds that a lock can be waited for at most. */
const TIMEOUT_MAX_S = 9223372036;
const S_ACQUIRE_UNTIL = staticStr("_acquire_until");

// ---- locks -------------------------------------------------------------------------------------------------------

function newLock(type: number): number {
  const o = make(type, LOCK_WORDS);
  H[o + LOCK_STATE] = 0;
  H[o + LOCK_WAITERS] = 0;
  H[o + LOCK_OWNER] = 0;
  H[o + LOCK_DEPTH] = 0;
  return (o << 2) | 1;
}

const isReentrant = (lock: number) => H[(lock >> 2) + TYPE] === T_RLOCK;
const me = () => H[T + THREAD_ID] + 1;

/** Marks a lock that this thread has just taken. */
function own(lock: number, depth: number): void {
  if (!isReentrant(lock)) return;
  H[(lock >> 2) + LOCK_OWNER] = me();
  H[(lock >> 2) + LOCK_DEPTH] = depth;
}

/** Waits for the lock until `end_ns` of the monotonic clock. */
function acquireUntil(lock: number, end_ns: number, depth: number): number {
  const {devices} = environment;
  const word = (lock >> 2) + LOCK_STATE;
  return blockOn(
    () =>
      devices.lock(
        word,
        end_ns === Number.POSITIVE_INFINITY ? end_ns : Math.max(0, end_ns - devices.monotonic_ns())
      ),
    (result) => {
      if (result === INTERRUPTED)
        return afterSignals(S_ACQUIRE_UNTIL, [shared(lock), newFloat(end_ns), depth << 1]);
      if (result === 1) own(lock, depth);
      return truth(result === 1);
    }
  );
}
moduleFunctions("_prelude", {
  "_acquire_until(lock, end_ns, depth)": (a) => acquireUntil(H[a], floatValue(H[a + 1]), H[a + 2] >> 1)
});

/** Takes a lock at once if it is free, or waits for at most `ns`. */
function take(lock: number, ns: number, depth: number): number {
  const {devices} = environment;
  if (devices.tryLock((lock >> 2) + LOCK_STATE) === 1) {
    own(lock, depth);
    return truth(true);
  }
  if (ns === 0) return truth(false);
  return acquireUntil(lock, ns === Number.POSITIVE_INFINITY ? ns : devices.monotonic_ns() + ns, depth);
}

/** Nanoseconds to wait by the arguments of `acquire`, or NaN with an exception set. */
function patience(blocking: number, timeout: number): number {
  const wait = blocking === NULL || truthSimple(blocking) === 1;
  if (timeout === NULL || timeout === -1 << 1) return wait ? Number.POSITIVE_INFINITY : 0;
  const ns = secondsArgument(timeout);
  if (Number.isNaN(ns)) return ns;
  if (ns === -1e9) return wait ? Number.POSITIVE_INFINITY : 0;
  if (!wait) return raiseNaN(VALUE_ERROR, "can't specify a timeout for a non-blocking call");
  if (ns < 0) return raiseNaN(VALUE_ERROR, "timeout value must be positive");
  if (ns > TIMEOUT_MAX_S * 1e9) return raiseNaN(OVERFLOW_ERROR, "timeout value is too large");
  return ns;
}

function raiseNaN(type: number, message: string): number {
  raise(type, message);
  return Number.NaN;
}

function acquire(lock: number, blocking: number, timeout: number): number {
  const ns = patience(blocking, timeout);
  if (Number.isNaN(ns)) return NULL;
  const o = lock >> 2;
  if (isReentrant(lock) && H[o + LOCK_OWNER] === me()) {
    H[o + LOCK_DEPTH]++;
    return truth(true);
  }
  return take(lock, ns, 1);
}

function release(lock: number): number {
  const o = lock >> 2;
  if (isReentrant(lock)) {
    if (H[o + LOCK_OWNER] !== me()) return raise(RUNTIME_ERROR, "cannot release un-acquired lock");
    if (--H[o + LOCK_DEPTH] > 0) return shared(NONE);
    H[o + LOCK_OWNER] = 0;
  } else if (H[o + LOCK_STATE] === 0) return raise(RUNTIME_ERROR, "release unlocked lock");
  environment.devices.unlock(o + LOCK_STATE);
  return shared(NONE);
}

for (const type of [T_LOCK, T_RLOCK]) {
  methods(type, {
    "acquire(self, blocking=, timeout=)": (a) => acquire(H[a], H[a + 1], H[a + 2]),
    "release(self)": (a) => release(H[a]),
    "__enter__(self, blocking=, timeout=)": (a) => acquire(H[a], H[a + 1], H[a + 2]),
    "__exit__(self, *args)": (a) => release(H[a])
  });
}
methods(T_LOCK, {
  "locked(self)": (a) => truth(H[(H[a] >> 2) + LOCK_STATE] !== 0)
});
methods(T_RLOCK, {
  "_is_owned(self)": (a) => truth(H[(H[a] >> 2) + LOCK_OWNER] === me()),
  /** Gives a lock up however often it was taken. Answers how often, for `_acquire_restore`. */
  "_release_save(self)": (a) => {
    const o = H[a] >> 2;
    if (H[o + LOCK_OWNER] !== me()) return raise(RUNTIME_ERROR, "cannot release un-acquired lock");
    const depth = H[o + LOCK_DEPTH];
    H[o + LOCK_DEPTH] = 0;
    H[o + LOCK_OWNER] = 0;
    environment.devices.unlock(o + LOCK_STATE);
    return depth << 1;
  },
  "_acquire_restore(self, depth)": (a) => take(H[a], Number.POSITIVE_INFINITY, H[a + 1] >> 1)
});
constructor(T_RLOCK, "RLock(cls)", () => newLock(T_RLOCK));

// ---- threads -----------------------------------------------------------------------------------------------------

function startNewThread(callable: number, args: number, kwargs: number): number {
  if (!isCallable(callable)) return raise(TYPE_ERROR, "first arg must be callable");
  if ((args & 1) === 0 || kindOf(args) !== K_TUPLE) return raise(TYPE_ERROR, "2nd arg must be a tuple");
  if (kwargs !== NULL && ((kwargs & 1) === 0 || kindOf(kwargs) !== K_DICT)) {
    return raise(TYPE_ERROR, "optional 3rd arg must be a dictionary");
  }
  return startThread(callable, args, kwargs);
}

function localDict(): number {
  if (H[T + LOCALS_DICT] === NULL || H[T + LOCALS_DICT] === 0) H[T + LOCALS_DICT] = newDict();
  return shared(H[T + LOCALS_DICT]);
}

/** Takes `key` out of the local dicts of all threads. */
function dropLocal(key: number): number {
  for (let id = 0; id < THREADS_MAX; id++) {
    const t = threadBlock(id);
    const dict = H[t + LOCALS_DICT];
    if (H[t + THREAD_STATE] === 0 || dict === NULL || dict === 0) continue;
    const entry = lookup(dict >> 2, key);
    if (entry > 0) remove(dict >> 2, entry);
  }
  return shared(NONE);
}

function stackSize(size: number): number {
  if (size === NULL) return 0;
  const bytes = intArgument(size);
  if (Number.isNaN(bytes)) return NULL;
  if (bytes < 0) return raise(VALUE_ERROR, "size must be 0 or a positive value");
  return 0;
}

moduleFunctions("_thread", {
  "start_new_thread(function, args, kwargs=, /)": (a) => startNewThread(H[a], H[a + 1], H[a + 2]),
  "start_new(function, args, kwargs=, /)": (a) => startNewThread(H[a], H[a + 1], H[a + 2]),
  "allocate_lock()": () => newLock(T_LOCK),
  "allocate()": () => newLock(T_LOCK),
  "get_ident()": () => threadIdent(T),
  "get_native_id()": () => newInt(environment.devices.threadId()),
  "exit()": () => raiseRef(newException(SYSTEM_EXIT, tupleOf())),
  "stack_size(size=, /)": (a) => stackSize(H[a]),
  "interrupt_main(signum=, /)": (a) => {
    const number = H[a] === NULL ? environment.devices.signals.SIGINT : intArgument(H[a]);
    if (Number.isNaN(number)) return NULL;
    return markSignal(number) ? shared(NONE) : raise(VALUE_ERROR, "signal number out of range");
  },
  "_count()": () => newInt(Math.max(0, H[THREADS_ALIVE] - 1)),
  "_local_dict()": () => localDict(),
  /** Drops all that the calling thread has in thread-local objects. */
  "_forget_locals()": () => {
    const locals = H[T + LOCALS_DICT];
    H[T + LOCALS_DICT] = NULL;
    DECREF(locals);
    return shared(NONE);
  },
  "_drop_local(key)": (a) => dropLocal(H[a])
});
const typeRef = (type: number) => shared((type << 2) | 1);
moduleValues("_thread", {
  LockType: () => typeRef(T_LOCK),
  RLock: () => typeRef(T_RLOCK),
  error: () => typeRef(exceptionClass("RuntimeError")),
  TIMEOUT_MAX: () => newFloat(TIMEOUT_MAX_S)
});
