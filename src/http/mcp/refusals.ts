import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { preferredLanguage } from '../language.ts';
import { problemOf, toLicetError } from '../plugins/problems.ts';
import { holdsFields } from '../read-question.ts';

/** Codes of JSON-RPC 2.0: no JSON, no request of this protocol, and the first one that a server may give a meaning of its own. */
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;
const REFUSED = -32_000;
const INVALID_PARAMS = -32_602;

const refuse = (
  reply: FastifyReply,
  status: number,
  code: number,
  message: string,
  { id = null, data }: Readonly<{ id?: string | number | null; data?: object }> = {},
): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify({
        jsonrpc: '2.0',
        id,
        error: { code, message, ...(data === undefined ? {} : { data }) },
      }),
    );

/**
 * Several messages in one request, as revision 2025-03-26 alone had them: a hundred offers to read counted once in the quota and kept
 * everybody waiting for seconds.
 */
export const refuseBatch = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 400, INVALID_REQUEST, 'One message a request; no batches');

/** Refuses a message of no bytes; null for any other. */
export const refuseEmpty = ({ method, body }: FastifyRequest, reply: FastifyReply): FastifyReply | null =>
  method === 'POST' && body === undefined
    ? refuse(reply, 400, PARSE_ERROR, 'The body is empty; a message in JSON is expected.')
    : null;

/** What is refused before the protocol's library reads it is told as JSON-RPC tells errors; `data` is our problem document. */
export const refuseAsJsonRpc = (
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const told = toLicetError(error, request, request.server);
  const code = told.code === 'LICET_BAD_JSON' ? PARSE_ERROR : REFUSED;
  const problem = problemOf(told, request.id, preferredLanguage(request.headers['accept-language']));
  return refuse(reply, told.statusCode, code, problem.detail, { data: problem });
};

const call = z.looseObject({
  id: z.union([z.string(), z.number()]),
  method: z.literal('tools/call'),
  params: z.looseObject({ arguments: z.unknown() }),
});

/** Refuses the call of a tool whose arguments are no object; null for any other message. The library would tell it in words of its own. */
export const refuseArguments = (body: unknown, reply: FastifyReply): FastifyReply | null => {
  const { id, params } = call.safeParse(body).data ?? {};
  const given = params?.arguments;
  if (id === undefined || given === undefined || holdsFields(given)) return null;
  const kind = Array.isArray(given) ? 'a list' : given === null ? 'null' : `a ${typeof given}`;
  const message = `arguments is ${kind}; expected an object with the fields of the tool, such as {"name":"Ruijin Hospital"}`;
  return refuse(reply, 400, INVALID_PARAMS, message, { id });
};
