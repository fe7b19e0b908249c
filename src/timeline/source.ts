/// Where a timeline has its scenes from.

import {type Strip, type Sum, stripOf, sumOf} from "./strip.js";
import type {Lane, Life} from "./trace.js";
import type {View} from "./view.js";

/// What times of a scene are: of a computer, of a simulated one, or numbers of steps, of which one counts as 1,000 ns.
export type Clock = "real" | "virtual" | "steps";

/// What is known of a scene without its rows.
export interface Scene {
  name: string;
  design: string;
  /// What stands over its rows.
  heading: string;
  clock: Clock;
  end_ns: number;
  lives: Life[];
}

export interface Source {
  readonly scene: Scene;
  /// What to draw of a view, as well as it is known now.
  strips(view: View, columns: number): Strip[];
  /// What happened in a view, thread by thread.
  sums(view: View): Promise<Sum[]>;
  /// Is called when `strips` would answer better than before.
  onBetter: () => void;
  /// Why it cannot answer any more, or null.
  failure: Error | null;
}

/// A scene whose rows are all in memory.
export class MemorySource implements Source {
  readonly scene: Scene;
  private readonly lanes: readonly Lane[];
  onBetter = () => {};
  readonly failure = null;

  constructor(scene: Omit<Scene, "lives">, lanes: readonly Lane[]) {
    this.lanes = lanes;
    const lives = lanes.map(({thread, from_ns, end_ns}) => ({
      thread,
      started_ns: from_ns[0],
      ended_ns: end_ns
    }));
    this.scene = {...scene, lives};
  }

  strips(view: View, columns: number): Strip[] {
    return this.lanes.map((lane) => stripOf(lane, view, columns));
  }

  sumsNow(view: View): Sum[] {
    return this.lanes.map((lane) => sumOf(lane, view));
  }

  async sums(view: View): Promise<Sum[]> {
    return this.sumsNow(view);
  }
}
