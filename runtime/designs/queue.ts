import type {Region} from "../machines/region.ts";
import {Cell, ThreadCell} from "../machines/steps.ts";

/** Threads in order of arrival, linked through their blocks; guarded as a `Cell` is. 0 stands for no thread. */
export class Queue {
  private readonly head: Cell;
  private readonly next: ThreadCell;

  constructor(region: Region, name: string) {
    this.head = new Cell(region, name);
    this.next = new ThreadCell(region, `${name}, next`);
  }

  get first(): number {
    return this.head.value;
  }

  after(t: number): number {
    return this.next.of(t);
  }

  get length(): number {
    let length = 0;
    for (let t = this.first; t !== 0; t = this.after(t)) length++;
    return length;
  }

  append(t: number): void {
    let last = 0;
    for (let other = this.first; other !== 0; other = this.after(other)) last = other;
    this.link(last, t);
    this.next.set(t, 0);
  }

  prepend(t: number): void {
    this.next.set(t, this.first);
    this.head.value = t;
  }

  remove(t: number): void {
    let before = 0;
    for (let other = this.first; other !== t; other = this.after(other)) before = other;
    this.link(before, this.after(t));
    this.next.set(t, 0);
  }

  private link(before: number, t: number): void {
    if (before === 0) this.head.value = t;
    else this.next.set(before, t);
  }
}
