/// The picture for a page without a script, and before one has run.

import {WIDTHS} from "../report/theme.js";
import {drawTimeline, plotOf} from "./draw.js";
import type {Source} from "./source.js";
import type {View} from "./view.js";

/// The picture for a column and for a phone; the style sheet shows one. What the sources do not know yet is left out.
export const drawBoth = (sources: readonly Source[], view: View): string =>
  (["wide", "narrow"] as const)
    .map((size) => {
      const {columns} = plotOf(WIDTHS[size]);
      const groups = sources.map((source) => ({scene: source.scene, strips: source.strips(view, columns)}));
      return `<div class="${size}">${drawTimeline(groups, view, WIDTHS[size])}</div>`;
    })
    .join("");
