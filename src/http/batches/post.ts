import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type BatchField, batchFields } from '../../../schema/lexicon/batch-headings.ts';
import { LicetError } from '../../errors.ts';
import { preferredLanguage } from '../language.ts';
import { readForm } from '../pages/read-form.ts';
import { partnerOf } from '../partners/partner-of.ts';
import { ownBody } from '../read-question.ts';
import { answeringToo } from '../shapes/operation.ts';
import type { BatchRouteDeps } from './deps.ts';
import { MOST_BYTES, orderFor, takeList } from './order.ts';
import { batchShape, listBody, listOperation, postQuery } from './shapes.ts';
import { batchOf, shownBatch } from './show.ts';

/** An Idempotency-Key: printable ASCII (IETF draft "The Idempotency-Key HTTP Header Field"). */
const KEY = /^[\x21-\x7E]{1,255}$/;

const bad = (field: string, problem: string, expected: string): LicetError =>
  new LicetError('LICET_BAD_QUESTION', `${field === '' ? 'The body' : field} ${problem}.`, [
    { field, problem, expected },
  ]);

const textsOf = (given: string | string[] | undefined): readonly string[] =>
  given === undefined ? [] : [given].flat();

/** `name=Krankenhaus`: the caller's own heading for a field. */
const ownHeadings = (given: readonly string[]): Readonly<Partial<Record<BatchField, string>>> =>
  Object.fromEntries(
    given.map((one) => {
      const equals = one.indexOf('=');
      const field = batchFields.find((known) => known === one.slice(0, equals));
      const heading = one.slice(equals + 1).trim();
      if (field === undefined || heading === '' || heading.length > 200)
        throw bad(
          '?column',
          'is no field and heading',
          `field=heading, with a field of ${batchFields.join(', ')}`,
        );
      return [field, heading];
    }),
  );

const idempotencyKeyOf = ({ headers }: FastifyRequest): string | null => {
  const given = headers['idempotency-key'];
  if (given === undefined) return null;
  const key = String(given).replace(/^"(.*)"$/s, '$1');
  if (KEY.test(key)) return key;
  throw bad('Idempotency-Key', 'is no key', '1 to 255 printable characters of ASCII without blanks');
};

type SentList = Readonly<{ body: Buffer; name: string }>;

/** How a list is sent with curl. */
const SENDING = "--data-binary @list.csv -H 'content-type: text/csv'";

const FORM_LIMITS = { file: MOST_BYTES, field: 500, fields: 5 } as const;

/** The one file of a form (`curl -F file=@list.csv`). What else a form holds would be passed over, and is refused. */
const fileOfForm = async (request: FastifyRequest): Promise<SentList> => {
  const { file, files, fields } = await readForm(request, FORM_LIMITS);
  const [field] = Object.keys(fields);
  if (file === null || files > 1 || field !== undefined)
    throw bad(
      field === undefined ? '' : `/${field}`,
      field === undefined ? `is a form with ${files} files` : 'is a field of a form, which is not read',
      `one file and nothing else (-F file=@list.csv), or the file itself (${SENDING}); what holds for all rows goes into the address: ?service=…`,
    );
  return { body: file.bytes, name: file.name };
};

/** The bytes of the list; whoever reads it says in the caller's language that there are none. */
const listOf = async (request: FastifyRequest): Promise<SentList> => {
  if (request.isMultipart()) return fileOfForm(request);
  if (/^multipart\//iu.test(request.headers['content-type'] ?? ''))
    throw new LicetError('LICET_WRONG_CONTENT_TYPE', `Send the file itself: ${SENDING}.`);
  const { body } = request;
  return { body: Buffer.isBuffer(body) ? body : Buffer.alloc(0), name: '' };
};

const orderOf = (request: FastifyRequest, { body, name }: SentList, now: Date) => {
  const query = postQuery.parse(request.query);
  const {
    file = name === '' ? 'list' : name,
    lang = preferredLanguage(request.headers['accept-language']),
    service,
    asOf,
  } = query;
  const [own, claim] = [ownHeadings(textsOf(query.column)), textsOf(query.claim)];
  const said = {
    partner: partnerOf(request),
    idempotencyKey: idempotencyKeyOf(request),
    file,
    lang,
    own,
    defaults: {
      ...(service === undefined ? {} : { service }),
      ...(claim.length === 0 ? {} : { claim: [...claim] }),
      ...(asOf === undefined ? {} : { asOf }),
    },
    held: false,
  };
  return orderFor(said, body, now);
};

const take =
  (deps: BatchRouteDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const sent = await listOf(request);
    const order = orderOf(request, sent, deps.clock());
    const taken = await takeList(deps, request, order, sent.body);
    const batch = shownBatch(await batchOf(deps, request, taken.id));
    reply.code(taken.state === 'added' ? 202 : 200).header('location', `/v1/batches/${taken.id}`);
    return reply.header('cache-control', 'no-store').send(batch);
  };

const described = listOperation(
  {
    id: 'addBatch',
    summary: 'Hand in a list of hospitals; it is answered beside all other questions',
    description:
      'The body is the file itself: XLSX, XLS, CSV (any of , ; tab |, in UTF-8, UTF-16 or GBK), a JSON list of questions, or NDJSON; at most 25 MB and 100,000 rows; or a form (multipart/form-data) with that one file. Headings are recognised in English and Chinese (docs/partners.md). The answer says which columns are read. With an `Idempotency-Key` the same list handed in twice is one. A number that identifies a person is taken out of every cell.',
  },
  batchShape,
  { querystring: postQuery, body: listBody },
  [409, 422],
);

const schema = {
  ...answeringToo(described, { 202: 'Taken' }),
  consumes: [
    'text/csv',
    'application/json',
    'application/x-ndjson',
    'application/octet-stream',
    'multipart/form-data',
  ],
};

/** `POST /v1/batches`: the bytes of a list, of whatever type, or a form with one file. */
export const registerPost = async (app: FastifyInstance, deps: BatchRouteDeps): Promise<void> => {
  app.removeAllContentTypeParsers();
  await app.register(multipart);
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  // Numbers that identify persons are taken out of a list, not refused with it.
  app.post(
    '/v1/batches',
    { schema, bodyLimit: MOST_BYTES, ...ownBody, config: { ownReader: true, scope: 'batch' } },
    take(deps),
  );
};
