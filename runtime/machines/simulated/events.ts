/**
 * What will happen when: for each of a number of slots, at most one moment. Moments are whole nanoseconds; of two that are
 * equal the one that was set first comes first. A binary heap that knows where each slot is, so that a moment can be
 * moved or taken back: every operation costs the logarithm of the slots in use, and nothing stale stays behind.
 */
export class Events {
  /** Slots in use. */
  size = 0;
  private times = new Float64Array(64);
  private orders = new Float64Array(64);
  private heap = new Int32Array(64);
  /** Where in the heap a slot is, plus 1; 0: it is not. */
  private places = new Int32Array(64);
  private slots = 0;
  private order = 0;

  /** A new slot: 0, 1, 2, ... */
  slot(): number {
    if (this.slots === this.times.length) this.grow();
    return this.slots++;
  }

  private grow(): void {
    const copy = <T extends Float64Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    const size = this.slots * 2;
    this.times = copy(this.times, new Float64Array(size));
    this.orders = copy(this.orders, new Float64Array(size));
    this.heap = copy(this.heap, new Int32Array(size));
    this.places = copy(this.places, new Int32Array(size));
  }

  /** The next slot, or -1. */
  first(): number {
    return this.size === 0 ? -1 : this.heap[0];
  }

  /** When the next slot is due, or Infinity. */
  firstTime(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.times[this.heap[0]];
  }

  isSet(slot: number): boolean {
    return this.places[slot] !== 0;
  }

  /** When a slot that is set is due. */
  time(slot: number): number {
    return this.times[slot];
  }

  /** Sets or moves a slot's moment. */
  set(slot: number, time: number): void {
    const {times, orders, places} = this;
    orders[slot] = this.order++;
    const place = places[slot] - 1;
    if (place < 0) {
      times[slot] = time;
      this.rise(this.size++, slot);
    } else if (time < times[slot]) {
      times[slot] = time;
      this.rise(place, slot);
    } else {
      times[slot] = time;
      this.sink(place, slot);
    }
  }

  /** Takes a slot's moment back, if it has one. */
  clear(slot: number): void {
    const place = this.places[slot] - 1;
    if (place < 0) return;
    this.places[slot] = 0;
    const last = this.heap[--this.size];
    if (last === slot) return;
    if (place > 0 && this.before(last, this.heap[(place - 1) >> 1])) this.rise(place, last);
    else this.sink(place, last);
  }

  private before(a: number, b: number): boolean {
    const {times, orders} = this;
    return times[a] < times[b] || (times[a] === times[b] && orders[a] < orders[b]);
  }

  private rise(place: number, slot: number): void {
    const {heap, places} = this;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (!this.before(slot, above)) break;
      heap[place] = above;
      places[above] = place + 1;
      place = parent;
    }
    heap[place] = slot;
    places[slot] = place + 1;
  }

  private sink(place: number, slot: number): void {
    const {heap, places, size} = this;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(heap[child + 1], heap[child])) child++;
      const below = heap[child];
      if (!this.before(below, slot)) break;
      heap[place] = below;
      places[below] = place + 1;
      place = child;
    }
    heap[place] = slot;
    places[slot] = place + 1;
  }
}
