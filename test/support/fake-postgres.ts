import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Test } from 'tap';
import { newestShipped } from '../../src/store/sql/shipped-migrations.ts';

const newest = newestShipped(join(import.meta.dirname, '../../schema/postgres/migrations'));

const two = (number: number): Buffer => Buffer.of(number >> 8, number & 255);
const four = (number: number): Buffer => Buffer.concat([two(number >> 16), two(number & 65_535)]);
const message = (kind: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), four(body.length + 4), body]);
};
const done = (word: string): Buffer => message('C', Buffer.from(`${word}\0`));

/** One row of one column: `type` is its number in PostgreSQL's catalogue (16 bool, 20 int8). */
const row = (name: string, type: number, value: string): Buffer =>
  Buffer.concat([
    message(
      'T',
      two(1),
      Buffer.from(`${name}\0`),
      four(0),
      two(0),
      four(type),
      two(65_535),
      four(-1),
      two(0),
    ),
    message('D', two(1), four(value.length), Buffer.from(value)),
    done('SELECT 1'),
  ]);

/** What an error of PostgreSQL looks like to whoever asked. */
const refusal = (severity: 'ERROR' | 'FATAL', code: string): Buffer =>
  message('E', Buffer.from(`S${severity}\0V${severity}\0C${code}\0Mmade up\0\0`));

/**
 * What a statement gets, or a connection under the text `login`: nothing at all, an error's code (`FATAL` also ends the connection), or
 * what it would get anyway.
 */
type Answer = (sql: string) => 'silence' | `${'ERROR' | 'FATAL'} ${string}` | undefined;

const answerTo = (sql: string): Buffer => {
  if (sql.includes('to_regclass')) return row('known', 16, 't');
  if (sql.includes('max(created_at)')) return row('newest', 20, String(newest));
  return done(sql.split(/[ ;]/)[0] ?? '');
};

/** Reads one client's messages, the small part of the protocol that `pg` speaks. */
const listen = (socket: Socket, asked: string[], answer: Answer): void => {
  let rest = Buffer.alloc(0);
  let isIn = false;
  let state = 'I';
  const ready = (): Buffer => message('Z', Buffer.from(state));
  const reply = (sql: string, bytes: Buffer): void => {
    const given = answer(sql);
    if (given === 'silence') return;
    if (given?.startsWith('FATAL')) return void socket.end(refusal('FATAL', given.slice(6)));
    if (given !== undefined && state === 'T') state = 'E';
    const failed = given === undefined ? null : refusal('ERROR', given.slice(6));
    // What is to be kept of a transaction that failed is taken back, and that is no error.
    const kept = sql === 'COMMIT' && state === 'E' ? done('ROLLBACK') : bytes;
    if (/^BEGIN/.test(sql)) state = 'T';
    if (/^(COMMIT|ROLLBACK)/.test(sql)) state = 'I';
    socket.write(Buffer.concat([failed ?? kept, ready()]));
  };
  const take = (kind: string, body: Buffer): void => {
    if (kind !== 'Q' && kind !== 'P') return;
    const text = body.toString();
    const sql = (kind === 'Q' ? text : text.slice(text.indexOf('\0') + 1)).split('\0')[0] ?? '';
    asked.push(sql);
    // A prepared statement's other messages follow at once: it is answered for all of them together, without rows.
    const bytes = answerTo(sql);
    reply(sql, kind === 'Q' ? bytes : Buffer.concat([message('1'), message('2'), message('n'), bytes]));
  };
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      // The first message of a connection alone has no letter before its length.
      const from = isIn ? 1 : 0;
      const length = rest.length < from + 4 ? Number.POSITIVE_INFINITY : rest.readInt32BE(from) + from;
      if (rest.length < length) return;
      const [kind, body] = [String.fromCharCode(rest[0] ?? 0), rest.subarray(5, length)];
      rest = rest.subarray(length);
      if (isIn) take(kind, body);
      else reply('login', message('R', four(0)));
      isIn = true;
    }
  });
};

/**
 * A server on loopback that speaks as much of PostgreSQL's protocol as it takes to be asked: it lets everybody in, has all migrations,
 * and answers every statement without rows. What cannot be shown of a real one at will, it does at once.
 */
export const fakePostgres = async (t: Test, answer: Answer = () => undefined) => {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    listen(socket, asked, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  t.teardown(() => {
    cut();
    server.close();
  });
  return {
    url: `postgres://made-up:made-up@127.0.0.1:${port}/made_up`,
    /** Every statement, in its order. */
    asked,
    /** Ends every connection without a word, as a machine that goes down does. */
    cut,
  };
};
