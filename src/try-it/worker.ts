/// The simulated machine in a worker of the page: bundled by itself, and loaded when a reader turns to the program.

import {compile, disassemble, formatSyntaxError, PythonSyntaxError} from "convoy:language";
import {checkProfile, defaultProfile, type Profile, simulate} from "convoy:simulated";
import type {Message, Request} from "./messages.js";
import {FILENAME, runDesign} from "./run.js";

const heaps = new Map<string, Promise<Uint8Array>>();
const say = (message: Message, transfer: Transferable[] = []) => postMessage(message, {transfer});

/// Each address is fetched once.
function heapAt(address: string): Promise<Uint8Array> {
  const known = heaps.get(address);
  if (known !== undefined) return known;
  const heap = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`missing heap: ${address} answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  heaps.set(address, heap);
  heap.catch(() => heaps.delete(address));
  return heap;
}

async function profileAt(address: string | null): Promise<Profile> {
  if (address === null) return defaultProfile;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`missing profile: ${address} answers ${response.status}`);
  return checkProfile(await response.json(), address);
}

/// Answers whether the program compiles.
function showBytecode(source: string): boolean {
  try {
    say({kind: "bytecode", text: disassemble(compile(source, FILENAME))});
    return true;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const {line, column, endColumn = null} = error;
    say({kind: "syntax", text: formatSyntaxError(error).trimEnd(), line, column, endColumn});
    return false;
  }
}

async function run({settings, heaps: addresses, profile: profileAddress}: Request): Promise<void> {
  if (!showBytecode(settings.source)) return;
  const profile = await profileAt(profileAddress);
  for (const design of settings.designs) {
    const heap = await heapAt(addresses[design]);
    say({kind: "begins", design});
    const output = new Output(design);
    const write = (fd: number, bytes: Uint8Array) => output.write(fd, bytes);
    const finished = runDesign(design, settings, {simulate, heap, profile, write});
    output.end();
    const {time_ns, thread, event} = finished.trace;
    say({kind: "finished", finished}, [time_ns.buffer, thread.buffer, event.buffer]);
  }
}

/// The first writes go out one by one; a program that writes on and on is heard in larger pieces.
const WRITES_ALONE = 100;
const PIECE = 4096;

class Output {
  private readonly design: string;
  private readonly decoders = [1, 2].map(() => new TextDecoder());
  private waiting = "";
  private writes = 0;

  constructor(design: string) {
    this.design = design;
  }

  write(fd: number, bytes: Uint8Array): void {
    // Decoders take no view of what may be shared or reused.
    this.waiting += this.decoders[fd - 1].decode(bytes.slice(), {stream: true});
    if (++this.writes <= WRITES_ALONE || this.waiting.length > PIECE) this.send();
  }

  end(): void {
    for (const decoder of this.decoders) this.waiting += decoder.decode();
    this.send();
  }

  private send(): void {
    if (this.waiting !== "") say({kind: "output", design: this.design, text: this.waiting});
    this.waiting = "";
  }
}

addEventListener("message", async ({data}: MessageEvent<Request>) => {
  try {
    await run(data);
  } catch (error) {
    say({kind: "failed", message: error instanceof Error ? error.message : String(error)});
  }
  say({kind: "done"});
});
