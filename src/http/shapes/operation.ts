import { z } from 'zod';
import { problemSchema } from '../../../schema/problem.ts';
import { verdictSchema } from '../../../schema/verdict.ts';

/** Names under which the reference shows the shapes that many answers share. */
z.globalRegistry.add(problemSchema, { id: 'Problem', title: 'Problem document (RFC 9457)' });
z.globalRegistry.add(verdictSchema, { id: 'Verdict', title: 'Verdict' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const refusals = {
  400: problem('The request cannot be read; `errors` names each field'),
  401: problem('No operator’s token, or none that is live'),
  403: problem('The rights of the source forbid it'),
  404: problem('Nothing is known under this id, code or hash'),
  410: problem('It was kept and has been removed'),
  408: problem('The body took too long to arrive'),
  409: problem('It cannot be done to this source or run; `detail` says why'),
  413: problem('The body is larger than 1 MB'),
  415: problem('The body is not application/json'),
  422: problem('What was captured cannot be taken; `errors` names each field'),
  429: problem('Too many requests; see Retry-After'),
  500: problem('A fault of ours'),
  503: problem('The registry is being written to; see Retry-After'),
} as const;

type Refusal = keyof typeof refusals;

/** The address an example asks for; a test executes every one of them. */
const curl = (example: string, body?: string) => ({
  lang: 'Shell',
  label: 'curl',
  source:
    body === undefined
      ? `curl 'http://127.0.0.1:8080${example}'`
      : `curl -H 'content-type: application/json' -d '${body}' 'http://127.0.0.1:8080${example}'`,
});

type Example = Readonly<{ path: string; body?: unknown }>;

/** What the reference says of one address, in Fastify's own form. */
export const operation = <Parts extends Readonly<Record<string, unknown>>>(
  about: Readonly<{
    tag: string;
    id: string;
    summary: string;
    description?: string;
    examples: readonly Example[];
  }>,
  answer: z.ZodType,
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
    200: { description: 'Answer', content: { 'application/json': { schema: answer } } },
    ...Object.fromEntries(
      [...refused, 429 as const, 500 as const].map((status) => [status, refusals[status]]),
    ),
  },
});
