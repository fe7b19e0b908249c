/**
 * What the surroundings give to one instance of the runtime. The build wraps the whole bundle in
 * `instantiate(memory, environment)`, so that the views below are constants of one closure and each instance
 * has a heap of its own.
 */
import type {Code} from "./language/code.ts";
import type {Devices} from "./machines/devices.ts";

export interface Environment {
  /** True in the one instance that lays out the static objects; others only compute their addresses. */
  boot: boolean;
  /** When booting: compile Python's library too, so that importing a module of it only runs its body. */
  compileLibrary?: boolean;
  /** Pages of the object heap at most (16 KiB each). */
  pages: number;
  /** The operating system, or a model of it, as library modules see it. */
  devices: Devices;
  /** What `sys.argv` holds. */
  argv: string[];
  /** Ticks of each instruction of a code object under a tick design; null: each bytecode costs one. */
  weights: ((code: Code) => Uint8Array) | null;
  /** Each write to a file gives the lock up, as in Python 2, and not only one that empties the buffer. Default: false. */
  everyWriteReleases?: boolean;
  /**
   * Where bytecodes are charged: picoseconds of each executed instruction by number, and from 256 on what of it is not its
   * first part's. Only the bundle that is built for charging looks at it.
   */
  charges?: Int32Array;
  /** Words of the stack of every thread but the main one. Default: 4 MiB. */
  stackWords?: number;
  /** The text of a Python file that a program imports; null: there is none. */
  readSource(path: string): string | null;
  /** Check the whole heap when the main thread ends, and give what is wrong with it to `reportHeap`. */
  checkHeap: boolean;
  reportHeap(problems: string[]): void;
}

declare const CONVOY_MEMORY: WebAssembly.Memory;
declare const CONVOY_ENVIRONMENT: Environment;

export const memory = CONVOY_MEMORY;
export const environment = CONVOY_ENVIRONMENT;
