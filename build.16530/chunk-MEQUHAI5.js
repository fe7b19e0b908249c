// runtime/machines/index.ts
var machines = [
  { name: "host", title: "Real threads of the operating system: figures of this computer" },
  {
    name: "simulated",
    title: "Virtual cores and a virtual clock, from a seed: figures of any computer, bit for bit the same"
  },
  { name: "exhaustive", title: "Every interleaving of small scripted programs: proofs, by convoy check" },
  { name: "native", title: "The real interpreters of this computer, as native:NAME" }
];
function findMachine(name) {
  const found = machines.find((machine) => machine.name === name);
  if (found) return found;
  throw new Error(
    `unknown machine: ${name}; known machines: ${machines.map((machine) => machine.name).join(", ")}`
  );
}

export {
  machines,
  findMachine
};
//# sourceMappingURL=chunk-MEQUHAI5.js.map
