/**
 * `_socket`: the system's sockets by descriptor; python/socket.py makes objects of them. A call that may wait gives the
 * GIL up whether it waits or not, as CPython's do. Time-outs are seconds, or None to wait for ever.
 */
import {environment} from "../environment.ts";
import {type Address, INTERRUPTED, NOT_READY, POLL_IN, POLL_OUT} from "../machines/devices.ts";
import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "../objects/arithmetic.ts";
import {blockOn} from "../objects/calls.ts";
import {raise, tupleOf} from "../objects/errors.ts";
import {OVERFLOW_ERROR, TIMEOUT_ERROR, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf} from "../objects/inspect.ts";
import {K_TUPLE, NONE, T_LIST} from "../objects/kinds.ts";
import {LIST_BLOCK, LIST_LENGTH, NULL, TUPLE_ITEMS, TUPLE_LENGTH} from "../objects/layout.ts";
import {listPush, makeList} from "../objects/list.ts";
import {moduleFunctions} from "../objects/native.ts";
import {asNumber, floatValue, intAsNumber, isInt, kindOf, newFloat, newInt} from "../objects/numbers.ts";
import {bytesLength, newBytes, newStr, staticStr, text} from "../objects/text.ts";
import {bytesView, requireBytes} from "./os.ts";
import {
  afterSignals,
  dictOfInts,
  intArgument,
  intResult,
  isStr,
  noneResult,
  raiseSystemError,
  secondsArgument
} from "./system.ts";

const FOREVER = Number.POSITIVE_INFINITY;
/** Bytes of one receive at most. */
const RECEIVE_MAX = 1 << 24;

// ---- arguments ---------------------------------------------------------------------------------------------------

/** Where on the monotonic clock a time-out (seconds or None) ends: 0 for a call that must not wait. */
function deadline(timeout: number): number {
  if (timeout === NONE) return FOREVER;
  const seconds = asNumber(timeout);
  return seconds <= 0 ? 0 : environment.devices.monotonic_ns() + seconds * 1e9;
}

/** What is left until then. */
function left(end_ns: number): number {
  return end_ns === FOREVER || end_ns === 0
    ? end_ns
    : Math.max(1, end_ns - environment.devices.monotonic_ns());
}

/** The exception for a failed call; a time-out of ours has no number. */
function raiseFailure(result: number, end_ns: number): number {
  const {ETIMEDOUT} = environment.devices.errors;
  if (result === -ETIMEDOUT && end_ns !== FOREVER && end_ns !== 0) return raise(TIMEOUT_ERROR, "timed out");
  return raiseSystemError(-result);
}

const isNumeric = (host: string) => /^\d+\.\d+\.\d+\.\d+$/.test(host);
const special: Record<string, string> = {"": "0.0.0.0", "<broadcast>": "255.255.255.255"};

/** Reads an address as programs give it, or null with an exception set. Names must have been resolved. */
function addressArgument(value: number, family: number, caller: string): Address | null {
  const {AF_INET, AF_UNIX} = environment.devices.constants;
  if (family === AF_UNIX) {
    if (isStr(value)) return {family, host: text(value), port: 0};
    return refuse(TYPE_ERROR, `${caller}(): AF_UNIX path must be str, not ${typeNameOf(value)}`);
  }
  const o = value >> 2;
  if ((value & 1) === 0 || kindOf(value) !== K_TUPLE) {
    return refuse(TYPE_ERROR, `${caller}(): AF_INET address must be tuple, not ${typeNameOf(value)}`);
  }
  if (H[o + TUPLE_LENGTH] !== 2) return refuse(TYPE_ERROR, "AF_INET address must be a pair (host, port)");
  const [host, port] = [H[o + TUPLE_ITEMS], H[o + TUPLE_ITEMS + 1]];
  if (!isStr(host)) return refuse(TYPE_ERROR, `str, bytes or bytearray expected, not ${typeNameOf(host)}`);
  if (!isInt(port))
    return refuse(TYPE_ERROR, `'${typeNameOf(port)}' object cannot be interpreted as an integer`);
  const number = intAsNumber(port);
  if (!(number >= 0 && number <= 65535)) return refuse(OVERFLOW_ERROR, `${caller}(): port must be 0-65535.`);
  const name = text(host);
  return {family: AF_INET, host: special[name] ?? name, port: number};
}

function refuse(type: number, message: string): null {
  raise(type, message);
  return null;
}

/** An address as programs see it: a pair, or a path. */
function addressValue({family, host, port}: Address): number {
  if (family === environment.devices.constants.AF_UNIX) return newStr(host);
  return tupleOf(newStr(host), newInt(port));
}
const noAddress = (): Address => ({family: environment.devices.constants.AF_INET, host: "", port: 0});

/** A call that waits until `end_ns` at most; it can be tried without waiting. */
function waitFor(call: (ns: number) => number, end_ns: number, finish: (result: number) => number): number {
  const attempt = () => {
    const result = call(0);
    return result === -environment.devices.errors.EAGAIN && end_ns !== 0 ? NOT_READY : result;
  };
  return blockOn(() => call(left(end_ns)), finish, attempt);
}

function sizeArgument(value: number, caller: string): number {
  const size = intArgument(value);
  if (size >= 0 || Number.isNaN(size)) return Math.min(size, RECEIVE_MAX);
  raise(VALUE_ERROR, `negative buffersize in ${caller}`);
  return Number.NaN;
}

// ---- calls that may wait: each is also its own continuation after a signal, with the time that is left -------------------

const S_ACCEPT = staticStr("_accept");
const S_CONNECT = staticStr("_connect");
const S_RECEIVE = staticStr("_receive");
const S_SEND = staticStr("_send");

function accept(fd: number, end_ns: number): number {
  const peer = noAddress();
  return waitFor(
    (ns) => environment.devices.accept(fd, peer, ns),
    end_ns,
    (result) => {
      if (result === INTERRUPTED) return afterSignals(S_ACCEPT, [fd << 1, newFloat(end_ns)]);
      return result < 0 ? raiseFailure(result, end_ns) : tupleOf(newInt(result), addressValue(peer));
    }
  );
}

/** `answers` 1: the error number is the value (connect_ex). */
function connect(fd: number, family: number, address: number, end_ns: number, answers: number): number {
  const to = addressArgument(address, family, "connect");
  if (to === null) return NULL;
  return blockOn(
    () => environment.devices.connect(fd, to, left(end_ns)),
    (result) => {
      if (result === INTERRUPTED) {
        return afterSignals(S_CONNECT, [
          fd << 1,
          family << 1,
          shared(address),
          newFloat(end_ns),
          answers << 1
        ]);
      }
      if (answers === 1) return newInt(Math.max(0, -result));
      return result < 0 ? raiseFailure(result, end_ns) : shared(NONE);
    }
  );
}

/** Where receives put their bytes first, unless they ask for more: a buffer for each costs more than the receive. */
const scratch = new Uint8Array(1 << 16);

/** `paired` 1: the value is (data, address). */
function receive(fd: number, size: number, flags: number, end_ns: number, paired: number): number {
  const from = paired === 1 ? noAddress() : null;
  let received = scratch;
  return waitFor(
    (ns) => {
      const buffer = size > scratch.length ? new Uint8Array(size) : scratch.subarray(0, size);
      const result = environment.devices.receive(fd, buffer, flags, from, ns);
      // Other threads receive into the same memory before this one has the GIL again.
      if (result > 0) received = size > scratch.length ? buffer : buffer.slice(0, result);
      return result;
    },
    end_ns,
    (result) => {
      if (result === INTERRUPTED) {
        return afterSignals(S_RECEIVE, [fd << 1, newInt(size), newInt(flags), newFloat(end_ns), paired << 1]);
      }
      if (result < 0) return raiseFailure(result, end_ns);
      const data = newBytes(received.subarray(0, result));
      return from === null ? data : tupleOf(data, addressValue(from));
    }
  );
}

/** `data` from `offset` on; `all` 1: until all is sent, and the value is None. `address` None: to the peer. */
function send(
  fd: number,
  data: number,
  offset: number,
  flags: number,
  address: number,
  end_ns: number,
  all: number
): number {
  const {devices} = environment;
  const to = address === NONE ? null : addressArgument(address, devices.constants.AF_INET, "sendto");
  if (address !== NONE && to === null) return NULL;
  const view = bytesView(data).subarray(offset);
  const again = (from: number) => [
    fd << 1,
    shared(data),
    newInt(from),
    newInt(flags),
    shared(address),
    newFloat(end_ns),
    all << 1
  ];
  return waitFor(
    (ns) => devices.send(fd, view, flags, to, ns),
    end_ns,
    (result) => {
      if (result === INTERRUPTED) return afterSignals(S_SEND, again(offset));
      if (result < 0) return raiseFailure(result, end_ns);
      if (all === 0) return newInt(result);
      if (offset + result >= bytesLength(data)) return shared(NONE);
      return send(fd, data, offset + result, flags, address, end_ns, all);
    }
  );
}

const small = (a: number, i: number) => intAsNumber(H[a + i]);
moduleFunctions("_prelude", {
  "_accept(fd, end_ns)": (a) => accept(small(a, 0), floatValue(H[a + 1])),
  "_connect(fd, family, address, end_ns, answers)": (a) =>
    connect(small(a, 0), small(a, 1), H[a + 2], floatValue(H[a + 3]), small(a, 4)),
  "_receive(fd, size, flags, end_ns, paired)": (a) =>
    receive(small(a, 0), small(a, 1), small(a, 2), floatValue(H[a + 3]), small(a, 4)),
  "_send(fd, data, offset, flags, address, end_ns, all)": (a) =>
    send(small(a, 0), H[a + 1], small(a, 2), small(a, 3), H[a + 4], floatValue(H[a + 5]), small(a, 6))
});

function startReceive(a: number, caller: string, paired: number): number {
  const size = sizeArgument(H[a + 1], caller);
  const flags = intArgument(H[a + 2]);
  if (Number.isNaN(size + flags)) return NULL;
  return receive(small(a, 0), size, flags, deadline(H[a + 3]), paired);
}

function startSend(a: number, all: number, address: number): number {
  const flags = intArgument(H[a + 2]);
  if (Number.isNaN(flags) || !requireBytes(H[a + 1])) return NULL;
  return send(small(a, 0), H[a + 1], 0, flags, address, deadline(H[a + 3]), all);
}

moduleFunctions("_socket", {
  "accept(fd, timeout, /)": (a) => accept(small(a, 0), deadline(H[a + 1])),
  "connect(fd, family, address, timeout, answers, /)": (a) =>
    connect(small(a, 0), small(a, 1), H[a + 2], deadline(H[a + 3]), small(a, 4)),
  "recv(fd, size, flags, timeout, /)": (a) => startReceive(a, "recv", 0),
  "recvfrom(fd, size, flags, timeout, /)": (a) => startReceive(a, "recvfrom", 1),
  "send(fd, data, flags, timeout, /)": (a) => startSend(a, 0, NONE),
  "sendall(fd, data, flags, timeout, /)": (a) => startSend(a, 1, NONE),
  "sendto(fd, data, flags, timeout, address, /)": (a) => startSend(a, 0, H[a + 4])
});

// ---- calls that do not wait ------------------------------------------------------------------------------------------

function socketPair(family: number, type: number, protocol: number): number {
  const fds = new Int32Array(2);
  const answer = environment.devices.socketPair(family, type, protocol, fds);
  return answer < 0 ? raiseSystemError(-answer) : tupleOf(newInt(fds[0]), newInt(fds[1]));
}

function nameOf(fd: number, call: (fd: number, address: Address) => number): number {
  const address = noAddress();
  const answer = call(fd, address);
  return answer < 0 ? raiseSystemError(-answer) : addressValue(address);
}

/** The numeric address of a host's name as a str, or None when there is no such host. */
function resolve(name: string): number {
  const address = noAddress();
  return blockOn(
    () => environment.devices.resolve(name, address),
    (result) => (result < 0 ? shared(NONE) : newStr(address.host))
  );
}

moduleFunctions("_socket", {
  "socket(family, type, protocol, /)": (a) =>
    intResult(environment.devices.socket(small(a, 0), small(a, 1), small(a, 2))),
  "socketpair(family, type, protocol, /)": (a) => socketPair(small(a, 0), small(a, 1), small(a, 2)),
  "bind(fd, family, address, /)": (a) => {
    const address = addressArgument(H[a + 2], small(a, 1), "bind");
    return address === null ? NULL : noneResult(environment.devices.bind(small(a, 0), address));
  },
  "listen(fd, backlog, /)": (a) => {
    const backlog = intArgument(H[a + 1]);
    return Number.isNaN(backlog)
      ? NULL
      : noneResult(environment.devices.listen(small(a, 0), Math.max(0, backlog)));
  },
  "shutdown(fd, how, /)": (a) => noneResult(environment.devices.shutdown(small(a, 0), small(a, 1))),
  "getsockname(fd, /)": (a) => nameOf(small(a, 0), environment.devices.socketName),
  "getpeername(fd, /)": (a) => nameOf(small(a, 0), environment.devices.peerName),
  "setsockopt(fd, level, option, value, /)": (a) => {
    const [level, option, value] = [1, 2, 3].map((i) => intArgument(H[a + i]));
    if (Number.isNaN(level + option + value)) return NULL;
    return noneResult(environment.devices.setOption(small(a, 0), level, option, value));
  },
  "getsockopt(fd, level, option, /)": (a) => {
    const value = new Int32Array(1);
    const answer = environment.devices.getOption(small(a, 0), small(a, 1), small(a, 2), value);
    return answer < 0 ? raiseSystemError(-answer) : newInt(value[0]);
  },
  "resolve(name, /)": (a) => resolve(text(H[a])),
  /** Whether an address names its host by a name that has to be looked up. */
  "needs_resolving(address, /)": (a) => {
    const o = H[a] >> 2;
    if ((H[a] & 1) === 0 || kindOf(H[a]) !== K_TUPLE || H[o + TUPLE_LENGTH] !== 2) return truth(false);
    const host = H[o + TUPLE_ITEMS];
    return truth(isStr(host) && !isNumeric(text(host)) && special[text(host)] === undefined);
  },
  "timeout_argument(seconds, /)": (a) => {
    if (H[a] === NONE) return shared(NONE);
    const ns = secondsArgument(H[a]);
    if (Number.isNaN(ns)) return NULL;
    return ns < 0 ? raise(VALUE_ERROR, "Timeout value out of range") : newFloat(asNumber(H[a]));
  },
  "gethostname()": () => newStr(environment.devices.hostName()),
  "_constants()": () => dictOfInts(environment.devices.constants)
});

// ---- select ------------------------------------------------------------------------------------------------------------

const S_SELECT = staticStr("_select");

/** Waits until one of the descriptors in three lists is ready; answers which, as three lists of positions. */
function select(lists: number, end_ns: number): number {
  const {devices} = environment;
  const events = [POLL_IN, POLL_OUT, 0];
  const fds: number[] = [];
  const wanted: number[] = [];
  const origin: number[] = [];
  for (let k = 0; k < 3; k++) {
    const list = H[(lists >> 2) + TUPLE_ITEMS + k] >> 2;
    for (let i = 0; i < H[list + LIST_LENGTH]; i++) {
      fds.push(intAsNumber(H[H[list + LIST_BLOCK] + i]));
      wanted.push(events[k]);
      origin.push(k, i);
    }
  }
  const revents = new Int32Array(fds.length);
  const poll = (ns: number) => devices.poll(Int32Array.from(fds), Int32Array.from(wanted), revents, ns);
  return blockOn(
    () => poll(left(end_ns)),
    (result) => {
      if (result === INTERRUPTED) return afterSignals(S_SELECT, [shared(lists), newFloat(end_ns)]);
      if (result < 0) return raiseSystemError(-result);
      const found = [makeList(T_LIST), makeList(T_LIST), makeList(T_LIST)];
      for (let i = 0; i < fds.length; i++) {
        if (revents[i] !== 0) listPush(found[origin[i * 2]], origin[i * 2 + 1] << 1);
      }
      return tupleOf(...found.map((list) => (list << 2) | 1));
    },
    () => poll(0) || (end_ns === 0 ? 0 : NOT_READY)
  );
}
moduleFunctions("_prelude", {"_select(lists, end_ns)": (a) => select(H[a], floatValue(H[a + 1]))});
moduleFunctions("_socket", {
  /** `lists`: a tuple of three lists of descriptors. */
  "select(lists, timeout, /)": (a) => select(H[a], deadline(H[a + 1]))
});
