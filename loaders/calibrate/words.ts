/// The words that the two threads of a calibration share, each on cache lines of its own.
export const CALLED = 32;
export const ANSWER = 64;
/// Two words: when the sleeper ran, in nanoseconds of the monotonic clock.
export const RAN_NS = 96;
export const STOP = 160;
export const QUIET = 192;
/// Never changes.
export const SLEPT_ON = 224;
export const BYTES = 1024;

export interface PartnerTask {
  buffer: SharedArrayBuffer;
  /// sleep: is woken; play: is woken and wakes; bounce: answers without sleeping; spin: keeps its core busy; yield: gives way;
  /// echo: sends datagrams back
  role: "sleep" | "play" | "bounce" | "spin" | "yield" | "echo";
  /// The cores that it is kept on; none: any.
  cores: number[];
  rounds: number;
}
