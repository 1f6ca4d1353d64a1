import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Where the question of a DNS message (RFC 1035 §4.1) ends, and the name it asks for. */
const questionOf = (message: Buffer): Readonly<{ name: string; end: number }> => {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 5 };
};

const txtAnswer = (text: string): Buffer => {
  const data = Buffer.from(text);
  const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, data.length + 1, data.length]);
  return Buffer.concat([head, data]);
};

/** A name server on this machine that knows these TXT records and says NXDOMAIN to every other name. */
export const openNameServer = async (records: Readonly<Record<string, string>>) => {
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    const { name, end } = questionOf(message);
    const text = records[name];
    const head = Buffer.from(message.subarray(0, 12));
    head.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
    head.writeUInt16BE(text === undefined ? 0 : 1, 6);
    head.fill(0, 8, 12);
    const parts = [head, message.subarray(12, end), ...(text === undefined ? [] : [txtAnswer(text)])];
    socket.send(Buffer.concat(parts), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { server: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
};
