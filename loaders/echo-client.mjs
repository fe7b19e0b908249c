// The client of programs that are asked: the same for every server, a process of its own, one request in flight.
// Its parent sends {port, ...} for each arm, with the words of EchoClient in runtime/machines/simulated/clients.ts and all
// their defaults, and gets {latencies_us, lost, duration_s}.
import {createSocket} from "node:dgram";
import {connect} from "node:net";

const PREFIX_BYTES = 4;
const nowNs = () => process.hrtime.bigint();
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function ask(asking) {
  const {request, close} = await (asking.transport === "udp" ? datagrams : messages)(asking);
  try {
    const {lost} = await repeat(request, asking, asking.warm_ms, Number.POSITIVE_INFINITY);
    if (lost > 0 && asking.transport === "tcp")
      return {latencies_us: [], lost, duration_s: asking.timeout_ms / 1000};
    return await repeat(request, asking, asking.ask_ms, asking.requests ?? Number.POSITIVE_INFINITY);
  } finally {
    close();
  }
}

// An object with request(), which sends one request and waits for its reply: microseconds, or null when it is lost.
async function datagrams({port, request_bytes, timeout_ms}) {
  const socket = createSocket("udp4");
  await new Promise((resolve) => socket.connect(port, "127.0.0.1", resolve));
  const packet = Buffer.alloc(request_bytes);
  let number = 0;
  let settle = null;
  socket.on("message", (reply) => {
    if (reply.readUInt32LE(0) === number) settle?.(nowNs());
  });
  socket.on("error", () => {}); // a refused packet is a lost one: the timeout counts it
  const request = () => {
    packet.writeUInt32LE(++number, 0);
    return waited(
      timeout_ms,
      (done) => (settle = done),
      () => socket.send(packet)
    );
  };
  return {request, close: () => socket.close()};
}

// The same over a connection, where a reply is told by its length.
async function messages({port, request_bytes, reply_bytes, prefixed, timeout_ms}) {
  const socket = connect({port, host: "127.0.0.1", noDelay: true});
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const message = Buffer.alloc(request_bytes + (prefixed ? PREFIX_BYTES : 0));
  if (prefixed) message.writeUInt32BE(request_bytes, 0);
  const wanted = reply_bytes + (prefixed ? PREFIX_BYTES : 0);
  let received = 0;
  let settle = null;
  socket.on("data", (bytes) => {
    received += bytes.length;
    if (received >= wanted) settle?.(nowNs());
  });
  socket.on("error", () => settle?.(null));
  socket.on("close", () => settle?.(null));
  const request = () => {
    received = 0;
    return waited(
      timeout_ms,
      (done) => (settle = done),
      () => socket.write(message)
    );
  };
  return {request, close: () => socket.destroy()};
}

// Microseconds from `begin` to the moment that what `hand` was given is called with; null when that is null or too late.
function waited(timeout_ms, hand, begin) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(null), timeout_ms);
    const begun = nowNs();
    const finish = (end) => {
      hand(null);
      clearTimeout(timer);
      resolve(end === null ? null : Number(end - begun) / 1000);
    };
    hand(finish);
    begin();
  });
}

async function repeat(request, {transport, pause_ms}, duration_ms, most) {
  const latencies_us = [];
  let lost = 0;
  const begin = nowNs();
  while (Number(nowNs() - begin) < duration_ms * 1e6 && latencies_us.length < most) {
    const us = await request();
    if (us === null) lost++;
    else latencies_us.push(us);
    if (us === null && transport === "tcp") break;
    if (pause_ms > 0) await sleep(pause_ms);
  }
  return {latencies_us, lost, duration_s: Number(nowNs() - begin) / 1e9};
}

process.on("message", async (arm) => process.send(await ask(arm)));
process.on("disconnect", () => process.exit(0));
process.send("ready");
