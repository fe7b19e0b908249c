/** A file system in memory: directories `/` and `/tmp` at first. What a disk costs is left out; calls cost what calls do. */
import {type Devices, POLL_IN, POLL_OUT, STAT} from "../../devices.ts";
import type {System} from "../system.ts";
import {WaitQueue} from "../wait-queue.ts";
import type {Descriptors, File} from "./descriptors.ts";
import {constants, errors} from "./linux.ts";
import {EPOCH_S} from "./process.ts";

const {O_CREAT, O_EXCL, O_TRUNC, O_APPEND} = constants;
/** Of the flags: 0 reads, 1 writes, 2 does both. */
const ACCESS = 3;
const DIRECTORY_MODE = 0o40755;
const FILE_MODE = 0o100644;

/** What a path names. */
class Node {
  readonly number: number;
  readonly isDirectory: boolean;
  bytes = new Uint8Array(0);
  length = 0;
  changed_s: number;

  constructor(number: number, isDirectory: boolean, changed_s: number) {
    this.number = number;
    this.isDirectory = isDirectory;
    this.changed_s = changed_s;
  }

  write(at: number, bytes: Uint8Array): void {
    const end = at + bytes.length;
    if (end > this.bytes.length) {
      const more = new Uint8Array(Math.max(end, 2 * this.bytes.length));
      more.set(this.bytes.subarray(0, this.length));
      this.bytes = more;
    }
    this.bytes.set(bytes, at);
    this.length = Math.max(this.length, end);
  }
}

/** An open file: a node and a position in it. */
class OpenFile implements File {
  readonly readers = new WaitQueue();
  readonly writers = new WaitQueue();
  readonly node: Node;
  position = 0;
  private readonly system: System;
  private readonly flags: number;

  constructor(system: System, node: Node, flags: number) {
    this.system = system;
    this.node = node;
    this.flags = flags;
  }
  ready(): number {
    return POLL_IN | POLL_OUT;
  }
  read(bytes: Uint8Array): number {
    const {node, flags, position} = this;
    if (node.isDirectory) return -errors.EISDIR;
    if ((flags & ACCESS) === 1) return -errors.EBADF;
    const part = node.bytes.subarray(position, Math.min(node.length, position + bytes.length));
    bytes.set(part);
    this.position += part.length;
    return part.length;
  }
  write(bytes: Uint8Array): number {
    const {node, flags} = this;
    if ((flags & ACCESS) === 0) return -errors.EBADF;
    if ((flags & O_APPEND) !== 0) this.position = node.length;
    node.write(this.position, bytes);
    node.changed_s = EPOCH_S + this.system.time() / 1e9;
    this.position += bytes.length;
    return bytes.length;
  }
  close(): void {}
}

/** An absolute path without `.` and `..`. */
function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

const parentOf = (path: string) => path.slice(0, path.lastIndexOf("/")) || "/";

type Calls = Pick<
  Devices,
  "open" | "seek" | "stat" | "removeFile" | "makeDirectory" | "removeDirectory" | "listDirectory"
>;

export function files(system: System, descriptors: Descriptors): Calls {
  const nodes = new Map<string, Node>();
  let made = 0;
  const make = (path: string, isDirectory: boolean) => {
    const node = new Node(++made, isDirectory, EPOCH_S + system.time() / 1e9);
    nodes.set(path, node);
    return node;
  };
  const started = EPOCH_S;
  for (const path of ["/", "/tmp"]) nodes.set(path, new Node(++made, true, started));

  /** `use` with the absolute path and what it names. */
  function by(path: string, use: (absolute: string, node: Node | undefined) => number): number {
    system.charge(system.costs.system_call_ns);
    if (path === "") return -errors.ENOENT;
    const absolute = normalised(path);
    const parent = nodes.get(parentOf(absolute));
    if (parent === undefined) return -errors.ENOENT;
    return parent.isDirectory ? use(absolute, nodes.get(absolute)) : -errors.ENOTDIR;
  }

  const childrenOf = (path: string) =>
    [...nodes.keys()].filter((other) => other !== "/" && parentOf(other) === path);

  function openNode(absolute: string, node: Node | undefined, flags: number): Node | number {
    if (node === undefined) return (flags & O_CREAT) !== 0 ? make(absolute, false) : -errors.ENOENT;
    if ((flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0) return -errors.EEXIST;
    if (node.isDirectory && (flags & ACCESS) !== 0) return -errors.EISDIR;
    if ((flags & O_TRUNC) !== 0) node.length = 0;
    return node;
  }

  return {
    open: (path, flags) =>
      by(path, (absolute, node) => {
        const opened = openNode(absolute, node, flags);
        return typeof opened === "number" ? opened : descriptors.add(new OpenFile(system, opened, flags));
      }),
    seek(fd, offset, whence) {
      system.charge(system.costs.system_call_ns);
      const file = descriptors.get(fd);
      if (file === null) return -errors.EBADF;
      if (!(file instanceof OpenFile)) return -errors.ESPIPE;
      const base = [0, file.position, file.node.length][whence];
      if (base === undefined || base + offset < 0) return -errors.EINVAL;
      file.position = base + offset;
      return file.position;
    },
    stat(file, numbers) {
      const describe = (node: Node | undefined) => {
        if (node === undefined) return -errors.ENOENT;
        const {number, isDirectory, length, changed_s} = node;
        const values: Partial<Record<(typeof STAT)[number], number>> = {
          mode: isDirectory ? DIRECTORY_MODE : FILE_MODE,
          ino: number,
          nlink: 1,
          size: length,
          atime: changed_s,
          mtime: changed_s,
          ctime: changed_s
        };
        STAT.forEach((name, i) => {
          numbers[i] = values[name] ?? 0;
        });
        return 0;
      };
      if (typeof file === "string") return by(file, (_, node) => describe(node));
      system.charge(system.costs.system_call_ns);
      const open = descriptors.get(file);
      return open instanceof OpenFile ? describe(open.node) : -errors.EBADF;
    },
    removeFile: (path) =>
      by(path, (absolute, node) => {
        if (node === undefined) return -errors.ENOENT;
        if (node.isDirectory) return -errors.EISDIR;
        nodes.delete(absolute);
        return 0;
      }),
    makeDirectory: (path) =>
      by(path, (absolute, node) => {
        if (node !== undefined) return -errors.EEXIST;
        make(absolute, true);
        return 0;
      }),
    removeDirectory: (path) =>
      by(path, (absolute, node) => {
        if (node === undefined) return -errors.ENOENT;
        if (!node.isDirectory) return -errors.ENOTDIR;
        if (childrenOf(absolute).length > 0) return -errors.ENOTEMPTY;
        nodes.delete(absolute);
        return 0;
      }),
    listDirectory: (path, names) =>
      by(path, (absolute, node) => {
        if (node === undefined) return -errors.ENOENT;
        if (!node.isDirectory) return -errors.ENOTDIR;
        for (const child of childrenOf(absolute)) names.push(child.slice(child.lastIndexOf("/") + 1));
        return 0;
      })
  };
}
