/// The page's end of its worker.

import type {Message, Request} from "./messages.js";
import type {Settings} from "./settings.js";

/// Addresses that the page knows.
export interface Files {
  worker: string;
  /// The heap's snapshot for each design.
  heaps: Record<string, string>;
  /// The profiles but the default one, which the machine has.
  profiles: Record<string, string>;
}

export class Machine {
  private readonly files: Files;
  private worker: Worker | null = null;
  private stopped: (() => void) | null = null;

  constructor(files: Files) {
    this.files = files;
  }

  /// Loads the worker, if there is none, so that a run need not wait for it.
  start(): Worker {
    this.worker ??= new Worker(this.files.worker, {type: "module"});
    return this.worker;
  }

  /// Runs a program and passes on what the worker says. Resolves at its end to true, or to false when it was stopped.
  /// Rejects when the worker does not start.
  run(settings: Settings, listen: (message: Message) => void): Promise<boolean> {
    const worker = this.start();
    return new Promise<boolean>((resolve, reject) => {
      this.stopped = () => resolve(false);
      worker.onmessage = ({data}: MessageEvent<Message>) => {
        listen(data);
        if (data.kind === "done") resolve(true);
      };
      worker.onerror = ({message}) => {
        this.end();
        reject(new Error(`the simulated machine did not start: ${message ?? "no reason given"}`));
      };
      const {heaps, profiles} = this.files;
      const request: Request = {settings, heaps, profile: profiles[settings.profile] ?? null};
      worker.postMessage(request);
    }).finally(() => {
      this.stopped = null;
    });
  }

  /// Ends a run at once. The next one starts another worker.
  stop(): void {
    this.end();
    this.stopped?.();
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
