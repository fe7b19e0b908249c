/// Brings the page to life on which readers run programs: form, editor, machine and results.

import {readAddress, writeAddress} from "./address.js";
import {makeEditor} from "./editor.js";
import {Machine} from "./machine.js";
import type {Message} from "./messages.js";
import {renderBytecode, renderOutput, renderRuns} from "./results.js";
import {FILENAME, type Finished} from "./run.js";
import {
  DEFAULTS,
  type Draft,
  type Field,
  type Known,
  type Problems,
  readDraft,
  type Settings
} from "./settings.js";
import {makeZoomable} from "./zoom.js";

/// Real time that a run under one design may take.
const PATIENCE_S = 30;
/// More output than this is kept from the page, which would drown in it.
const OUTPUT_MOST = 200_000;
const SETTLED_MS = 300;

function bringToLife(form: HTMLElement, results: HTMLElement): void {
  const find = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector)!;
  const all = <E extends HTMLElement>(selector: string) => [...form.querySelectorAll<E>(selector)];
  const input = (name: string) => find<HTMLInputElement>(`[name="${name}"]`);
  const part = (name: string) => results.querySelector<HTMLElement>(`.${name}`)!;
  const preset = find<HTMLSelectElement>('[name="program"]');
  const runButton = find<HTMLButtonElement>("button.run");
  const stopButton = find<HTMLButtonElement>("button.stop");
  const shareButton = find<HTMLButtonElement>("button.share");
  const boxes = all<HTMLInputElement>('[name="design"]');
  const presets = [...preset.options].filter((option) => option.dataset.source !== undefined);
  const programs = Object.fromEntries(presets.map((option) => [option.value, option.dataset.source!]));
  const usual = presets[0].value;
  const known: Known = {
    designs: boxes.map((box) => box.value),
    schedulers: [...find<HTMLSelectElement>('[name="scheduler"]').options].map((option) => option.value)
  };
  const address = (name: string) => find<HTMLAnchorElement>(`[data-file="${name}"]`).href;
  const machine = new Machine({
    worker: address("worker"),
    heaps: Object.fromEntries(boxes.map((box) => [box.value, address(box.dataset.heap!)]))
  });
  const editor = makeEditor(find<HTMLTextAreaElement>("textarea"), () => void run(), edited);
  let running = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  // ---- the form

  function draft(): Draft {
    return {
      source: editor.text(),
      designs: boxes.filter((box) => box.checked).map((box) => box.value),
      cores: input("cores").value,
      scheduler: input("scheduler").value,
      seed: input("seed").value,
      limit: input("limit").value
    };
  }

  function fill({source, designs, cores, scheduler, seed, limit}: Draft): void {
    if (editor.text() !== source) editor.replace(source);
    for (const box of boxes) box.checked = designs.includes(box.value);
    input("cores").value = cores;
    input("scheduler").value = known.schedulers.includes(scheduler) ? scheduler : DEFAULTS.scheduler;
    input("seed").value = seed;
    input("limit").value = limit;
  }

  function problem(field: Field | "program" | "source", text: string | null): void {
    const place = find(`[data-problem="${field}"]`);
    place.textContent = text ?? "";
    place.hidden = text === null;
    form.querySelector(`input[name="${field}"]`)?.setAttribute("aria-invalid", String(text !== null));
  }

  function showProblems(problems: Problems): void {
    for (const field of ["designs", "cores", "scheduler", "seed", "limit"] as const)
      problem(field, problems[field] ?? null);
  }

  function edited(): void {
    problem("source", null);
    problem("program", null);
    preset.value = Object.keys(programs).find((name) => programs[name] === editor.text()) ?? "";
    settle();
  }

  /// The address follows the form, a little later.
  function settle(): void {
    clearTimeout(settling);
    settling = setTimeout(() => void remember(), SETTLED_MS);
  }

  async function remember(): Promise<void> {
    history.replaceState(history.state, "", await writeAddress(draft(), programs));
  }

  async function recall(): Promise<void> {
    const shared = await readAddress(location.hash, programs, usual);
    if (shared === null) return;
    fill(shared.draft);
    clearTimeout(settling);
    showProblems(readDraft(shared.draft, known).problems);
    problem("program", shared.problem);
    if (!running) clear("From the address. Run shows what it does.");
  }

  async function share(): Promise<void> {
    await remember();
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link is copied: it holds the program and the settings.");
    } catch {
      say(
        "This browser does not let pages copy. The link is in the address bar: it holds the program and the settings."
      );
    }
  }

  // ---- a run

  function say(text: string): void {
    part("status").textContent = text;
  }

  function clear(text: string): void {
    say(text);
    for (const name of ["outputs", "runs"]) part(name).replaceChildren();
  }

  async function run(): Promise<void> {
    if (running) return;
    const {settings, problems} = readDraft(draft(), known);
    showProblems(problems);
    problem("source", null);
    editor.mark(null);
    const [first] = Object.keys(problems);
    if (first !== undefined) {
      form.querySelector<HTMLElement>(`[name="${first === "designs" ? "design" : first}"]`)?.focus();
      return;
    }
    running = runButton.disabled = true;
    stopButton.hidden = false;
    await remember();
    clear("The simulated machine starts …");
    const begin = performance.now();
    const show = new Run(settings);
    let late: ReturnType<typeof setTimeout> | undefined;
    let outOfPatience = false;
    const listen = (message: Message) => {
      show.take(message);
      if (message.kind !== "begins") return;
      clearTimeout(late);
      late = setTimeout(() => {
        outOfPatience = true;
        machine.stop();
      }, PATIENCE_S * 1000);
    };
    try {
      const whole = await machine.run(settings, listen);
      if (whole) show.end(performance.now() - begin);
      else if (outOfPatience)
        show.interrupt(
          `Stopped after ${PATIENCE_S} s of real time. Lower the limit of virtual time to see the beginning, give the program less to do, or run it on the command line.`
        );
      else show.interrupt("Stopped.");
    } catch (error) {
      show.interrupt((error as Error).message);
    }
    clearTimeout(late);
    running = runButton.disabled = false;
    stopButton.hidden = true;
  }

  /// What is seen of one run.
  class Run {
    private readonly settings: Settings;
    private readonly runs: Finished[] = [];
    private readonly texts = new Map<string, string>();
    private bytecode = "";
    private trouble = "";

    constructor(settings: Settings) {
      this.settings = settings;
    }

    take(message: Message): void {
      if (message.kind === "bytecode") this.bytecode = message.text;
      else if (message.kind === "syntax") {
        this.trouble = "It does not compile.";
        problem("source", message.text);
        editor.mark(message);
      } else if (message.kind === "begins") this.begin(message.design);
      else if (message.kind === "output") this.write(message.design, message.text);
      else if (message.kind === "finished") this.finish(message.finished);
      else if (message.kind === "failed") this.trouble = `The simulated machine failed: ${message.message}`;
    }

    private begin(design: string): void {
      say(`Running under ${design} …`);
      this.texts.set(design, "");
      part("outputs").insertAdjacentHTML("beforeend", renderOutput(design, ""));
    }

    private section(design: string): HTMLElement {
      return part("outputs").querySelector<HTMLElement>(`[data-design="${design}"]`)!;
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
      this.section(design).outerHTML = renderOutput(design, text, finished, this.settings.limit_s);
      this.runs.push(finished);
      if (status !== 0) markTraceback(text);
    }

    end(took_ms: number): void {
      say(this.trouble || `Simulated in ${(took_ms / 1000).toFixed(1)} s of real time.`);
      this.draw();
    }

    /// What came to its end stays.
    interrupt(reason: string): void {
      say(reason);
      const open = part("outputs").querySelector(".output:last-child .ending");
      if (open !== null && this.texts.size > this.runs.length) open.textContent = "Stopped.";
      this.draw();
    }

    private draw(): void {
      const drawn = this.runs.length === 0 ? "" : renderRuns(this.runs, this.settings, true);
      part("runs").innerHTML = drawn + (this.bytecode && renderBytecode(this.bytecode));
      const figure = part("runs").querySelector<HTMLElement>("figure");
      if (figure !== null) makeZoomable(figure, this.runs);
      results.dataset.fingerprints = this.runs.map((each) => each.fingerprint).join(" ");
    }
  }

  /// The last line of the program that a traceback names.
  function markTraceback(text: string): void {
    const lines = [...text.matchAll(new RegExp(`File "${FILENAME}", line (\\d+)`, "g"))];
    const last = lines.at(-1);
    if (last !== undefined) editor.mark({line: Number(last[1])});
  }

  // ---- alive

  editor.dom.addEventListener("focusin", () => machine.start(), {once: true});
  runButton.addEventListener("click", () => void run());
  stopButton.addEventListener("click", () => machine.stop());
  shareButton.addEventListener("click", () => void share());
  preset.addEventListener("change", () => {
    editor.replace(programs[preset.value]);
    editor.mark(null);
  });
  for (const field of [...boxes, input("cores"), input("scheduler"), input("seed"), input("limit")])
    field.addEventListener("input", () => {
      showProblems(readDraft(draft(), known).problems);
      settle();
    });
  addEventListener("hashchange", () => void recall());
  for (const element of all<HTMLInputElement>("input, select, .run, .share")) element.disabled = false;
  recall().finally(() => {
    form.dataset.ready = "true";
  });
}

const form = document.querySelector<HTMLElement>(".try-it");
const results = document.querySelector<HTMLElement>(".results");
if (form !== null && results !== null) bringToLife(form, results);
