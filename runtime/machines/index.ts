/** What a program's threads can run on. */
export const machines = [
  {name: "host", title: "Real threads of the operating system: figures of this computer"},
  {
    name: "simulated",
    title: "Virtual cores and a virtual clock, from a seed: figures of any computer, bit for bit the same"
  }
] as const;

/** @throws if no machine has this name; the error lists those that exist */
export function findMachine(name: string): (typeof machines)[number] {
  const found = machines.find((machine) => machine.name === name);
  if (found) return found;
  throw new Error(
    `unknown machine: ${name}; known machines: ${machines.map((machine) => machine.name).join(", ")}`
  );
}
