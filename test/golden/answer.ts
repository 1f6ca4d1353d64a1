import { createHash } from 'node:crypto';
import type { Service } from '../support/app.ts';
import { labelOf, type Question, send } from './question.ts';
import { settled } from './volatile.ts';

/** One answer, without what varies: what is compared, and what a reader of the list is shown of it. */
export type Answer = Readonly<{
  kind: string;
  label: string;
  status: number;
  headline: string;
  bytes: number;
  hash: string;
  text: string;
}>;

/** Headers that are a promise to clients. The rest are dates, ids and lengths, or the same everywhere. */
const promised = [
  'content-type',
  'cache-control',
  'content-language',
  'content-disposition',
  'content-security-policy',
  'vary',
  'location',
  'allow',
  'retry-after',
  'x-licet-problem',
  'cross-origin-resource-policy',
  'access-control-allow-methods',
];

/** Longer bodies (kept lists, the reference document) are recorded by their hash alone. */
const LONGEST = 120_000;

export const hashOf = (text: string | Buffer): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const words = (...parts: readonly unknown[]): string =>
  parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');

/** What a JSON answer says, in a few words: outcome, match and id of a verdict, code of a problem, else its fields. */
const jsonHeadline = (body: unknown): string => {
  if (!isObject(body)) return '';
  if (Array.isArray(body.answers)) return body.answers.map(jsonHeadline).join('; ');
  if (isObject(body.receipt)) return jsonHeadline(body.receipt.verdict);
  if (isObject(body.identity) && typeof body.outcome === 'string') {
    const found = isObject(body.identity.institution) ? body.identity.institution.id : null;
    return words(body.outcome, body.identity.match, found);
  }
  if (typeof body.code === 'string' && typeof body.status === 'number') return body.code;
  const long = Object.entries(body).flatMap(([name, value]) =>
    Array.isArray(value) ? [`${name}:${value.length}`] : [],
  );
  return words(body.id, body.code, body.match, body.message, ...long);
};

const titleIn = (text: string): string => /<title[^>]*>([^<]*)<\/title>/.exec(text)?.[1] ?? '';

const headlineOf = (type: string, text: string): string => {
  const line = /json/.test(type) && text.startsWith('{') ? jsonHeadline(JSON.parse(text)) : titleIn(text);
  return line.replace(/\s+/g, ' ').slice(0, 160);
};

/** Asks, and leaves out what varies. */
export const answerOf = async (service: Service, question: Question): Promise<Answer> => {
  const response = await send(service, question);
  const type = String(response.headers['content-type'] ?? '');
  const head = promised.flatMap((name) => {
    const value = response.headers[name];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const body = settled(response.body);
  const short = body.length <= LONGEST ? body : `(${body.length} characters, sha256 ${hashOf(body)})`;
  const text = `${response.statusCode}\n${head.join('\n')}\n\n${short}`;
  return {
    kind: question.kind,
    label: labelOf(question),
    status: response.statusCode,
    headline: headlineOf(type, body),
    bytes: Buffer.byteLength(body),
    hash: hashOf(text),
    text,
  };
};
