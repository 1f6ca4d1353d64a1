import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Test } from 'tap';
import { openMailer } from '../../src/fetch/mail.ts';
import { mailChanges } from '../../src/jobs/watches/mail-changes.ts';
import { watchedNights } from './watched-nights.ts';

/** A mail as the server received it: envelope, raw headers, decoded subject and text. */
type Received = Readonly<{
  to: readonly string[];
  headers: string;
  subject: string;
  text: string;
  messageId: string;
}>;

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` as a mail program reads them (RFC 2047). */
const decodedWords = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString(),
    );

const bodyOf = (headers: string, body: string): string => {
  if (/^content-transfer-encoding: base64/im.test(headers)) return Buffer.from(body, 'base64').toString();
  if (!/^content-transfer-encoding: quoted-printable/im.test(headers)) return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

const received = (raw: string, to: readonly string[]): Received => {
  const cut = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, cut).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  return {
    to,
    headers,
    subject: decodedWords(header('subject')),
    text: bodyOf(headers, raw.slice(cut + 4)),
    messageId: header('message-id'),
  };
};

/** A mail server on this machine, and all that it received. */
export const mailServer = async (t: Test) => {
  const box: Received[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) =>
      done(refusing ? Object.assign(new Error('try later'), { responseCode: 451 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        box.push(
          received(
            raw,
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        );
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const refuse = (on: boolean): void => {
    refusing = on;
  };
  return { box, url: `smtp://127.0.0.1:${port}`, refuse };
};

const BASE = 'https://licet.example';
const account = { url: 'smtp://mail.example', from: 'licet@licet.example' };

/** Two hospitals that are watched, and a mail server on this machine; `mail` does what the thread of the service does. */
export const mailing = async (t: Test, own: typeof account | null = account) => {
  const service = await watchedNights(t, { mail: own, baseUrl: BASE });
  const { night, compare, keyOf, watch, call, state, app } = service;
  const server = await mailServer(t);
  const mailer = openMailer({ ...account, url: server.url });
  t.teardown(mailer.close);
  const names = ['编造甲医院', '编造乙医院'];
  await night({ 编造甲医院: 'active', 编造乙医院: 'active' }, '2026-02-01');
  const key = await keyOf('Made-up Agency');
  const id = await watch(key, names);
  await compare();
  let now = Date.parse('2026-02-02T15:00:00Z');
  const clock = () => new Date(now);
  const mail = () =>
    mailChanges({ mail: state.watchMail, watches: state.watches, send: mailer.send, clock, base: BASE });
  const change = async (said: 'active' | 'revoked', day: string) => {
    await night(Object.fromEntries(names.map((name) => [name, said])), day);
    return compare();
  };
  const put = (address: string) => call(key, 'PUT', `/v1/watches/${id}/mail`, { address });
  const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
  const post = (url: string, payload = '') =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const tokenOf = (text = ''): string => /\/mail\/([\w-]{43})/.exec(text)?.[1] ?? '';
  /** Has an address asked, and says yes as its reader. */
  const confirmed = async (address: string): Promise<void> => {
    await put(address);
    await mail();
    await post(`/mail/${tokenOf(server.box.at(-1)?.text)}/yes`);
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  return {
    ...service,
    ...server,
    key,
    id,
    mail,
    change,
    put,
    get,
    post,
    tokenOf,
    confirmed,
    pass,
    at: clock,
  };
};
