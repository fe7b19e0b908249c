import type {Descriptor} from "./design.ts";
import {interactive} from "./interactive.ts";
import {priority} from "./priority.ts";
import {timeout} from "./timeout.ts";

const source =
  "python/cpython issue 7946, as summed up by third parties (calls that return at once shall not release the lock); the same was done for one call in issue 75834 (bpo-31653, a semaphore that is free) and proposed in issue 89977";

/** The lock is kept over a call that need not wait, such as a send with room in the buffer. */
const keeping = (design: Descriptor, name: string, title: string): Descriptor => ({
  ...design,
  name,
  title,
  models: `${design.name}, for whom no call that is ready gives the lock up; it was not applied`,
  source,
  keepsLock: true
});

export const noReleaseWhenReady = keeping(
  timeout,
  "no-release-when-ready",
  "No release when ready: a call that need not wait keeps the lock"
);

export const priorityNoRelease = keeping(
  priority,
  "priority-no-release",
  "Priority, and a call that need not wait keeps the lock"
);

export const interactiveNoRelease = keeping(
  interactive,
  "interactive-no-release",
  "Interactive, and a call that need not wait keeps the lock"
);
