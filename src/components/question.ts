/// The box for a reader's questions: an editor, and the answer or the error under it. DuckDB starts when the reader
/// turns to the box, not before.

import {type SQLNamespace, sql} from "@codemirror/lang-sql";
import {HighlightStyle, syntaxHighlighting} from "@codemirror/language";
import {StateEffect, StateField} from "@codemirror/state";
import {Decoration, type DecorationSet, keymap} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import {basicSetup, EditorView} from "codemirror";
import {type Answer, type Database, openDatabase} from "./duckdb.js";
import {faultAt} from "./fault.js";

const MOST_ROWS = 1000;

function bringToLife(box: HTMLElement): void {
  const find = <E extends HTMLElement>(selector: string) => box.querySelector<E>(selector)!;
  const typed = find<HTMLTextAreaElement>("textarea");
  const examples = find<HTMLSelectElement>("select");
  const run = find<HTMLButtonElement>("button.run");
  const stop = find<HTMLButtonElement>("button.stop");
  const error = find(".error");
  const answer = find(".answer");
  const editor = makeEditor(typed, () => void question());
  let database: Promise<Database> | undefined;
  let asking = false;

  function start(): Promise<Database> {
    if (database === undefined) {
      const begin = performance.now();
      database = openDatabase(databaseFiles());
      database.then(
        () => (box.dataset.startMs = String(Math.round(performance.now() - begin))),
        () => (database = undefined)
      );
    }
    return database;
  }

  async function question(): Promise<void> {
    if (asking) return;
    asking = run.disabled = true;
    stop.hidden = false;
    mark(editor, null);
    error.hidden = true;
    answer.textContent = database === undefined ? "DuckDB starts: 34 MB of it, once." : "…";
    const begin = performance.now();
    try {
      const found = await (await start()).ask(editor.state.doc.toString(), MOST_ROWS);
      const took = performance.now() - begin;
      answer.replaceChildren(said(found, took), tableOf(found));
    } catch (reason) {
      answer.replaceChildren();
      error.textContent = reason instanceof Error ? reason.message : String(reason);
      error.hidden = false;
      mark(editor, error.textContent);
    }
    box.dataset.askedMs = String(Math.round(performance.now() - begin));
    asking = run.disabled = false;
    stop.hidden = true;
  }

  editor.dom.addEventListener("focusin", () => start().catch(() => {}), {once: true});
  run.addEventListener("click", () => void question());
  stop.addEventListener("click", () => void database?.then((it) => it.stop()));
  examples.addEventListener("change", () => {
    editor.dispatch({changes: {from: 0, to: editor.state.doc.length, insert: examples.value}});
    mark(editor, null);
    error.hidden = true;
  });
  for (const element of [examples, run]) element.disabled = false;
  box.dataset.ready = "true";
}

/// The page names its databases in links, which Framework has turned into addresses.
function databaseFiles(): Record<string, string> {
  const links = document.querySelectorAll<HTMLAnchorElement>("a[data-database]");
  return Object.fromEntries([...links].map((link) => [link.dataset.database!, link.href]));
}

const setFault = StateEffect.define<{from: number; to: number} | null>();

const faults = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setFault)) continue;
      if (effect.value === null) return Decoration.none;
      const {from, to} = effect.value;
      return Decoration.set([Decoration.mark({class: "fault"}).range(from, to)]);
    }
    return transaction.docChanged ? Decoration.none : shown;
  },
  provide: (field) => EditorView.decorations.from(field)
});

/// The colours of the style sheet, so that light and dark follow it.
const COLOURS = HighlightStyle.define([
  {tag: tags.keyword, color: "var(--timeout)"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--good)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--tick)"},
  {tag: tags.comment, color: "var(--quiet)", fontStyle: "italic"}
]);

function makeEditor(typed: HTMLTextAreaElement, ask: () => void): EditorView {
  const editor = new EditorView({
    doc: typed.value.trim(),
    extensions: [
      keymap.of([{key: "Mod-Enter", run: () => (ask(), true)}]),
      basicSetup,
      syntaxHighlighting(COLOURS),
      sql({schema: JSON.parse(typed.dataset.schema!) as SQLNamespace, upperCaseKeywords: true}),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": "SQL query",
        "aria-describedby": "question-help question-error"
      }),
      faults
    ]
  });
  typed.replaceWith(editor.dom);
  return editor;
}

/// Underlines the word that a message of DuckDB points at; takes the line away for null or when it points nowhere.
function mark(editor: EditorView, message: string | null): void {
  const fault = message === null ? null : faultAt(message, editor.state.doc.toString());
  editor.dispatch({effects: setFault.of(fault)});
}

function said({rows, more}: Answer, took: number): HTMLElement {
  const text = document.createElement("p");
  const count = more
    ? `The first ${MOST_ROWS.toLocaleString("en-US")} rows of more`
    : `${rows.length.toLocaleString("en-US")} rows`;
  text.textContent = `${rows.length === 1 ? "1 row" : count}, ${Math.round(took)} ms`;
  return text;
}

function tableOf({columns, rows}: Answer): HTMLElement {
  const scroll = document.createElement("div");
  scroll.className = "scroll";
  scroll.tabIndex = 0;
  scroll.role = "region";
  scroll.ariaLabel = "Answer";
  const table = scroll.appendChild(document.createElement("table"));
  const head = table.createTHead().insertRow();
  for (const {name, numeric} of columns) {
    const cell = head.appendChild(document.createElement("th"));
    cell.scope = "col";
    cell.textContent = name;
    cell.classList.toggle("number", numeric);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    row.forEach((value, i) => {
      const cell = line.insertCell();
      cell.textContent = shown(value);
      cell.classList.toggle("number", columns[i].numeric);
    });
  }
  return scroll;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number" && !Number.isInteger(value)) return String(Number(value.toPrecision(7)));
  return String(value);
}

const box = document.querySelector<HTMLElement>(".question");
if (box !== null) bringToLife(box);
