/// A program and its settings in the part of an address that stays in the browser:
///
///     #program=count&design=tick&design=timeout&cores=2&profile=default&placement=free&...&seed=1&limit=1
///
/// `program` names one of the page's own; another stands in full in `source`, or in `zipped` (deflate, in base64's
/// alphabet for addresses) where that is shorter.

import {DEFAULTS, type Draft, WORDS, type Word} from "./settings.js";

/// Python files of the page, by name.
export type Programs = Readonly<Record<string, string>>;

/// Sources that are shorter stay readable.
const READABLE = 200;
/// A longer program is not unpacked: an address could ask for anything.
const SOURCE_MAX = 1_000_000;
const KEYS = ["program", "source", "zipped", "design", ...WORDS];

export interface Shared {
  draft: Draft;
  /// Why the program of the address is not the draft's, or null.
  problem: string | null;
}

/// The address's part from # on.
export async function writeAddress(draft: Draft, programs: Programs): Promise<string> {
  const words = new URLSearchParams([
    await programWord(draft.source, programs),
    ...draft.designs.map((design) => ["design", design]),
    ...WORDS.map((word) => [word, draft[word]])
  ]);
  return `#${words}`;
}

async function programWord(source: string, programs: Programs): Promise<[string, string]> {
  const name = Object.keys(programs).find((each) => programs[each] === source);
  if (name !== undefined) return ["program", name];
  if (source.length <= READABLE) return ["source", source];
  return ["zipped", await zip(source)];
}

/// What an address says; what it leaves out is as usual, with the program `usual`. Null when it says nothing to this page.
export async function readAddress(hash: string, programs: Programs, usual: string): Promise<Shared | null> {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  if (!KEYS.some((key) => words.has(key))) return null;
  const settings = Object.fromEntries(WORDS.map((word) => [word, words.get(word) ?? DEFAULTS[word]]));
  const {source, problem} = await readProgram(words, programs, usual);
  return {
    draft: {
      source,
      designs: words.has("design") ? [...new Set(words.getAll("design"))] : [...DEFAULTS.designs],
      ...(settings as Record<Word, string>)
    },
    problem
  };
}

async function readProgram(
  words: URLSearchParams,
  programs: Programs,
  usual: string
): Promise<{source: string; problem: string | null}> {
  const instead = (problem: string) => ({source: programs[usual], problem});
  const zipped = words.get("zipped");
  if (zipped !== null) {
    try {
      return {source: await unzip(zipped), problem: null};
    } catch (error) {
      return instead(`damaged program in the address (${(error as Error).message}): ask for the link again`);
    }
  }
  const source = words.get("source");
  if (source !== null) return {source, problem: null};
  const name = words.get("program") ?? usual;
  if (Object.hasOwn(programs, name)) return {source: programs[name], problem: null};
  return instead(`unknown program in the address: ${name}; there are ${Object.keys(programs).join(", ")}`);
}

async function zip(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let characters = "";
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unzip(zipped: string): Promise<string> {
  const characters = atob(zipped.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const decoder = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
  let text = "";
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, {stream: true});
    if (text.length > SOURCE_MAX) {
      await reader.cancel();
      throw new Error(`more than ${SOURCE_MAX} characters`);
    }
  }
}
