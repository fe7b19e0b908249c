/** The simulated system as the runtime sees it. */
import {lockCounts} from "../../../trace/statistics.ts";
import type {Devices} from "../../devices.ts";
import type {System} from "../system.ts";
import type {Task} from "../task.ts";
import {Descriptors} from "./descriptors.ts";
import {files} from "./files.ts";
import {constants, errors, errorText, signals} from "./linux.ts";
import {Locks} from "./locks.ts";
import {processCalls, type Zlib} from "./process.ts";
import type {Signals} from "./signals.ts";
import {Network, sockets} from "./sockets.ts";
import {pipes, type Stream, standardStreams} from "./streams.ts";

export interface Surroundings {
  signals: Signals;
  interruptibleLocks: boolean;
  startThread(t: number): Task;
  write(fd: number, bytes: Uint8Array): void;
  /** System calls at locks, so far. */
  lockCalls(): number;
  zlib: Zlib | null;
}

export interface SimulatedDevices {
  devices: Devices;
  network: Network;
  /** What the program reads as its standard input. */
  input: Stream;
  locks: Locks;
}

export function simulatedDevices(system: System, around: Surroundings): SimulatedDevices {
  const descriptors = new Descriptors(system);
  const input = standardStreams(system, descriptors, around.write);
  const network = new Network();
  const locks = new Locks(system, around.interruptibleLocks);
  const {poll, read, write, close, isTerminal} = descriptors;
  const {tryLock, lock, unlock} = locks;
  const {disposeSignal, kill, alarm} = around.signals;
  const devices: Devices = {
    system: "linux",
    errors,
    signals,
    constants,
    errorText,
    lockCounts: () => [...lockCounts(system.memory), around.lockCalls()],
    ...processCalls(system, around.startThread, around.zlib),
    ...{tryLock, lock, unlock},
    ...{disposeSignal, kill, alarm},
    ...{poll, read, write, close, isTerminal},
    ...pipes(system, descriptors),
    ...files(system, descriptors),
    ...sockets(system, descriptors, network)
  };
  return {devices, network, input, locks};
}
