/**
 * What will happen when: for each of a number of slots, at most one moment. Moments are whole nanoseconds; of two that are
 * equal the one that was set first comes first. A binary heap that knows where each slot is, so that a moment can be
 * moved or taken back: every operation costs the logarithm of the slots in use, and nothing stale stays behind.
 *
 * Moments lie in the order of the heap, so that those which are compared lie together. The place of a slot that has been
 * taken stays open at the top: mostly another moment is set next, which then goes down once, where filling the place and
 * adding the moment at the bottom would be two ways.
 */
export class Events {
  /** Places in use, an open one at the top included. */
  private used = 0;
  /** Whether the top is open. */
  private open = false;
  /** By place in the heap: the slot, its moment, and how many were set before. */
  private heap = new Int32Array(64);
  private times = new Float64Array(64);
  private orders = new Float64Array(64);
  /** Where in the heap a slot is, plus 1; 0: it is not. */
  private places = new Int32Array(64);
  private slots = 0;
  private order = 0;

  /** Slots in use. */
  get size(): number {
    return this.open ? this.used - 1 : this.used;
  }

  /** A new slot: 0, 1, 2, ... */
  slot(): number {
    if (this.slots === this.heap.length) this.grow();
    return this.slots++;
  }

  private grow(): void {
    const copy = <T extends Float64Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    // The open place was that of a slot which has none now, so there are never more places than slots.
    const size = this.slots * 2;
    this.heap = copy(this.heap, new Int32Array(size));
    this.times = copy(this.times, new Float64Array(size));
    this.orders = copy(this.orders, new Float64Array(size));
    this.places = copy(this.places, new Int32Array(size));
  }

  /** When the next slot is due, or Infinity. */
  firstTime(): number {
    const {times, used} = this;
    if (!this.open) return used === 0 ? Number.POSITIVE_INFINITY : times[0];
    if (used < 2) return Number.POSITIVE_INFINITY;
    return used > 2 && times[2] < times[1] ? times[2] : times[1];
  }

  /** Takes the next slot, whose moment is over; -1: there is none. */
  take(): number {
    if (this.open) this.fill();
    if (this.used === 0) return -1;
    const slot = this.heap[0];
    this.places[slot] = 0;
    this.open = true;
    return slot;
  }

  isSet(slot: number): boolean {
    return this.places[slot] !== 0;
  }

  /** When a slot that is set is due. */
  time(slot: number): number {
    return this.times[this.places[slot] - 1];
  }

  /** Sets or moves a slot's moment. */
  set(slot: number, time: number): void {
    const place = this.places[slot] - 1;
    const order = this.order++;
    if (place < 0 && this.open) {
      this.open = false;
      this.sink(0, slot, time, order);
    } else if (place < 0) this.rise(this.used++, slot, time, order);
    else if (time < this.times[place]) this.rise(place, slot, time, order);
    else this.sink(place, slot, time, order);
  }

  /** Takes a slot's moment back, if it has one. */
  clear(slot: number): void {
    if (this.places[slot] === 0) return;
    if (this.open) this.fill();
    const place = this.places[slot] - 1;
    this.places[slot] = 0;
    this.remove(place);
  }

  /** Closes the open place. */
  private fill(): void {
    this.open = false;
    this.remove(0);
  }

  /** Puts the last slot in the place of one that is gone. */
  private remove(place: number): void {
    const {heap, times, orders} = this;
    const end = --this.used;
    if (place === end) return;
    const time = times[end];
    const order = orders[end];
    const parent = (place - 1) >> 1;
    if (place > 0 && (time < times[parent] || (time === times[parent] && order < orders[parent])))
      this.rise(place, heap[end], time, order);
    else this.sink(place, heap[end], time, order);
  }

  /** Puts a slot at a place or above it. Nothing rises past an open place: what is above is not later than what was taken. */
  private rise(place: number, slot: number, time: number, order: number): void {
    const {heap, times, orders, places} = this;
    const top = this.open ? 2 : 0;
    let at = place;
    while (at > top) {
      const parent = (at - 1) >> 1;
      const above = times[parent];
      if (above < time || (above === time && orders[parent] < order)) break;
      heap[at] = heap[parent];
      times[at] = above;
      orders[at] = orders[parent];
      places[heap[at]] = at + 1;
      at = parent;
    }
    heap[at] = slot;
    times[at] = time;
    orders[at] = order;
    places[slot] = at + 1;
  }

  /** Puts a slot at a place or below it. */
  private sink(place: number, slot: number, time: number, order: number): void {
    const {heap, times, orders, places, used} = this;
    let at = place;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= used) break;
      let below = times[child];
      const other = child + 1;
      if (
        other < used &&
        (times[other] < below || (times[other] === below && orders[other] < orders[child]))
      ) {
        child = other;
        below = times[child];
      }
      if (time < below || (time === below && order < orders[child])) break;
      heap[at] = heap[child];
      times[at] = below;
      orders[at] = orders[child];
      places[heap[at]] = at + 1;
      at = child;
    }
    heap[at] = slot;
    times[at] = time;
    orders[at] = order;
    places[slot] = at + 1;
  }
}
