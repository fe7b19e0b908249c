import type {Address} from "../devices.ts";
import type {Platform} from "./platform.ts";

const BYTES = 128;
const INET_BYTES = 16;

/** A buffer for one `struct sockaddr` and its length, for IPv4 and Unix addresses. */
export class SocketAddress {
  readonly bytes = new Uint8Array(BYTES);
  readonly length = new Uint32Array(1);
  private readonly platform: Platform;
  private readonly view = new DataView(this.bytes.buffer);

  constructor(platform: Platform) {
    this.platform = platform;
  }

  /** Makes room for an address that the system fills in. */
  clear(): this {
    this.length[0] = BYTES;
    return this;
  }

  /** Answers false for what is no address: a host that is not four numbers, a port out of range, a path too long. */
  encode({family, host, port}: Address): boolean {
    this.bytes.fill(0);
    return family === this.platform.constants.AF_UNIX
      ? this.encodePath(host)
      : this.encodeInet(family, host, port);
  }

  private encodeInet(family: number, host: string, port: number): boolean {
    const numbers = host.split(".").map(Number);
    if (numbers.length !== 4 || numbers.some((n) => !(n >= 0 && n <= 255)) || !(port >= 0 && port <= 65535))
      return false;
    this.view.setUint16(0, this.platform.addressHead(family, INET_BYTES), true);
    this.view.setUint16(2, port);
    this.bytes.set(numbers, 4);
    this.length[0] = INET_BYTES;
    return true;
  }

  private encodePath(path: string): boolean {
    const bytes = new TextEncoder().encode(path);
    if (bytes.length > 100) return false;
    this.length[0] = bytes.length + 3;
    this.view.setUint16(0, this.platform.addressHead(this.platform.constants.AF_UNIX, this.length[0]), true);
    this.bytes.set(bytes, 2);
    return true;
  }

  /** Writes what the system filled in into `address`. */
  decode(address: Address): void {
    const {AF_INET, AF_UNIX} = this.platform.constants;
    if (this.view.getUint16(0, true) === this.platform.addressHead(AF_INET, INET_BYTES)) {
      address.family = AF_INET;
      address.host = this.bytes.subarray(4, 8).join(".");
      address.port = this.view.getUint16(2);
      return;
    }
    const path = this.bytes.subarray(2, Math.max(2, Math.min(BYTES, this.length[0])));
    const end = path.indexOf(0);
    address.family = AF_UNIX;
    address.host = new TextDecoder().decode(end < 0 ? path : path.subarray(0, end));
    address.port = 0;
  }
}
