import {type Devices, POLL_HANGUP, POLL_IN, POLL_OUT} from "../../devices.ts";
import {PARKED, type System} from "../system.ts";
import type {WaitQueue} from "../wait-queue.ts";
import {errors} from "./linux.ts";

const FOREVER = Number.POSITIVE_INFINITY;
const READABLE = "descriptor # to be readable";
const WRITABLE = "descriptor # to be writable";

/** What a descriptor stands for. Answers are those of the system calls; -EAGAIN where the caller must wait. */
export interface File {
  /** POLL_* bits that are true now. */
  ready(): number;
  /** Woken when something may have become readable, or writable. */
  readonly readers: WaitQueue;
  readonly writers: WaitQueue;
  read(bytes: Uint8Array): number;
  write(bytes: Uint8Array): number;
  close(): void;
  isTerminal?: boolean;
}

/** The process's table of descriptors, and the calls that are the same for all of them. */
export class Descriptors implements Pick<Devices, "poll" | "read" | "write" | "close" | "isTerminal"> {
  private readonly system: System;
  private readonly files: (File | null)[] = [];

  constructor(system: System) {
    this.system = system;
  }

  /** Gives `file` the least free number. */
  add(file: File): number {
    let fd = this.files.indexOf(null);
    if (fd < 0) fd = this.files.length;
    this.files[fd] = file;
    return fd;
  }

  get(fd: number): File | null {
    return this.files[fd] ?? null;
  }

  /**
   * Performs a call that waits while `attempt` answers -EAGAIN, for at most `ns`: 0 does not wait.
   * @param events POLL_IN or POLL_OUT: for what it waits
   */
  patient(fd: number, file: File, events: number, ns: number, attempt: () => number): number {
    const {system} = this;
    const result = attempt();
    if (result !== -errors.EAGAIN || ns === 0) return result;
    if (system.expired) return -errors.ETIMEDOUT;
    const queue = events === POLL_IN ? file.readers : file.writers;
    system.task.subject = fd;
    return system.park([queue], system.time() + ns, events === POLL_IN ? READABLE : WRITABLE);
  }

  readonly read = (fd: number, bytes: Uint8Array): number => {
    const file = this.get(fd);
    this.system.charge(this.system.costs.pipe_ns);
    if (file === null) return -errors.EBADF;
    return this.patient(fd, file, POLL_IN, FOREVER, () => file.read(bytes));
  };

  /** Goes on where it was when the writer had to sleep. */
  readonly write = (fd: number, bytes: Uint8Array): number => {
    const {system} = this;
    const file = this.get(fd);
    system.charge(system.costs.pipe_ns);
    if (file === null) return -errors.EBADF;
    const {task} = system;
    let done = task.progress;
    while (done < bytes.length) {
      const count = file.write(bytes.subarray(done));
      if (count >= 0) done += count;
      else if (count !== -errors.EAGAIN) return this.written(count);
      else {
        task.progress = done;
        task.subject = fd;
        const answer = system.park([file.writers], FOREVER, WRITABLE);
        return answer === PARKED ? PARKED : this.written(done > 0 ? done : answer);
      }
    }
    return this.written(done);
  };

  private written(answer: number): number {
    this.system.task.progress = 0;
    return answer;
  }

  readonly close = (fd: number): number => {
    const file = this.get(fd);
    this.system.charge(this.system.costs.system_call_ns);
    if (file === null) return -errors.EBADF;
    this.files[fd] = null;
    file.close();
    return 0;
  };

  readonly isTerminal = (fd: number): boolean => this.get(fd)?.isTerminal === true;

  readonly poll = (fds: Int32Array, events: Int32Array, revents: Int32Array, ns: number): number => {
    const {system} = this;
    system.charge(system.costs.poll_ns);
    let count = 0;
    const queues: WaitQueue[] = [];
    for (let i = 0; i < fds.length; i++) {
      const file = this.get(fds[i]);
      if (file === null) return -errors.EBADF;
      revents[i] = file.ready() & (events[i] | POLL_HANGUP);
      if (revents[i] !== 0) count++;
      if ((events[i] & POLL_IN) !== 0) queues.push(file.readers);
      if ((events[i] & POLL_OUT) !== 0) queues.push(file.writers);
    }
    if (count > 0 || ns === 0 || system.expired) return count;
    return system.park(queues, system.time() + ns, "one of several descriptors");
  };
}
