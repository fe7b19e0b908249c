/// The editor for a Python program.

import {
  HighlightStyle,
  indentService,
  indentUnit,
  LRLanguage,
  syntaxHighlighting
} from "@codemirror/language";
import {StateEffect, StateField} from "@codemirror/state";
import {Decoration, type DecorationSet, keymap} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import {parser} from "@lezer/python";
import {basicSetup, EditorView} from "codemirror";

const INDENT = 4;

/// A place in the program: line and columns from 1. Without columns it is the whole line.
export interface Place {
  line: number;
  column?: number;
  endColumn?: number | null;
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
  {tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword], color: "var(--timeout)"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--good)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--tick)"},
  {tag: tags.comment, color: "var(--quiet)", fontStyle: "italic"}
]);

/// A new line is indented like the one before it, and deeper after a colon.
const indentation = indentService.of((context, at) => {
  const before = context.state.doc.lineAt(Math.max(0, at - 1));
  const text = before.text.slice(0, Math.max(0, at - before.from));
  const depth = /^ */.exec(text)![0].length;
  return depth + (/:\s*(#.*)?$/.test(text) ? INDENT : 0);
});

/// Spaces up to the next stop. Escape and then Tab leaves the editor, as everywhere in CodeMirror.
function insertIndent(view: EditorView): boolean {
  const {state} = view;
  const {from} = state.selection.main;
  const column = from - state.doc.lineAt(from).from;
  view.dispatch(state.replaceSelection(" ".repeat(INDENT - (column % INDENT))));
  return true;
}

export interface Editor {
  readonly dom: HTMLElement;
  text(): string;
  replace(text: string): void;
  /// Underlines a place, or nothing.
  mark(place: Place | null): void;
}

/// Puts an editor in place of `typed`.
/// @param run what Ctrl-Enter does
/// @param changed called after each change of the text
export function makeEditor(typed: HTMLTextAreaElement, run: () => void, changed: () => void): Editor {
  const view = new EditorView({
    doc: typed.value,
    extensions: [
      keymap.of([
        {
          key: "Mod-Enter",
          run: () => {
            run();
            return true;
          }
        },
        {key: "Tab", run: insertIndent}
      ]),
      basicSetup,
      syntaxHighlighting(COLOURS),
      LRLanguage.define({name: "python", parser, languageData: {commentTokens: {line: "#"}}}),
      indentUnit.of(" ".repeat(INDENT)),
      indentation,
      EditorView.contentAttributes.of({
        "aria-label": "Python program",
        "aria-describedby": "try-help try-source-error"
      }),
      EditorView.updateListener.of((update) => update.docChanged && changed()),
      faults
    ]
  });
  typed.replaceWith(view.dom);
  return {
    dom: view.dom,
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}}),
    mark: (place) => view.dispatch({effects: setFault.of(place === null ? null : rangeOf(view, place))})
  };
}

function rangeOf({state}: EditorView, {line, column, endColumn}: Place): {from: number; to: number} | null {
  if (line < 1 || line > state.doc.lines) return null;
  const {from, to, text} = state.doc.line(line);
  if (column === undefined) {
    const blanks = /^\s*/.exec(text)![0].length;
    return from + blanks < to ? {from: from + blanks, to} : null;
  }
  // What is missing at a line's end is shown at its last character.
  const begin = Math.max(from, Math.min(from + column - 1, to - 1));
  const end = Math.min(Math.max(begin + 1, from + (endColumn ?? column + 1) - 1), to);
  return begin < end ? {from: begin, to: end} : null;
}
