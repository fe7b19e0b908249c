import {eventNames} from "../../trace/events.ts";
import type {Trace, TraceRow} from "../../trace/ring.ts";

/** A trace in memory, as long as the run. */
export class Recorder {
  private times = new Float64Array(1024);
  private threads = new Int32Array(1024);
  private events = new Uint8Array(1024);
  private length = 0;

  record(time_ns: number, thread: number, event: number): void {
    if (this.length === this.times.length) this.grow();
    const at = this.length++;
    this.times[at] = time_ns;
    this.threads[at] = thread;
    this.events[at] = event;
  }

  private grow(): void {
    const size = this.length * 2;
    const times = new Float64Array(size);
    const threads = new Int32Array(size);
    const events = new Uint8Array(size);
    times.set(this.times);
    threads.set(this.threads);
    events.set(this.events);
    Object.assign(this, {times, threads, events});
  }

  /** By time; what happened at the same moment as it was recorded. */
  trace(): Trace {
    const rows: TraceRow[] = [];
    for (let i = 0; i < this.length; i++)
      rows.push({time_ns: this.times[i], thread: this.threads[i], event: eventNames[this.events[i]]});
    rows.sort((a, b) => a.time_ns - b.time_ns);
    return {rows, overwritten: 0};
  }
}
