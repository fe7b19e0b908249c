/// What stands around every page.

import type {Dataset} from "../../loaders/schema.ts";
import {isolationScript} from "../../tools/isolation.ts";
import {day, escapeHtml} from "./words.ts";

interface Section {
  name: string;
  /// The first one is where the section's name leads.
  pages: readonly (readonly [path: string, name: string])[];
}

/// Every page, in the order of reading.
export const SECTIONS: readonly Section[] = [
  {
    name: "The report",
    pages: [
      ["/index", "Findings"],
      ["/designs", "The designs"],
      ["/choosing", "Which to choose"],
      ["/starvation", "Who starves"],
      ["/timeline", "The timeline"]
    ]
  },
  {
    name: "The talks",
    pages: [
      ["/inside-the-gil", "2009: inside"],
      ["/reworking-the-gil", "2009: reworking"],
      ["/understanding-the-gil", "2010: understanding"]
    ]
  },
  {
    name: "The issues",
    pages: [
      ["/issue-7753", "7753: backport"],
      ["/issue-7946", "7946: the convoy"],
      ["/issue-8299", "8299: round robin"]
    ]
  },
  {
    name: "The experiments",
    pages: [
      ["/contention", "Contention"],
      ["/io-priority", "I/O priority"],
      ["/signal-latency", "Signals"]
    ]
  },
  {
    name: "The laboratory",
    pages: [
      ["/try-it", "Try it"],
      ["/data", "Data"],
      ["/validity", "Validity"],
      ["/method", "Method"]
    ]
  }
];

export function pageHead(path: string): string {
  return [
    '<link rel="icon" href="data:,">',
    '<meta name="color-scheme" content="light dark">',
    '<script type="module" src="/components/figures.js"></script>',
    '<script type="module" src="/timeline/element.js"></script>',
    isolationScript(path)
  ].join("\n");
}

const address = (page: string): string => (page === "/index" ? "/" : page);

/// The sections, and below them the pages of the section that the page is in.
export function pageHeader(path: string): string {
  const here = SECTIONS.find(({pages}) => pages.some(([page]) => page === path));
  const sections = SECTIONS.map((section) => {
    const current = section === here ? ' aria-current="true"' : "";
    return `<li><a href="${address(section.pages[0][0])}"${current}>${section.name}</a></li>`;
  });
  const pages = here?.pages.map(([page, name]) => {
    const current = page === path ? ' aria-current="page"' : "";
    return `<li><a href="${address(page)}"${current}>${name}</a></li>`;
  });
  return [
    '<a class="skip" href="#observablehq-main">Skip to the text</a>',
    '<nav aria-label="Pages"><a class="home" href="/">Convoy</a>',
    `<ul class="sections">${sections.join("")}</ul>`,
    pages === undefined ? "" : `<ul class="pages" aria-label="${here!.name}">${pages.join("")}</ul>`,
    "</nav>"
  ].join("\n");
}

/// Every page, section by section.
function allPages(): string {
  const sections = SECTIONS.map(({name, pages}) => {
    const links = pages.map(([page, title]) => `<li><a href="${address(page)}">${title}</a></li>`);
    return `<div><strong>${name}</strong><ul>${links.join("")}</ul></div>`;
  });
  return `<nav class="all-pages" aria-label="All pages">${sections.join("")}</nav>`;
}

/// The version of the laboratory, and the day of each run that the pages show.
export function pageFooter(version: string, datasets: readonly Dataset[]): string {
  const runs = datasets.map(({name, run, status}) => {
    return `${name} ${day(run.start)}${status === "stale" ? " (older than its code)" : ""}`;
  });
  const shown = runs.length === 0 ? "No run recorded yet." : `Runs: ${runs.join(", ")}.`;
  const said = `Convoy ${version}. ${shown} Figures are of one machine; the method page says how they came about.`;
  return `${allPages()}${escapeHtml(said)}`;
}
