/// What stands around every page.

import type {Dataset} from "../../loaders/schema.ts";
import {isolationScript} from "../../tools/isolation.ts";
import {day, escapeHtml} from "./words.ts";

const PAGES: [path: string, name: string][] = [
  ["/index", "Findings"],
  ["/contention", "Contention"],
  ["/io-priority", "I/O priority"],
  ["/signal-latency", "Signals"],
  ["/validity", "Validity"],
  ["/try-it", "Try it"],
  ["/data", "Data"],
  ["/method", "Method"]
];

export function pageHead(path: string): string {
  return [
    '<link rel="icon" href="data:,">',
    '<meta name="color-scheme" content="light dark">',
    '<script type="module" src="/components/figures.js"></script>',
    isolationScript(path)
  ].join("\n");
}

export function pageHeader(path: string): string {
  const links = PAGES.map(([page, name]) => {
    const current = page === path ? ' aria-current="page"' : "";
    return `<li><a href="${page === "/index" ? "/" : page}"${current}>${name}</a></li>`;
  });
  return [
    '<a class="skip" href="#observablehq-main">Skip to the text</a>',
    '<nav aria-label="Pages"><a class="home" href="/">Convoy</a>',
    `<ul>${links.join("")}</ul></nav>`
  ].join("\n");
}

/// The version of the laboratory, and the day of each run that the pages show.
export function pageFooter(version: string, datasets: readonly Dataset[]): string {
  const runs = datasets.map(({name, run, status}) => {
    return `${name} ${day(run.start)}${status === "stale" ? " (older than its code)" : ""}`;
  });
  const shown = runs.length === 0 ? "No run recorded yet." : `Runs: ${runs.join(", ")}.`;
  return escapeHtml(
    `Convoy ${version}. ${shown} Figures are of one machine; the method page says how they came about.`
  );
}
