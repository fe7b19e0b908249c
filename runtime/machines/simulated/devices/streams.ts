/** Pipes, standard input and output, and the byte streams under connections. */
import {type Devices, POLL_ERROR, POLL_HANGUP, POLL_IN, POLL_OUT} from "../../devices.ts";
import type {System} from "../system.ts";
import {WaitQueue} from "../wait-queue.ts";
import type {Descriptors, File} from "./descriptors.ts";
import {errors} from "./linux.ts";

/** Bytes that a pipe or a direction of a connection holds at most: pipe(7). */
const CAPACITY = 65536;

/** Bytes on their way from a writer to a reader. */
export class Stream {
  readonly readers = new WaitQueue();
  readonly writers = new WaitQueue();
  private readonly system: System;
  private readonly ring = new Uint8Array(CAPACITY);
  private start = 0;
  length = 0;
  /** Whether the writing, or the reading, end is closed. */
  ended = false;
  abandoned = false;

  constructor(system: System) {
    this.system = system;
  }

  get room(): number {
    return CAPACITY - this.length;
  }

  /** `peek`: leaves the bytes in the stream. */
  read(bytes: Uint8Array, peek = false): number {
    const count = Math.min(bytes.length, this.length);
    if (count === 0) return this.ended || bytes.length === 0 ? 0 : -errors.EAGAIN;
    for (let i = 0; i < count; i++) bytes[i] = this.ring[(this.start + i) % CAPACITY];
    if (peek) return count;
    this.start = (this.start + count) % CAPACITY;
    this.length -= count;
    this.system.wakeAll(this.writers);
    return count;
  }

  /** Writes what there is room for. */
  write(bytes: Uint8Array): number {
    if (this.abandoned) return -errors.EPIPE;
    const count = Math.min(bytes.length, this.room);
    if (count === 0) return bytes.length === 0 ? 0 : -errors.EAGAIN;
    const end = this.start + this.length;
    for (let i = 0; i < count; i++) this.ring[(end + i) % CAPACITY] = bytes[i];
    this.length += count;
    this.system.wakeAll(this.readers);
    return count;
  }

  end(): void {
    this.ended = true;
    this.system.wakeAll(this.readers);
  }

  abandon(): void {
    this.abandoned = true;
    this.system.wakeAll(this.writers);
  }
}

class ReadEnd implements File {
  readonly readers: WaitQueue;
  readonly writers = new WaitQueue();
  private readonly stream: Stream;

  constructor(stream: Stream) {
    this.stream = stream;
    this.readers = stream.readers;
  }
  ready(): number {
    const {length, ended} = this.stream;
    return (length > 0 ? POLL_IN : 0) | (ended ? POLL_HANGUP : 0);
  }
  read(bytes: Uint8Array): number {
    return this.stream.read(bytes);
  }
  write(): number {
    return -errors.EBADF;
  }
  close(): void {
    this.stream.abandon();
  }
}

class WriteEnd implements File {
  readonly readers = new WaitQueue();
  readonly writers: WaitQueue;
  private readonly stream: Stream;

  constructor(stream: Stream) {
    this.stream = stream;
    this.writers = stream.writers;
  }
  ready(): number {
    return this.stream.abandoned ? POLL_ERROR : this.stream.room > 0 ? POLL_OUT : 0;
  }
  read(): number {
    return -errors.EBADF;
  }
  write(bytes: Uint8Array): number {
    return this.stream.write(bytes);
  }
  close(): void {
    this.stream.end();
  }
}

export function pipes(system: System, descriptors: Descriptors): Pick<Devices, "pipe"> {
  return {
    pipe(fds) {
      system.charge(system.costs.system_call_ns);
      const stream = new Stream(system);
      fds[0] = descriptors.add(new ReadEnd(stream));
      fds[1] = descriptors.add(new WriteEnd(stream));
      return 0;
    }
  };
}

/** Standard output or error: what is written goes out of the simulation at once. */
export class Output implements File {
  readonly readers = new WaitQueue();
  readonly writers = new WaitQueue();
  private readonly out: (bytes: Uint8Array) => void;

  constructor(out: (bytes: Uint8Array) => void) {
    this.out = out;
  }
  ready(): number {
    return POLL_OUT;
  }
  read(): number {
    return -errors.EBADF;
  }
  write(bytes: Uint8Array): number {
    this.out(bytes.slice());
    return bytes.length;
  }
  close(): void {}
}

/** Opens descriptors 0, 1 and 2. Answers the stream that standard input reads. */
export function standardStreams(
  system: System,
  descriptors: Descriptors,
  write: (fd: number, bytes: Uint8Array) => void
): Stream {
  const input = new Stream(system);
  descriptors.add(new ReadEnd(input));
  descriptors.add(new Output((bytes) => write(1, bytes)));
  descriptors.add(new Output((bytes) => write(2, bytes)));
  return input;
}
