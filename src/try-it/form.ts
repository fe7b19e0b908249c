/// The form: the program and its settings, as they stand, and what is wrong with them.

import type {Programs, Shared} from "./address.js";
import {type Editor, makeEditor} from "./editor.js";
import type {Files} from "./machine.js";
import {
  DEFAULTS,
  type Draft,
  type Field,
  type Known,
  PROFILES_OWN,
  type Problems,
  readDraft,
  type Settings,
  WORDS,
  type Word
} from "./settings.js";

const FIELDS = ["designs", ...WORDS] as const;
/// Fields that hold one of a few names.
const CHOICES = ["profile", "placement", "scheduler"] as const;
type Place = Field | "program" | "source";

export class Form {
  readonly editor: Editor;
  /// The page's own programs, and the first of them.
  readonly programs: Programs;
  readonly usual: string;
  readonly known: Known;
  private readonly element: HTMLElement;
  private readonly preset: HTMLSelectElement;
  private readonly boxes: HTMLInputElement[];
  private readonly changed: () => void;

  /// @param run what Ctrl-Enter in the program does
  /// @param changed called when anything was
  constructor(element: HTMLElement, run: () => void, changed: () => void) {
    this.element = element;
    this.changed = changed;
    this.preset = this.input<HTMLSelectElement>("program");
    this.boxes = [...element.querySelectorAll<HTMLInputElement>('[name="design"]')];
    const presets = [...this.preset.options].filter((option) => option.dataset.source !== undefined);
    this.programs = Object.fromEntries(presets.map((option) => [option.value, option.dataset.source!]));
    this.usual = presets[0].value;
    this.known = {
      designs: this.boxes.map((box) => box.value),
      profiles: this.choices("profile"),
      schedulers: this.choices("scheduler").filter((name) => name !== PROFILES_OWN)
    };
    this.editor = makeEditor(element.querySelector("textarea")!, run, () => this.edited());
    this.listen();
  }

  private input<E extends HTMLElement = HTMLInputElement>(name: string): E {
    return this.element.querySelector<E>(`[name="${name}"]`)!;
  }

  private choices(name: (typeof CHOICES)[number]): string[] {
    return [...this.input<HTMLSelectElement>(name).options].map((option) => option.value);
  }

  private listen(): void {
    this.preset.addEventListener("change", () => {
      this.editor.replace(this.programs[this.preset.value]);
      this.editor.mark(null);
    });
    for (const field of [...this.boxes, ...WORDS.map((name) => this.input(name))])
      field.addEventListener("input", () => {
        this.read();
        this.changed();
      });
    for (const element of this.element.querySelectorAll<HTMLInputElement>("input, select, .run, .share"))
      element.disabled = false;
  }

  private edited(): void {
    this.problem("source", null);
    this.problem("program", null);
    const text = this.editor.text();
    this.preset.value = Object.keys(this.programs).find((name) => this.programs[name] === text) ?? "";
    this.changed();
  }

  draft(): Draft {
    return {
      source: this.editor.text(),
      designs: this.boxes.filter((box) => box.checked).map((box) => box.value),
      ...(Object.fromEntries(WORDS.map((name) => [name, this.input(name).value])) as Record<Word, string>)
    };
  }

  /// What the form asks for, or null where it is wrong, which it then shows.
  read(): Settings | null {
    const {settings, problems} = readDraft(this.draft(), this.known);
    this.showProblems(problems);
    return Object.keys(problems).length === 0 ? settings : null;
  }

  /// Moves to the first field that keeps the program from running.
  focusProblem(): void {
    const wrong = FIELDS.find((field) => !this.problemPlace(field).hidden);
    if (wrong !== undefined) this.input(wrong === "designs" ? "design" : wrong).focus();
  }

  /// Takes over what an address says. What the form cannot hold is shown as wrong, and is as usual.
  fill({draft, problem}: Shared): void {
    if (this.editor.text() !== draft.source) this.editor.replace(draft.source);
    for (const box of this.boxes) box.checked = draft.designs.includes(box.value);
    for (const name of WORDS) this.input(name).value = draft[name];
    for (const name of CHOICES)
      if (!this.choices(name).includes(draft[name])) this.input(name).value = DEFAULTS[name];
    this.showProblems(readDraft(draft, this.known).problems);
    this.problem("program", problem);
  }

  private showProblems(problems: Problems): void {
    for (const field of FIELDS) this.problem(field, problems[field] ?? null);
  }

  /// Shows a sentence at a field, or takes it away.
  problem(field: Place, text: string | null): void {
    const place = this.problemPlace(field);
    place.textContent = text ?? "";
    place.hidden = text === null;
    this.element
      .querySelector(`:is(input, select)[name="${field}"]`)
      ?.setAttribute("aria-invalid", String(text !== null));
  }

  private problemPlace(field: Place): HTMLElement {
    return this.element.querySelector<HTMLElement>(`[data-problem="${field}"]`)!;
  }

  /// Addresses of the files that the machine loads, which Framework has put into the form's links.
  files(): Files {
    const address = (name: string) =>
      this.element.querySelector<HTMLAnchorElement>(`[data-file="${name}"]`)!.href;
    return {
      worker: address("worker"),
      heaps: Object.fromEntries(this.boxes.map((box) => [box.value, address(box.dataset.heap!)])),
      profiles: Object.fromEntries(
        this.known.profiles
          .filter((name) => name !== DEFAULTS.profile)
          .map((name) => [name, address(`profile-${name}`)])
      )
    };
  }
}
