// Runs simulations for simulation-pool.ts, which forks it: gets options without functions, the heap's file and the folder of
// modules that the program may import, and sends back the result with what the program wrote.
import {readFileSync} from "node:fs";
import {join} from "node:path";

const [, , simulated] = process.argv;
const {simulate} = await import(simulated);

function readSource(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function run({heap, folder, options}) {
  const written = {1: "", 2: ""};
  const {status, failure, metrics} = simulate({
    ...options,
    heap: readFileSync(heap),
    readSource: (path) => readSource(join(folder, path)),
    write: (fd, bytes) => {
      written[fd] += Buffer.from(bytes).toString();
    }
  });
  return {status, failure, metrics, output: written[1], errors: written[2]};
}

process.on("message", ({number, ...asked}) => {
  try {
    process.send({number, result: run(asked)});
  } catch (error) {
    process.send({number, error: error.message});
  }
});
process.on("disconnect", () => process.exit(0));
process.send("ready");
