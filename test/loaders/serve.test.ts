import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import type {Server} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {serve} from "../../loaders/serve.ts";

const parent = mkdtempSync(join(tmpdir(), "convoy-test-"));
let address: string;
let server: Server;

beforeAll(async () => {
  const folder = join(parent, "dist");
  mkdirSync(join(folder, "deep"), {recursive: true});
  writeFileSync(join(folder, "index.html"), "home");
  writeFileSync(join(folder, "contention.html"), "page");
  writeFileSync(join(folder, "deep", "x.wasm"), "0123456789");
  writeFileSync(join(parent, "secret"), "secret");
  ({address, server} = await serve(folder, 0));
});
afterAll(() => {
  server.close();
  rmSync(parent, {recursive: true});
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, address), init);

describe("serve", () => {
  test.each([
    ["/", "home"],
    ["/contention", "page"],
    ["/contention.html?x=1", "page"]
  ])("answers %s", async (path, text) => {
    const response = await get(path);
    expect(await response.text()).toBe(text);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(response.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
  });

  test("answers a part of a file", async () => {
    const response = await get("/deep/x.wasm", {headers: {Range: "bytes=2-4"}});
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234"
    ]);
  });

  test.each(["/nothing", "/..%2fsecret", "/deep", "/%"])("does not have %s", async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([404, "not found\n"]);
  });

  test("does not take what is sent to it", async () => {
    expect((await get("/", {method: "POST"})).status).toBe(405);
  });

  test("names a port that is in use and what to do", async () => {
    const port = Number(new URL(address).port);
    await expect(serve(parent, port)).rejects.toThrow(`port in use: ${port}; choose another with --port`);
  });
});
