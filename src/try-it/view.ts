/// What a reader sees of a run: its output as it comes, then its end, timeline and tables.

import {Live} from "../timeline/live.js";
import type {Place} from "./editor.js";
import type {Message} from "./messages.js";
import {renderBytecode, renderEvents, renderOutput, renderRuns, sourcesOf} from "./results.js";
import {FILENAME, type Finished} from "./run.js";
import type {Settings} from "./settings.js";

/// More output than this is kept from the page, which would drown in it.
const OUTPUT_MOST = 200_000;

/// The part of the page with the results.
export class Results {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  part(name: "status" | "outputs" | "runs"): HTMLElement {
    return this.element.querySelector<HTMLElement>(`.${name}`)!;
  }

  say(text: string): void {
    this.part("status").textContent = text;
  }

  /// Takes away what was there.
  clear(text: string): void {
    this.say(text);
    for (const name of ["outputs", "runs"] as const) this.part(name).replaceChildren();
  }
}

/// Shows where in the program something is wrong; with a text where Python has said it.
export type Blame = (place: Place, text: string | null) => void;

/// One run, under each of its designs.
export class RunView {
  private readonly results: Results;
  private readonly settings: Settings;
  private readonly blame: Blame;
  private readonly runs: Finished[] = [];
  private readonly texts = new Map<string, string>();
  private bytecode = "";
  private trouble = "";

  constructor(results: Results, settings: Settings, blame: Blame) {
    this.results = results;
    this.settings = settings;
    this.blame = blame;
    results.clear("The simulated machine starts …");
  }

  take(message: Message): void {
    if (message.kind === "bytecode") this.bytecode = message.text;
    else if (message.kind === "begins") this.begin(message.design);
    else if (message.kind === "output") this.write(message.design, message.text);
    else if (message.kind === "finished") this.finish(message.finished);
    else if (message.kind === "failed") this.trouble = `The simulated machine failed: ${message.message}`;
    else if (message.kind === "syntax") {
      this.trouble = "It does not compile.";
      this.blame(message, message.text);
    }
  }

  private begin(design: string): void {
    this.results.say(`Running under ${design} …`);
    this.texts.set(design, "");
    this.results.part("outputs").insertAdjacentHTML("beforeend", renderOutput(design, ""));
  }

  private section(design: string): HTMLElement {
    return this.results.part("outputs").querySelector<HTMLElement>(`[data-design="${design}"]`)!;
  }

  private write(design: string, text: string): void {
    const before = this.texts.get(design)!;
    const room = OUTPUT_MOST - before.length;
    if (room <= 0) return;
    const more = text.length > room ? `${text.slice(0, room)}\n… and more, which is not shown.` : text;
    this.texts.set(design, before + more);
    this.section(design).querySelector("pre")!.append(more);
  }

  private finish(finished: Finished): void {
    const {design, status} = finished;
    const text = this.texts.get(design)!;
    this.section(design).outerHTML = renderOutput(design, text, finished);
    this.runs.push(finished);
    if (status !== 0) this.blameTraceback(text);
  }

  /// The last line of the program that a traceback names.
  private blameTraceback(text: string): void {
    const last = [...text.matchAll(new RegExp(`File "${FILENAME}", line (\\d+)`, "g"))].at(-1);
    if (last !== undefined) this.blame({line: Number(last[1])}, null);
  }

  end(took_ms: number): void {
    this.results.say(this.trouble || `Simulated in ${(took_ms / 1000).toFixed(1)} s of real time.`);
    this.draw();
  }

  /// What came to its end stays.
  interrupt(reason: string): void {
    this.results.say(reason);
    const open = this.results.part("outputs").querySelector(".output:last-child .ending");
    if (open !== null && this.texts.size > this.runs.length) open.textContent = "Stopped.";
    this.draw();
  }

  private draw(): void {
    const {runs, results} = this;
    const drawn = runs.length === 0 ? "" : renderRuns(runs, this.settings, true);
    results.part("runs").innerHTML = drawn + (this.bytecode && renderBytecode(this.bytecode));
    const figure = results.part("runs").querySelector<HTMLElement>("figure");
    if (figure !== null) enliven(figure, runs);
    results.element.dataset.fingerprints = runs.map((each) => each.fingerprint).join(" ");
  }
}

/// Brings the timeline in `figure` to life, which `renderRuns` has drawn of these runs.
function enliven(figure: HTMLElement, runs: readonly Finished[]): void {
  const events = figure.querySelector<HTMLDetailsElement>(".events")!;
  const live = new Live(figure, sourcesOf(runs));
  const list = () => {
    if (events.open) events.querySelector("div")!.innerHTML = renderEvents(runs, live.shown);
  };
  live.onRest = list;
  events.addEventListener("toggle", list);
}
