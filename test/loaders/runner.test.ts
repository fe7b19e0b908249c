import {describe, expect, test} from "vitest";
import {Program, ProgramError} from "../../loaders/runner.ts";

const node = (script: string, limitMs = 20_000) => new Program([process.execPath, "-e", script], {limitMs});

describe("Program", () => {
  test("speaks in lines, however they are cut", async () => {
    const program = node(
      `process.stdout.write('{"a": 1}\\n{"b"'); setTimeout(() => process.stdout.write(': 2}\\n'), 20)`
    );
    expect(await program.record(10_000)).toMatchObject({a: 1});
    expect(await program.record(10_000)).toMatchObject({b: 2});
    await program.finish();
  });

  test("hears what it is sent, and its end", async () => {
    const program = node(`process.stdin.on("data", (d) => console.log(JSON.stringify({heard: String(d)})))`);
    program.send("go\n");
    expect(await program.record(10_000)).toMatchObject({heard: "go\n"});
    const usage = await program.finish();
    if (process.platform === "linux") expect(usage?.cpu_s).toBeGreaterThan(0);
  });

  test("is late, then silent", async () => {
    const program = node("setTimeout(() => {}, 15000)");
    expect(await program.line(20)).toBe("late");
    await expect(program.record(20)).rejects.toThrow("no line within 20 ms");
    program.kill();
    await expect(program.record(10_000)).rejects.toThrow("ended by SIGKILL");
  });

  test("gives up at its limit, with all its children", async () => {
    const child = `require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"])`;
    const program = node(
      `console.log(JSON.stringify({pid: ${child}.pid})); setInterval(() => {}, 1000)`,
      6000
    );
    const {pid} = await program.record<{pid: number}>(10_000);
    await expect(program.record(30_000)).rejects.toThrow(ProgramError);
    await expect.poll(() => isRunning(pid), {timeout: 30_000}).toBe(false);
  });

  test("says how it failed and what it was", async () => {
    const program = node(`console.error("the reason"); process.exit(3)`);
    await expect(program.record(10_000)).rejects.toThrow(/^exit status 3: .*node.*\nthe reason$/s);
    const absent = new Program(["/no/such/python"]);
    await expect(absent.record(10_000)).rejects.toThrow("ENOENT");
  });

  test("does not take other lines for its own", async () => {
    const program = node(`console.log("hello")`);
    await expect(program.record(10_000)).rejects.toThrow("unknown line: hello");
    program.kill();
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
