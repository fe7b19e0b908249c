/**
 * Where everything lies in the shared memory, in 32-bit words. Nothing else in the runtime knows an address.
 *
 * A value is one word: a small integer `v << 1` (31 bits, two's complement), or a reference `byteOffset | 1`,
 * so that a reference's word index is `ref >> 2`. Objects are 8-byte aligned, therefore 3, 5 and 7 are never
 * references and serve as special answers.
 */

// ---- special values -------------------------------------------------------------------------------------
/** No value: an unbound variable, an absent argument, "an exception is set" as an answer. */
export const NULL = 1;
/** Answer of a native: call `H[T + TAIL_FUNCTION]` with the tuple `H[T + TAIL_ARGUMENTS]` in its place. */
export const TAIL = 3;
/** Answer of a native: the thread must block (see `blocking.ts`). */
export const BLOCK = 5;
/** Answer of an iterator: exhausted. Answer of a simple operation: only Python code can tell. */
export const STOP = 7;
export const NEEDS_PYTHON = 7;
/** Inside the interpreter: a frame has been pushed, the thread's registers are in its block. */
export const ENTER = 9;
/** Answer of a built-in: resume the generator TAIL_FUNCTION with TAIL_ARGUMENTS, or throw TAIL_KEYWORDS into it. */
export const RESUME = 11;
/** Inside the interpreter: an exception is raised again (its context stays); stop for fuel; stop for the breaker. */
export const RERAISED = 13;
export const OUT_OF_FUEL = 15;
export const BROKEN = 17;
/** Inside the interpreter: a value in RESULT waits for its frame's mode; finalizers are due. */
export const SETTLE = 19;
export const FINALIZE = 21;
/** Values from here on are references or integers, not special answers. */
export const SPECIAL_END = 32;

export const SMALL_MIN = -(2 ** 30);
export const SMALL_MAX = 2 ** 30 - 1;

// ---- regions (word indices; a cache line is 16 words) -----------------------------------------------------
export const LINE = 16;
/** Non-zero: leave the evaluation loop at the next safepoint. Bits: BREAK_*. */
export const BREAKER = 32;
export const BREAK_DROP = 1;
export const BREAK_SIGNAL = 2;
export const BREAK_EXIT = 4;
export const BREAK_LOOK = 8;
/** Settings that programs change: sys.setswitchinterval (microseconds), sys.setcheckinterval (ticks). */
export const SWITCH_INTERVAL_US = 48;
export const CHECK_INTERVAL = 49;
/** Bit set of pending signal numbers 0..31 and 32..63. */
export const SIGNALS_LOW = 64;
export const SIGNALS_HIGH = 65;
/** Of the Python process: exit status requested by sys.exit on the main thread, and others. */
export const PROCESS = 80;
export const EXIT_STATUS = PROCESS;
export const THREADS_ALIVE = PROCESS + 1;
export const NON_DAEMON_ALIVE = PROCESS + 2;
export const NEXT_THREAD = PROCESS + 3;
export const TYPE_VERSION_NEXT = PROCESS + 4;
export const KEYS_VERSION_NEXT = PROCESS + 5;
export const RECURSION_LIMIT = PROCESS + 6;
export const MODULES = PROCESS + 7;
export const BUILTINS = PROCESS + 8;
export const FREE_THREADS = PROCESS + 9;
export const CODE_USED = PROCESS + 10;
export const PRELUDE = PROCESS + 11; // dict of the preludes (modules/prelude_*.py)
export const INTERNED_NAMES = PROCESS + 13; // dict of the names in code
export const LIBRARY = PROCESS + 14; // dict: library module to its code, as far as it was compiled at boot
export const SOURCES = PROCESS + 12; // dict: file name to source text, for tracebacks
/** Page allocator: first never-used page, pages in use, most pages ever in use, where to search next. */
export const PAGES = 96;
export const PAGE_FRESH = PAGES;
export const PAGES_USED = PAGES + 1;
export const PAGES_PEAK = PAGES + 2;
export const PAGE_HINT = PAGES + 3;
export const PAGE_COUNT = PAGES + 4;
/** Free lists left behind by ended threads: objects, then raw blocks. */
export const ORPHAN_LISTS = 112;

/** Words of the lock design: 64 lines of its own. */
export const DESIGN = 1024;
export const DESIGN_WORDS = 3072;

// ---- threads ----------------------------------------------------------------------------------------------
export const THREADS = 4096;
export const THREAD_WORDS = 256;
export const THREADS_MAX = 2048;

// words of a thread block, relative to its start t
export const THREAD_ID = 0; // 0 is the main thread
export const THREAD_RUNNING = 2;
export const THREAD_STATE = 1; // 0 free, 1 starting, 2 running, 3 ended
export const FRAME_POINTER = 2;
export const PROGRAM_COUNTER = 3;
export const STACK_POINTER = 4;
export const STACK_START = 5;
export const STACK_LIMIT = 6;
export const EXCEPTION = 7; // exception on its way, or NULL
export const HANDLED = 8; // exception being handled (sys.exc_info), or NULL
export const TAIL_FUNCTION = 9;
export const TAIL_ARGUMENTS = 10;
export const TAIL_KEYWORDS = 11;
export const DEPTH = 12; // Python frames on the stack
export const TICKS_LEFT = 13; // fuel of the tick designs
export const BYTECODES_LOW = 14; // CPython bytecodes executed
export const BYTECODES_HIGH = 15;
export const FINALIZERS = 16; // list of objects whose __del__ is due, or NULL
export const THREAD_OBJECT = 17; // the function and arguments it was started with: a tuple, or NULL
export const IS_DAEMON = 18;
export const WAKE = 19; // futex word: incremented to wake the thread from a sleep
export const WAITING_ON = 20; // word index it waits on outside the GIL, or 0
export const LOCALS_DICT = 21; // thread-local storage: a dict, or NULL
export const RESULT = 22; // what the blocking operation answered
export const IDENT_REF = 23;
export const TIME_LEFT = 24; // picoseconds that it may still use, where bytecodes are charged
export const BLOCK_FLOOR = 26; // stack pointer once the operands of a blocking call are gone
export const BLOCK_MODE = 27; // what to do with its value: MODE_*
export const TAIL_LOCALS = 29; // dict in which the function asked for runs as a body, or NULL
export const BREAKER_MASK = 28; // which bits of BREAKER concern this thread
/** 1: finalizers are running; what falls due meanwhile waits in FINALIZERS_LATER. */
export const FINALIZING = 30;
export const FINALIZERS_LATER = 31;
export const THREAD_PRIORITY = 25; // what sys.setpriority set
export const STATS = 32; // 32 words for metrics, written by the machine only
/** Free lists by size class: objects, then raw blocks. */
export const FREE_OBJECTS = 64;
export const FREE_BLOCKS = 128;
/** What a design keeps of each thread; 0 when the thread starts. */
export const THREAD_DESIGN = 192;
export const THREAD_DESIGN_WORDS = 64;

// ---- static objects ----------------------------------------------------------------------------------------
export const STATICS = THREADS + THREADS_MAX * THREAD_WORDS;
export const TYPE_SLOTS = 160;
export const TYPE_WORDS = 32;
export const TYPES = STATICS;
export const SINGLETONS = TYPES + TYPE_SLOTS * TYPE_WORDS;
export const STRINGS = SINGLETONS + 64;
export const STRINGS_END = STRINGS + 65536;

/** Executable words of all code objects. */
export const CODE = STRINGS_END;
export const CODE_WORDS = 1 << 20;

/** Pages of the object heap: a table with one word a page, then the pages. */
export const PAGE_WORDS = 4096;
export const PAGE_TABLE = CODE + CODE_WORDS;
export const PAGES_MAX = 131072; // 2 GiB
export const ARENA = PAGE_TABLE + PAGES_MAX;

// ---- objects -------------------------------------------------------------------------------------------------
export const COUNT = 0;
export const TYPE = 1;
export const HEADER = 2;
/** Count of what is never freed. */
export const IMMORTAL = 1 << 29;

// int beyond 31 bits: number of 32-bit digits, negative for negative values; digits, least significant first
export const INT_SIZE = HEADER;
export const INT_DIGITS = HEADER + 1;
// float: one double, at the 8-byte boundary
export const FLOAT_VALUE = HEADER;
export const FLOAT_WORDS = HEADER + 2;
// str: code points, hash (0: not yet known), bytes a code point (1, 2 or 4) with flag INTERNED, data
export const STR_LENGTH = HEADER;
export const STR_HASH = HEADER + 1;
export const STR_KIND = HEADER + 2;
export const STR_DATA = HEADER + 3;
export const INTERNED = 8;
// bytes
export const BYTES_LENGTH = HEADER;
export const BYTES_HASH = HEADER + 1;
export const BYTES_DATA = HEADER + 2;
// tuple
export const TUPLE_LENGTH = HEADER;
export const TUPLE_ITEMS = HEADER + 1;
// list: length, capacity, block of items (0: none)
export const LIST_LENGTH = HEADER;
export const LIST_CAPACITY = HEADER + 1;
export const LIST_BLOCK = HEADER + 2;
export const LIST_WORDS = HEADER + 4; // one word for a subclass's dict
// dict, set, frozenset (a set's values are the integer 0): live entries, entries used, size of the index table
// (power of two, 0: none), block (index table, then entries of hash, key, value), version of the keys
export const DICT_USED = HEADER;
export const DICT_FILL = HEADER + 1;
export const DICT_SIZE = HEADER + 2;
export const DICT_BLOCK = HEADER + 3;
export const DICT_VERSION = HEADER + 4;
export const DICT_WORDS = HEADER + 6; // one word for a subclass's dict
export const ENTRY_HASH = 0;
export const ENTRY_KEY = 1;
export const ENTRY_VALUE = 2;
export const ENTRY_WORDS = 3;
// range: start, stop, step, length as values
export const RANGE_START = HEADER;
export const RANGE_STOP = HEADER + 1;
export const RANGE_STEP = HEADER + 2;
export const RANGE_LENGTH = HEADER + 3;
// slice
export const SLICE_START = HEADER;
export const SLICE_STOP = HEADER + 1;
export const SLICE_STEP = HEADER + 2;
// cell
export const CELL_VALUE = HEADER;
// function
export const FUNCTION_CODE = HEADER;
export const FUNCTION_GLOBALS = HEADER + 1;
export const FUNCTION_DEFAULTS = HEADER + 2;
export const FUNCTION_KWDEFAULTS = HEADER + 3;
export const FUNCTION_CLOSURE = HEADER + 4;
export const FUNCTION_NAME = HEADER + 5;
export const FUNCTION_QUALNAME = HEADER + 6;
export const FUNCTION_DOC = HEADER + 7;
export const FUNCTION_MODULE = HEADER + 8;
export const FUNCTION_ANNOTATIONS = HEADER + 9;
export const FUNCTION_DICT = HEADER + 10;
export const FUNCTION_WORDS = HEADER + 11;
// code: words marked (n) are plain numbers, the others values
export const CODE_POSITIONS = HEADER; // (n) word index of its table of positions, ascending
export const CODE_START = HEADER + 1; // (n) program counter of its first instruction, relative to CODE
export const CODE_LENGTH = HEADER + 2; // (n)
export const CODE_ARGS = HEADER + 3; // (n) positional parameters
export const CODE_POSONLY = HEADER + 4; // (n)
export const CODE_KWONLY = HEADER + 5; // (n)
export const CODE_FLAGS = HEADER + 6; // (n) CO_*
export const CODE_LOCALS = HEADER + 7; // (n) locals, cells and free variables
export const CODE_STACK = HEADER + 8; // (n) most temporaries
export const CODE_HANDLERS = HEADER + 9; // (n) word index of the exception table
export const CODE_HANDLER_COUNT = HEADER + 10; // (n)
export const CODE_SIMPLE = HEADER + 11; // (n) 1: only plain positional parameters and no generator
export const CODE_NAME = HEADER + 12;
export const CODE_QUALNAME = HEADER + 13;
export const CODE_VARNAMES = HEADER + 14;
export const CODE_CONSTS = HEADER + 15;
export const CODE_NAMES = HEADER + 16;
export const CODE_FILENAME = HEADER + 17;
export const CODE_FREE_COUNT = HEADER + 18; // (n)
export const CODE_POSITION_COUNT = HEADER + 19; // (n)
export const CODE_HIDDEN = HEADER + 20; // (n) 1: of the prelude or library, not shown in tracebacks
export const CODE_FIRST_LINE = HEADER + 21; // (n)
export const CODE_LOCAL_NAMES = HEADER + 22; // (n) local variables proper, before cells and free variables
export const CODE_WORDS_OBJECT = HEADER + 23;
// handler entries in the code region: first and last+1 program counter, target, depth << 1 | lasti
export const HANDLER_WORDS = 4;
// position entries: program counter, line, last line, first column << 16 | column behind the end (both in bytes)
export const POSITION_WORDS = 4;
// built-in function or method
export const NATIVE_ID = HEADER; // (n)
export const NATIVE_NAME = HEADER + 1;
export const NATIVE_SELF = HEADER + 2; // bound receiver or NULL
export const NATIVE_OWNER = HEADER + 3; // type it is a method of, or module name, or NULL
export const NATIVE_WORDS = HEADER + 4;
// bound method
export const METHOD_FUNCTION = HEADER;
export const METHOD_SELF = HEADER + 1;
// type
export const TYPE_NAME = HEADER;
export const TYPE_BASES = HEADER + 1;
export const TYPE_MRO = HEADER + 2;
export const TYPE_DICT = HEADER + 3;
export const TYPE_SUBCLASSES = HEADER + 4;
export const TYPE_QUALNAME = HEADER + 5;
export const TYPE_BASE = HEADER + 6; // the base that decides the layout, or NULL
export const TYPE_VERSION = HEADER + 7; // (n)
export const TYPE_KIND = HEADER + 8; // (n) layout of its instances
export const TYPE_FLAGS = HEADER + 9; // (n) TYPE_* flags below
export const TYPE_DICT_OFFSET = HEADER + 10; // (n) word of an instance's dict, 0: none
export const TYPE_SIZE = HEADER + 11; // (n) words of an instance, 0: varies
export const TYPE_CONSTRUCTOR = HEADER + 12; // (n) native id + 1 of the built-in constructor that instances come from, 0: none
export const TYPE_SPECIAL = HEADER + 13; // (n) bit set: which special methods Python code defines (SPECIAL_*)
export const TYPE_SLOT_COUNT = HEADER + 14; // (n) members declared by __slots__
export const TYPE_STATIC = 1;
export const TYPE_BASETYPE = 2; // may be subclassed
export const TYPE_HEAP = 4; // made by a class statement
// which special methods a class statement in the MRO defines
export const SPECIAL_DEL = 1;
export const SPECIAL_GETATTR = 2; // __getattr__
export const SPECIAL_GETATTRIBUTE = 4;
export const SPECIAL_SETATTR = 8; // __setattr__ or __delattr__
export const SPECIAL_EQ = 16;
export const SPECIAL_HASH = 32;
export const SPECIAL_TRUTH = 64; // __bool__ or __len__
export const SPECIAL_REPR = 128;
export const SPECIAL_STR = 256;
export const SPECIAL_NEW = 512;
export const SPECIAL_INIT = 1024;
export const SPECIAL_ITER = 2048;
export const SPECIAL_ITEM = 4096; // __getitem__, __setitem__, __delitem__, __missing__
export const SPECIAL_CONTAINS = 8192;
export const SPECIAL_ORDER = 16384; // __lt__, __le__, __gt__, __ge__
export const SPECIAL_NUMBER = 32768; // arithmetic and its reflected and in-place forms
export const SPECIAL_LEN = 65536;
export const SPECIAL_FORMAT = 131072;
// plain instance: dict, flags (n), then __slots__ members
export const INSTANCE_DICT = HEADER;
export const INSTANCE_FLAGS = HEADER + 1;
export const INSTANCE_WORDS = HEADER + 2;
export const FINALIZED = 1; // its __del__ has run
// exception
export const EXCEPTION_ARGS = HEADER;
export const EXCEPTION_CAUSE = HEADER + 1;
export const EXCEPTION_CONTEXT = HEADER + 2;
export const EXCEPTION_TRACEBACK = HEADER + 3;
export const EXCEPTION_SUPPRESS = HEADER + 4; // small integer 0 or 1
export const EXCEPTION_DICT = HEADER + 5;
export const EXCEPTION_WORDS = HEADER + 6;
// traceback entry
export const TRACEBACK_NEXT = HEADER;
export const TRACEBACK_CODE = HEADER + 1;
export const TRACEBACK_LOCALS = HEADER + 2; // tuple of the frame's variables once it is left, or NULL
export const TRACEBACK_PC = HEADER + 3; // (n)
// generator: state (n), words in the block (n), block (n, 0: none), code, name, qualname, handled exception
export const GENERATOR_STATE = HEADER;
export const GENERATOR_WORDS_SAVED = HEADER + 1;
export const GENERATOR_BLOCK = HEADER + 2;
export const GENERATOR_PC = HEADER + 3;
export const GENERATOR_FUNCTION = HEADER + 4;
export const GENERATOR_HANDLED = HEADER + 5;
export const GENERATOR_WORDS = HEADER + 6;
export const GENERATOR_CREATED = 0;
export const GENERATOR_SUSPENDED = 1;
export const GENERATOR_RUNNING = 2;
export const GENERATOR_DONE = 3;
// module
export const MODULE_DICT = HEADER;
export const MODULE_NAME = HEADER + 1;
// built-in iterator, view, and other small records: three values and one number
export const RECORD_A = HEADER;
export const RECORD_B = HEADER + 1;
export const RECORD_C = HEADER + 2;
export const RECORD_N = HEADER + 3; // (n)
export const RECORD_M = HEADER + 4; // (n)
export const RECORD_WORDS = HEADER + 5;
// lock: state and waiters as futex words (n), owner thread id + 1 and depth for RLock (n)
export const LOCK_STATE = HEADER;
export const LOCK_WAITERS = HEADER + 1;
export const LOCK_OWNER = HEADER + 2;
export const LOCK_DEPTH = HEADER + 3;
export const LOCK_WORDS = HEADER + 4;

// ---- frames ----------------------------------------------------------------------------------------------------
// The words below a frame pointer fp; the locals start at fp, the temporaries after them.
export const FRAME_CODE = -8; // (n) word index of the code object
export const FRAME_FUNCTION = -7; // reference, owned
export const FRAME_BACK = -6; // (n) caller's frame pointer
export const FRAME_PC = -5; // (n) where the caller goes on
export const FRAME_SP = -4; // (n) caller's stack pointer once the call's operands are gone
export const FRAME_MODE = -3; // (n) what to do with the result: MODE_*
export const FRAME_EXTRA = -2; // reference, owned, by mode; for a generator's frame the generator
export const FRAME_LOCALS = -1; // dict of a module or class body, owned, or NULL
export const FRAME_WORDS = 8;

export const MODE_PUSH = 0;
/** First frame of a thread. */
export const MODE_ENTRY = 1;
/** `__init__`: the result must be None; the new object in FRAME_EXTRA is the call's value. */
export const MODE_INIT = 2;
/** `__next__` for FOR_ITER: StopIteration ends the loop. */
export const MODE_FOR = 3;
/** `send` for SEND: StopIteration's value is pushed and the jump taken. */
export const MODE_SEND = 4;
/** A generator resumed by next() or send(): its return raises StopIteration. */
export const MODE_NEXT = 5;
/** The result is dropped. */
export const MODE_DISCARD = 6;
/** The negated truth of the result is pushed. */
export const MODE_NOT = 7;
/** The truth of the result is pushed. */
export const MODE_TRUTH = 8;
/** `__del__`: result and exception are dropped, the exception on its way is kept. */
export const MODE_FINALIZER = 9;
/** A module body: the module in FRAME_EXTRA is the value. */
export const MODE_MODULE = 10;

// ---- why `run` stopped ---------------------------------------------------------------------------------------------
export const STOP_FUEL = 1;
export const STOP_BREAKER = 2;
export const STOP_BLOCK = 3;
export const STOP_END = 4;
/** Answer of an attempt at a blocking operation that would have to wait. */
export const NOT_READY = -(2 ** 29);
