/// Brings the figures of a page to life: the drawn pictures become charts with tooltips, once they come into view.
/// Without this module the page stays as it was built.

import type {VisualizationSpec} from "vega-embed";

/// What the build wrote into each figure: rows once, and the drawing for each size.
interface Live {
  rows: object[];
  wide: VisualizationSpec;
  narrow: VisualizationSpec;
}

const SIZES = ["wide", "narrow"] as const;

const seen = new IntersectionObserver(
  (entries) => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      void enliven(target as HTMLElement);
    }
  },
  {rootMargin: "200px"}
);

for (const figure of document.querySelectorAll("figure.figure")) seen.observe(figure);

/// The built picture stays in place until the live chart is ready, and for good when it fails.
async function enliven(figure: HTMLElement): Promise<void> {
  const {default: embed} = await import("npm:vega-embed");
  const source = figure.querySelector('script[type="application/json"]')!;
  const live: Live = JSON.parse(source.textContent!);
  for (const size of SIZES) {
    const picture = figure.querySelector<HTMLElement>(`.${size}`)!;
    const chart = document.createElement("div");
    const specification = {...live[size], datasets: {rows: live.rows}} as VisualizationSpec;
    await embed(chart, specification, {renderer: "svg", actions: false, tooltip: {theme: "convoy"}});
    const drawn = chart.querySelector("svg")!;
    drawn.style.removeProperty("width");
    picture.replaceChildren(chart);
  }
  figure.dataset.live = "true";
}
