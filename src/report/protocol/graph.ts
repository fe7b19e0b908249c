/// A protocol as a graph: what a thread does, one step after the other, and under which conditions.

/// What a node is.
/// - start: a method begins; end: it is over
/// - hold: a mutex is taken or given back; wait: the thread may sleep; wake: others may be woken
/// - word: a word that all share is read or written in one go
/// - plain: what a mutex or the lock itself guards, or what the thread has to itself
/// - event: what has become of the interpreter lock
/// - call: another method
/// - join: nothing; where ways part or meet
export type Kind = "start" | "end" | "hold" | "wait" | "wake" | "word" | "plain" | "event" | "call" | "join";

export interface Node {
  id: number;
  kind: Kind;
  lines: string[];
  /// What has become of the lock when the thread comes here; "": nothing is said.
  note: string;
  /// Whether it stands in the class of the design itself, and not in one that it extends.
  own: boolean;
}

export interface Edge {
  from: number;
  to: number;
  /// Under which condition; "": always.
  label: string;
  /// Whether the condition is the design's own.
  own: boolean;
}

export interface Graph {
  nodes: Node[];
  edges: Edge[];
}

/// What a branch is called that is taken when no other is.
export const ELSE = "else";

/// Takes out what says nothing: joins where no ways part, steps that can be said together, and what cannot be reached.
export function simplify(graph: Graph): Graph {
  let {nodes, edges} = graph;
  const out = (id: number) => edges.filter(({from}) => from === id);
  const into = (id: number) => edges.filter(({to}) => to === id);
  const remove = (id: number) => {
    nodes = nodes.filter((node) => node.id !== id);
    edges = edges.filter(({from, to}) => from !== id && to !== id);
  };
  /// The one node that follows, and that nothing else leads to.
  const following = (node: Node): Node | null => {
    const [edge, ...others] = out(node.id);
    if (edge === undefined || others.length > 0 || edge.label !== "" || edge.to === node.id) return null;
    return into(edge.to).length === 1 ? (nodes.find(({id}) => id === edge.to) ?? null) : null;
  };
  /// What leads into `node` leads to what follows it.
  const passBy = (node: Node): boolean => {
    const [edge, ...others] = out(node.id);
    if (edge === undefined || others.length > 0 || edge.label !== "" || edge.to === node.id) return false;
    edges = edges.map((one) => (one.to === node.id ? {...one, to: edge.to} : one));
    remove(node.id);
    return true;
  };
  /// What leaves `node` leaves what comes before it.
  const hangOn = (node: Node): boolean => {
    const [edge, ...others] = into(node.id);
    if (edge === undefined || others.length > 0 || edge.label !== "" || edge.from === node.id) return false;
    if (out(edge.from).length > 1) return false;
    edges = edges.map((one) => (one.from === node.id ? {...one, from: edge.from} : one));
    remove(node.id);
    return true;
  };
  /// `if a ... else if b ...` parts once: "a", "not a, b", else.
  const partOnce = (node: Node): boolean => {
    const [edge, ...others] = into(node.id);
    if (edge === undefined || others.length > 0 || edge.from === node.id) return false;
    const before = nodes.find(({id}) => id === edge.from);
    if (before?.kind !== "join" || out(before.id).some((one) => one !== edge && one.label === ELSE))
      return false;
    if (out(node.id).every(({label}) => label !== ELSE)) return false;
    const label = (last: string) => (last === ELSE || edge.label === ELSE ? last : `${edge.label}, ${last}`);
    edges = edges.map((one) =>
      one.from === node.id ? {...one, from: before.id, label: label(one.label)} : one
    );
    remove(node.id);
    return true;
  };
  const step = (): boolean => {
    for (const node of nodes) {
      if (node.kind !== "start" && into(node.id).length === 0) {
        remove(node.id);
        return true;
      }
      if (node.kind === "join" && (passBy(node) || hangOn(node) || partOnce(node))) return true;
      const next = following(node);
      if (next === null) continue;
      if (
        node.kind === "event" &&
        !["event", "end", "join", "start"].includes(next.kind) &&
        next.note === ""
      ) {
        next.note = node.lines.join(", ");
        next.own ||= node.own;
        return passBy(node);
      }
      if (node.kind === "plain" && next.kind === "plain" && node.own === next.own && next.note === "") {
        node.lines = [...node.lines, ...next.lines];
        edges = edges.map((one) => (one.from === next.id ? {...one, from: node.id} : one));
        remove(next.id);
        return true;
      }
      if (node.kind === "event" && next.kind === "end") {
        next.lines = node.lines;
        return passBy(node);
      }
    }
    return false;
  };
  while (step());
  return {nodes, edges: together(edges)};
}

/// Two ways from one node to the same next one are one way.
function together(edges: readonly Edge[]): Edge[] {
  const found: Edge[] = [];
  for (const edge of edges) {
    const same = found.find(({from, to}) => from === edge.from && to === edge.to);
    if (same === undefined) found.push({...edge});
    else {
      const labels = [same.label, edge.label];
      const onlyWay = edges.every(({from, to}) => from !== edge.from || to === edge.to);
      same.own ||= edge.own;
      same.label = !labels.includes(ELSE) ? labels.join(" or ") : onlyWay ? "" : ELSE;
    }
  }
  return found;
}
