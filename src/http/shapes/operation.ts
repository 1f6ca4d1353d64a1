import { z } from 'zod';
import { problemSchema } from '../../../schema/problem.ts';
import { verdictSchema } from '../../../schema/verdict.ts';
import { SAMPLE_HOST } from '../plugins/reference-examples.ts';

/** Names under which the reference shows the shapes that many answers share. */
z.globalRegistry.add(problemSchema, { id: 'Problem', title: 'Problem document (RFC 9457)' });
z.globalRegistry.add(verdictSchema, { id: 'Verdict', title: 'Verdict' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** Whatever is no answer. */
const refusals = {
  308: z.null().describe('It was merged into another: `location` leads there'),
  400: problem('The request cannot be read; `errors` names each field'),
  401: problem('No key or token where one is wanted, or one that is not live'),
  403: problem('It is not allowed: by the rights of the source, by the scope of the key, or to this site'),
  404: problem('Nothing is known under this id, code or hash'),
  410: problem('It was kept and has been removed'),
  408: problem('The body took too long to arrive'),
  409: problem('It cannot be done to this source or run; `detail` says why'),
  413: problem('The body is larger than this address takes; `detail` says how large it may be'),
  414: problem('A part of the address is longer than anything known here'),
  415: problem('The body is of a type that is not read here'),
  422: problem('What was captured cannot be taken; `errors` names each field'),
  429: problem('Too many requests; see Retry-After'),
  500: problem('A fault of ours'),
  501: problem('This format is not offered'),
  503: problem('Not possible right now, or not set up on this installation; `detail` says which'),
} as const;

type Refusal = keyof typeof refusals;

/** What every address may answer: a dead key is refused wherever it is shown, and the rest can happen to anybody. */
const anywhere: readonly Refusal[] = [401, 429, 500, 503];

/** What may be wrong with what is sent, by the parts of a request that are read. */
const refusedByPart: Readonly<Record<string, readonly Refusal[]>> = {
  params: [400, 414],
  querystring: [400],
  body: [400, 413, 415],
};

/** The address an example asks for; a test executes every one of them. */
const curl = (example: string, body?: string) => ({
  lang: 'Shell',
  label: 'curl',
  source:
    body === undefined
      ? `curl '${SAMPLE_HOST}${example}'`
      : `curl -H 'content-type: application/json' -d '${body}' '${SAMPLE_HOST}${example}'`,
});

type Example = Readonly<{ path: string; body?: unknown }>;

/** An answer that is no JSON: its media types. Where JSON is one of them, its shape. */
export type Media = Readonly<{ media: readonly string[]; json?: z.ZodType }>;

const bytes = z.string().meta({ format: 'binary' });

const contentOf = (answer: z.ZodType | Media) =>
  'media' in answer
    ? Object.fromEntries(
        answer.media.map((type) => [
          type,
          { schema: type === 'application/json' ? (answer.json ?? bytes) : bytes },
        ]),
      )
    : { 'application/json': { schema: answer } };

/** What the reference says of one address, in Fastify's own form. */
export const operation = <Parts extends Readonly<Record<string, unknown>>>(
  about: Readonly<{
    tag: string;
    id: string;
    summary: string;
    description?: string;
    examples: readonly Example[];
  }>,
  answer: z.ZodType | Media,
  parts: Parts,
  refused: readonly Refusal[] = [],
) => ({
  tags: [about.tag],
  operationId: about.id,
  summary: about.summary,
  ...(about.description === undefined ? {} : { description: about.description }),
  'x-codeSamples': about.examples.map(({ path, body }) =>
    curl(path, body === undefined ? undefined : JSON.stringify(body)),
  ),
  ...parts,
  response: {
    200: { description: 'Answer', content: contentOf(answer) },
    ...Object.fromEntries(
      [...refused, ...Object.keys(parts).flatMap((part) => refusedByPart[part] ?? []), ...anywhere].map(
        (status) => [status, refusals[status]],
      ),
    ),
  },
});

type Described = Readonly<{ response: Readonly<Record<number, unknown>> }>;
type Succeeding<Operation extends Described, Status extends number, Answer> = Omit<Operation, 'response'> &
  Readonly<{ response: Omit<Operation['response'], 200> & Readonly<Record<Status, Answer>> }>;

/** The same operation where success has another code than 200, with the shape of that answer. */
export const succeedingWith = <
  Operation extends Described,
  Status extends 201 | 204,
  Answer extends z.ZodType,
>(
  described: Operation,
  status: Status,
  answer: Answer,
): Succeeding<Operation, Status, Answer> => {
  const { 200: _, ...refusals } = described.response;
  const response = { ...refusals, [status]: answer };
  return { ...described, response } as unknown as Succeeding<Operation, Status, Answer>;
};

/** Of an operation that takes something away: it answers 204, without a body. */
export const removing = <Operation extends Described>(described: Operation) =>
  succeedingWith(described, 204, z.null().describe('It is gone'));

/** The same operation where success may also have other codes, with the shape of 200: what each of them says. */
export const answeringToo = <
  Answer extends object,
  Operation extends Readonly<{ response: Readonly<{ 200: Answer }> }>,
  Status extends 201 | 202,
>(
  described: Operation,
  meanings: Readonly<Record<Status, string>>,
): Omit<Operation, 'response'> &
  Readonly<{ response: Operation['response'] & Readonly<Record<Status, Operation['response'][200]>> }> => {
  const { 200: answer } = described.response;
  const also = Object.entries<string>(meanings).map(([status, description]) => [
    status,
    { ...answer, description },
  ]);
  return {
    ...described,
    response: { ...described.response, ...(Object.fromEntries(also) as Record<Status, typeof answer>) },
  };
};
