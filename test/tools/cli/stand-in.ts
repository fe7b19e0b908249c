/** A stand-in for a real interpreter: it answers what Convoy asks of one, and runs "Python" files as the shell does. */
import {chmodSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** Writes the stand-in into `folder` and answers its path. */
export function standIn(folder: string, name: string, python: string, more: object = {}): string {
  const file = join(folder, name);
  const answer = {
    implementation: "CPython",
    python,
    version: python,
    executable: file,
    free: false,
    gil: true,
    build: "CC 1 '--enable-shared' '--prefix=/somewhere'",
    ...more
  };
  const answered = `echo '${JSON.stringify(answer).replaceAll("'", "'\\''")}'`;
  // Two arguments are Convoy's question; more are settings in front of a program.
  writeFileSync(
    file,
    `#!/bin/sh\nif [ "$1" = -c ]; then if [ $# = 2 ]; then ${answered}; else echo "$2"; fi; else exec sh "$@"; fi\n`
  );
  chmodSync(file, 0o755);
  return file;
}
