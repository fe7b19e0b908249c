/// Brings the page to life on which readers run programs: form, address, machine and results.

import {readAddress, writeAddress} from "./address.js";
import {Form} from "./form.js";
import {Machine} from "./machine.js";
import type {Message} from "./messages.js";
import {Results, RunView} from "./view.js";

/// The address follows the form when nobody has typed for so long.
const SETTLED_MS = 300;

class TryIt {
  private readonly element: HTMLElement;
  private readonly form: Form;
  private readonly results: Results;
  private readonly machine: Machine;
  private running = false;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, results: HTMLElement) {
    this.element = element;
    this.results = new Results(results);
    this.form = new Form(
      element,
      () => void this.run(),
      () => this.settle()
    );
    this.machine = new Machine(this.form.files());
    this.form.editor.dom.addEventListener("focusin", () => this.machine.start(), {once: true});
    this.button("run").addEventListener("click", () => void this.run());
    this.button("stop").addEventListener("click", () => this.machine.stop());
    this.button("share").addEventListener("click", () => void this.share());
    addEventListener("hashchange", () => void this.recall());
  }

  private button(name: string): HTMLButtonElement {
    return this.element.querySelector<HTMLButtonElement>(`button.${name}`)!;
  }

  // ---- the address

  private settle(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => void this.remember(), SETTLED_MS);
  }

  private async remember(): Promise<void> {
    clearTimeout(this.settling);
    history.replaceState(history.state, "", await writeAddress(this.form.draft(), this.form.programs));
  }

  /// Takes over what the address says, if it says anything.
  async recall(): Promise<void> {
    const shared = await readAddress(location.hash, this.form.programs, this.form.usual);
    if (shared === null) return;
    this.form.fill(shared);
    clearTimeout(this.settling);
    if (!this.running) this.results.clear("From the address. Run shows what it does.");
  }

  private async share(): Promise<void> {
    await this.remember();
    try {
      await navigator.clipboard.writeText(location.href);
      this.results.say("The link is copied: it holds the program and the settings.");
    } catch {
      this.results.say(
        "This browser does not let pages copy. The link is in the address bar: it holds the program and the settings."
      );
    }
  }

  // ---- a run

  private async run(): Promise<void> {
    if (this.running) return;
    const settings = this.form.read();
    if (settings === null) {
      this.form.focusProblem();
      return;
    }
    this.form.problem("source", null);
    this.form.editor.mark(null);
    this.setRunning(true);
    await this.remember();
    const begin = performance.now();
    const view = new RunView(this.results, settings, (place, text) => {
      if (text !== null) this.form.problem("source", text);
      this.form.editor.mark(place);
    });
    const patience = new Patience(Number(this.element.dataset.patienceS), () => this.machine.stop());
    try {
      const whole = await this.machine.run(settings, (message: Message) => {
        if (message.kind === "begins") patience.begin();
        view.take(message);
      });
      if (whole) view.end(performance.now() - begin);
      else view.interrupt(patience.sentence());
    } catch (error) {
      view.interrupt((error as Error).message);
    }
    patience.end();
    this.setRunning(false);
  }

  private setRunning(running: boolean): void {
    this.running = this.button("run").disabled = running;
    this.button("stop").hidden = !running;
  }
}

/// How much real time a run under one design may take.
class Patience {
  private readonly limit_s: number;
  private readonly over: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;

  constructor(limit_s: number, over: () => void) {
    this.limit_s = limit_s;
    this.over = over;
  }

  begin(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isOver = true;
      this.over();
    }, this.limit_s * 1000);
  }

  end(): void {
    clearTimeout(this.timer);
  }

  /// Why a run was stopped.
  sentence(): string {
    return this.isOver
      ? `Stopped after ${this.limit_s} s of real time. Lower the limit of virtual time to see the beginning, give the program less to do, or run it on the command line.`
      : "Stopped.";
  }
}

const form = document.querySelector<HTMLElement>(".try-it");
const results = document.querySelector<HTMLElement>(".results");
if (form !== null && results !== null) {
  const page = new TryIt(form, results);
  await page.recall();
  form.dataset.ready = "true";
}
