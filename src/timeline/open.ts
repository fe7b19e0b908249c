/// The place where a reader opens any scene, or a trace file: it shows them in the figure after it.

import {timelineOf} from "./element.js";
import type {Written} from "./figure.js";
import {readTraceFile} from "./file.js";
import {MemorySource} from "./source.js";

/// A file larger than this would keep the page from answering.
const FILE_MOST = 256 * 2 ** 20;

function bringToLife(box: HTMLElement): void {
  const find = <E extends HTMLElement>(selector: string) => box.querySelector<E>(selector)!;
  const timeline = timelineOf(after(box));
  const scenes: Written[] = JSON.parse(find('script[type="application/json"]').textContent!);
  const [first, second] = box.querySelectorAll("select");
  const file = find<HTMLInputElement>("input[type=file]");
  const error = find(".error");

  async function trying(open: () => Promise<void>): Promise<void> {
    error.hidden = true;
    try {
      await open();
    } catch (reason) {
      timeline.say("");
      error.textContent = (reason as Error).message;
      error.hidden = false;
    }
  }

  function openScenes(): Promise<void> {
    const names = [first.value, second.value].filter((name) => name !== "");
    const chosen = names.map((name) => scenes.find(({scene}) => scene.name === name)!);
    timeline.entitle(chosen.map(({scene}) => scene.heading).join(", and "));
    return timeline.open(chosen);
  }

  async function openFile(given: File): Promise<void> {
    if (given.size > FILE_MOST)
      throw new Error(
        `invalid trace: ${given.name} has ${given.size} bytes; this page reads up to ${FILE_MOST}`
      );
    const lanes = readTraceFile(given.name, await given.text());
    const end_ns = Math.max(1, ...lanes.map((lane) => lane.end_ns));
    const begin_ns = Math.min(...lanes.map(({from_ns}) => from_ns[0]));
    const scene = {name: given.name, design: "", heading: given.name, clock: "real" as const, end_ns};
    timeline.entitle(given.name);
    timeline.show([new MemorySource(scene, lanes)], {from_ns: begin_ns, to_ns: end_ns});
  }

  for (const select of [first, second]) {
    select.disabled = false;
    select.addEventListener("change", () => void trying(openScenes));
  }
  file.disabled = false;
  file.addEventListener("change", () => {
    const [given] = file.files ?? [];
    if (given !== undefined) void trying(() => openFile(given));
  });
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    const [given] = event.dataTransfer?.files ?? [];
    if (given !== undefined) void trying(() => openFile(given));
  });
  box.dataset.ready = "true";
}

/// The first timeline that follows.
function after(box: HTMLElement): HTMLElement {
  const figures = [...document.querySelectorAll<HTMLElement>("figure.timeline")];
  return figures.find((figure) => box.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING)!;
}

const box = document.querySelector<HTMLElement>(".scenes");
if (box !== null) bringToLife(box);
