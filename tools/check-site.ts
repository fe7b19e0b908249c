/// What Framework does not refuse: it builds a page whose code does not compile, and ends with status 0.
///
///     npx tsx tools/check-site.ts [FOLDER]       default dist; lists the faults; status 1 when there are any

import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";

const REFERENCE = /\b(?:href|src)="([^"]*)"/g;
const IMPORT = /\b(?:from|import)\s*\(?\s*"([^"]+)"/g;

/// Every fault of a built site, as a sentence that begins with the file. Empty when it is sound.
export function checkSite(folder: string): string[] {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).sort();
  const pages = files.filter((file) => file.endsWith(".html"));
  // Framework's own client names libraries that it loads only on pages that use them, and so not on ours.
  const modules = files.filter((file) => file.endsWith(".js") && !file.startsWith("_observablehq"));
  if (pages.length === 0) return [`${folder}: missing pages`];
  return [
    ...pages.flatMap((file) => checkPage(folder, file)),
    ...modules.flatMap((file) => checkImports(folder, file))
  ];
}

function checkPage(folder: string, file: string): string[] {
  const page = readFileSync(join(folder, file), "utf8");
  const text = page.replace(/<script\b.*?<\/script>/gs, "");
  const faults: string[] = [];
  const compileError = /observablehq--error[^>]*>([^<]*)/.exec(page);
  if (compileError !== null) faults.push(`${file}: does not compile: ${compileError[1]}`);
  const leftover = /\{\{.*?\}\}/s.exec(text);
  if (leftover !== null) faults.push(`${file}: unknown value ${leftover[0]}`);
  const odd = />[^<]*\b(NaN|undefined|\[object Object\])[^<]*</.exec(text);
  if (odd !== null) faults.push(`${file}: invalid text ${odd[0].slice(1, -1).trim()}`);
  if (!/<html lang="/.test(page)) faults.push(`${file}: missing language`);
  for (const id of repeated([...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))) {
    faults.push(`${file}: ambiguous id ${id}`);
  }
  for (const [element, address] of remoteResources(page))
    faults.push(`${file}: ${element} needs the network: ${address}`);
  for (const [, address] of page.matchAll(REFERENCE)) {
    if (!leadsSomewhere(folder, file, address)) faults.push(`${file}: unknown link ${address}`);
  }
  return [...faults, ...checkImports(folder, file)];
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/// What a browser fetches by itself; a link that a reader follows may well lead out.
function remoteResources(page: string): [string, string][] {
  const elements = page.matchAll(
    /<(script|link|img|iframe|source)\b[^>]*?(?:href|src)="((?:https?:)?\/\/[^"]*)"/g
  );
  return [...elements].map(([, element, address]) => [element, address]);
}

function checkImports(folder: string, file: string): string[] {
  const code = readFileSync(join(folder, file), "utf8");
  return [...code.matchAll(IMPORT)].flatMap(([, specifier]) => {
    if (/^https?:/.test(specifier)) return [`${file}: import needs the network: ${specifier}`];
    if (!/^\.{0,2}\//.test(specifier)) return [];
    return leadsSomewhere(folder, file, specifier) ? [] : [`${file}: unknown import ${specifier}`];
  });
}

function leadsSomewhere(folder: string, file: string, address: string): boolean {
  if (/^[a-z]+:/i.test(address) || address.startsWith("//")) return true;
  const [path, anchor] = decodeURI(address)
    .replace(/&amp;/g, "&")
    .replace(/\?[^#]*/, "")
    .split("#");
  const target =
    path === ""
      ? join(folder, file)
      : join(path.startsWith("/") ? folder : join(folder, dirname(file)), path);
  const found = [target, `${target}.html`, join(target, "index.html")].find(
    (p) => existsSync(p) && statSync(p).isFile()
  );
  if (found === undefined) return false;
  return anchor === undefined || anchor === "" || hasAnchor(found, decodeURIComponent(anchor));
}

function hasAnchor(page: string, anchor: string): boolean {
  const text = readFileSync(page, "utf8");
  return text.includes(` id="${anchor}"`) || text.includes(` name="${anchor}"`);
}

// This module is also part of a bundle, which is no command.
if (process.argv[1]?.endsWith("check-site.ts")) {
  const folder = resolve(process.argv[2] ?? "dist");
  const faults = existsSync(folder)
    ? checkSite(folder)
    : [`missing site ${relative(".", folder)}: build it first`];
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
