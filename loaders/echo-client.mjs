// The client of io-priority: the same for every server, a process of its own, one request in flight.
// Its parent sends {port, durationMs, timeoutMs, warmMs} for each arm and gets {latencies_us, lost, duration_s}.
import {createSocket} from "node:dgram";

const BYTES = 64;
const nowNs = () => process.hrtime.bigint();

async function ask({port, durationMs, timeoutMs, warmMs}) {
  const socket = createSocket("udp4");
  await new Promise((resolve) => socket.connect(port, "127.0.0.1", resolve));
  const request = requester(socket);
  await repeat(request, warmMs, timeoutMs);
  const result = await repeat(request, durationMs, timeoutMs);
  socket.close();
  return result;
}

// request(timeoutMs) sends one numbered packet and waits for its own number: microseconds, or null when it is lost.
function requester(socket) {
  const packet = Buffer.alloc(BYTES);
  let number = 0;
  let settle = null;
  socket.on("message", (reply) => {
    if (settle !== null && reply.readUInt32LE(0) === number) settle(nowNs());
  });
  socket.on("error", () => {}); // a refused packet is a lost one: the timeout counts it
  return (timeoutMs) =>
    new Promise((resolve) => {
      packet.writeUInt32LE(++number, 0);
      const timer = setTimeout(() => finish(null), timeoutMs);
      const begin = nowNs();
      const finish = (end) => {
        settle = null;
        clearTimeout(timer);
        resolve(end === null ? null : Number(end - begin) / 1000);
      };
      settle = finish;
      socket.send(packet);
    });
}

async function repeat(request, durationMs, timeoutMs) {
  const latencies_us = [];
  let lost = 0;
  const begin = nowNs();
  while (Number(nowNs() - begin) < durationMs * 1e6) {
    const us = await request(timeoutMs);
    if (us === null) lost++;
    else latencies_us.push(us);
  }
  return {latencies_us, lost, duration_s: Number(nowNs() - begin) / 1e9};
}

process.on("message", async (arm) => process.send(await ask(arm)));
process.on("disconnect", () => process.exit(0));
process.send("ready");
