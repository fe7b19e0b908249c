import {constants} from "node:os";
import koffi from "koffi";
import {type Address, type Devices, POLL_IN, POLL_OUT} from "../devices.ts";
import {SocketAddress} from "./address.ts";
import type {Ground} from "./devices.ts";
import {answer, type Libc} from "./platform.ts";
import {oneReady} from "./waiting.ts";

const F_SETFD = 2;
const F_SETFL = 4;
const FD_CLOEXEC = 1;
const {EAGAIN, EALREADY, EINPROGRESS, EINTR, EINVAL, EISCONN, ETIMEDOUT} = constants.errno;

export type Sockets = Pick<
  Devices,
  | "socket"
  | "socketPair"
  | "bind"
  | "listen"
  | "accept"
  | "connect"
  | "receive"
  | "send"
  | "shutdown"
  | "socketName"
  | "peerName"
  | "setOption"
  | "getOption"
  | "resolve"
>;

/** Sockets by system calls; those made here never block in the system. */
export function sockets({libc, platform, waiting, monotonic_ns}: Ground): Sockets {
  const ready = oneReady(waiting);
  const address = new SocketAddress(platform);
  const {O_NONBLOCK, SOL_SOCKET, SO_ERROR, MSG_NOSIGNAL} = platform.constants;

  function prepare(fd: number): number {
    if (fd < 0) return fd;
    libc.fcntl(fd, F_SETFD, FD_CLOEXEC);
    libc.fcntl(fd, F_SETFL, O_NONBLOCK);
    return fd;
  }

  /** Repeats `attempt` until it need not wait for `events` any more, for at most `ns`. */
  function patient(fd: number, events: number, ns: number, attempt: () => number): number {
    const end_ns = monotonic_ns() + ns;
    for (;;) {
      const result = answer(attempt());
      if (result === -EINTR) continue;
      if (result !== -EAGAIN || ns === 0) return result;
      const waited = ready(fd, events, Math.max(0, end_ns - monotonic_ns()));
      if (waited < 0) return waited;
      if (waited === 0) return -ETIMEDOUT;
    }
  }

  function option(fd: number, level: number, name: number): number {
    const value = new Int32Array(1);
    const result = answer(libc.getsockopt(fd, level, name, value, Uint32Array.of(4)));
    return result < 0 ? result : value[0];
  }

  function nameBy(
    call: (fd: number, bytes: Uint8Array, length: Uint32Array) => number,
    fd: number,
    name: Address
  ): number {
    address.clear();
    const result = answer(call(fd, address.bytes, address.length));
    if (result === 0) address.decode(name);
    return result;
  }

  return {
    socket: (family, type, protocol) => prepare(answer(libc.socket(family, type, protocol))),
    socketPair(family, type, protocol, fds) {
      const result = answer(libc.socketpair(family, type, protocol, fds));
      if (result === 0) for (const fd of fds) prepare(fd);
      return result;
    },
    bind: (fd, to) =>
      address.encode(to) ? answer(libc.bind(fd, address.bytes, address.length[0])) : -EINVAL,
    listen: (fd, backlog) => answer(libc.listen(fd, backlog)),
    accept(fd, from, ns) {
      const accepted = patient(fd, POLL_IN, ns, () => libc.accept(fd, address.clear().bytes, address.length));
      if (accepted >= 0) address.decode(from);
      return prepare(accepted);
    },
    connect(fd, to, ns) {
      if (!address.encode(to)) return -EINVAL;
      const result = answer(libc.connect(fd, address.bytes, address.length[0]));
      if (result === -EISCONN) return 0;
      if ((result !== -EINPROGRESS && result !== -EALREADY) || ns === 0) return result;
      const waited = ready(fd, POLL_OUT, ns);
      if (waited <= 0) return waited === 0 ? -ETIMEDOUT : waited;
      return 0 - option(fd, SOL_SOCKET, SO_ERROR);
    },
    receive(fd, bytes, flags, from, ns) {
      const count = patient(fd, POLL_IN, ns, () =>
        from
          ? libc.recvfrom(fd, bytes, bytes.length, flags, address.clear().bytes, address.length)
          : libc.recvfrom(fd, bytes, bytes.length, flags, null, null)
      );
      if (from && count >= 0) address.decode(from);
      return count;
    },
    send(fd, bytes, flags, to, ns) {
      if (to && !address.encode(to)) return -EINVAL;
      return patient(fd, POLL_OUT, ns, () =>
        libc.sendto(
          fd,
          bytes,
          bytes.length,
          flags | MSG_NOSIGNAL,
          to ? address.bytes : null,
          to ? address.length[0] : 0
        )
      );
    },
    shutdown: (fd, how) => answer(libc.shutdown(fd, how)),
    socketName: (fd, name) => nameBy(libc.getsockname, fd, name),
    peerName: (fd, name) => nameBy(libc.getpeername, fd, name),
    setOption: (fd, level, name, value) => answer(libc.setsockopt(fd, level, name, Int32Array.of(value), 4)),
    getOption(fd, level, name, value) {
      const result = option(fd, level, name);
      if (result >= 0) value[0] = result;
      return Math.min(result, 0);
    },
    resolve: (name, found) => resolveName(libc, name, found)
  };
}

const hostent = koffi.struct({
  name: "char *",
  aliases: "void *",
  family: "int",
  length: "int",
  addresses: "void *"
});

function resolveName(libc: Libc, name: string, found: Address): number {
  if (/^\d+(\.\d+){3}$/.test(name)) found.host = name;
  else if (name === "") found.host = "0.0.0.0";
  else {
    const entry = libc.gethostbyname(name);
    if (!entry) return -constants.errno.ENOENT;
    const {addresses} = koffi.decode(entry, hostent);
    const first = koffi.decode(addresses, "void *");
    found.host = Array.from(koffi.decode(first, koffi.array("uint8_t", 4))).join(".");
  }
  return 0;
}
