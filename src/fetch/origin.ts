import { type Dispatcher, request } from 'undici';
import { PrivateAddressError } from './agent.ts';
import { readBody } from './body.ts';
import { type Hop, type Reply, type Send, type Trouble, trouble } from './send.ts';

type OriginLimits = Readonly<{ timeoutMs: number; maxBytes: number }>;

const flat = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

const causes = (error: unknown): unknown[] =>
  error instanceof Error
    ? [error, ...causes(error.cause), ...(error instanceof AggregateError ? error.errors : [])]
    : [error];

/** Whether trying again may help: not for a bad certificate or a private address, but for a connection that was reset. */
const explain = (error: unknown): Trouble => {
  const all = causes(error);
  if (all.some((one) => one instanceof PrivateAddressError)) return trouble('refused', 'private-address');
  const code = all
    .map((one) => (one instanceof Error && 'code' in one ? String(one.code) : ''))
    .find((one) => one !== '');
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || /TIMEOUT/.test(code ?? ''))
    return trouble('unreachable', 'timeout', { again: true });
  const certificate = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_/.test(code ?? '');
  return trouble('unreachable', code ?? (name === '' ? 'unknown' : name), { again: !certificate });
};

/** The key goes to the origin it is for and to no other. */
const secretOf = ({ secret, url }: Hop): Record<string, string> =>
  secret !== undefined && secret.origin === url.origin ? { [secret.header]: secret.value } : {};

const ask = async (hop: Hop, dispatcher: Dispatcher, limits: OriginLimits): Promise<Reply | Trouble> => {
  const answer = await request(hop.url, {
    dispatcher,
    ...(hop.body === undefined ? { method: 'GET' } : { method: 'POST', body: hop.body }),
    headers: { 'accept-encoding': 'gzip, deflate, br', ...hop.headers, ...secretOf(hop) },
    signal: AbortSignal.timeout(limits.timeoutMs),
  });
  const headers = flat(answer.headers);
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > limits.maxBytes) {
    answer.body.destroy();
    return trouble('too-big', `the body announces ${announced} bytes`, { limit: limits.maxBytes });
  }
  const body = await readBody(answer.body, headers['content-encoding'] ?? '', limits.maxBytes);
  if ('tooBig' in body)
    return trouble('too-big', 'the body is larger than it may be', { limit: body.tooBig });
  if ('unknownEncoding' in body) return trouble('unreachable', `content coding ${body.unknownEncoding}`);
  return { ok: true, status: answer.statusCode, headers, bytes: body.bytes, robots: null };
};

/** The innermost step, the only one with a socket: one GET or POST, in time and in size. Every failure becomes a `Trouble`. */
export const origin =
  (dispatcher: Dispatcher, limits: OriginLimits): Send =>
  (hop) =>
    ask(hop, dispatcher, limits).catch(explain);
