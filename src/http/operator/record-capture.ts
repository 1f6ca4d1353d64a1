import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { LicetError } from '../../errors.ts';
import { ownBody } from '../read-question.ts';
import { answeringToo } from '../shapes/operation.ts';
import type { OperatorDeps } from './deps.ts';
import { operatorOperation } from './operation.ts';
import { captureQuery, readOrder } from './read-order.ts';
import { readUpload } from './read-upload.ts';
import { actOf } from './require-role.ts';
import { captureAnswer, captureBodies } from './shapes.ts';

const params = z.strictObject({ source: z.string().min(1).max(100) });

const postSchema = {
  ...answeringToo(
    operatorOperation(
      {
        id: 'capture',
        summary: 'Record what a person read off a register, with the saved page as proof',
        description:
          'JSON, or multipart/form-data with the parts `capture` (the same JSON), `page` (the saved page: HTML, PDF, PNG) and `file` (many rows: CSV, XLSX). `dryRun=true` shows what would change and writes nothing. Rows are recorded together; with `partial=true` those that are good. A saved page that shows another number than the one typed refuses the row, unless `force` and `because` insist. What turns an answer into a no is answered 202: it waits under `pending` until another person confirms it.',
      },
      captureAnswer,
      { params, querystring: captureQuery, body: captureBodies },
      [400, 404, 408, 409, 413, 415, 422, 503],
    ),
    { 201: 'Recorded', 202: 'It waits for a second person under `pending`' },
  ),
  consumes: ['application/json', 'multipart/form-data'],
};

/** Refuses bodies of other types before they are read. */
const refuseOtherForms = (request: FastifyRequest): void => {
  const type = request.headers['content-type'] ?? '';
  if (/^(application\/json|multipart\/form-data)\b/i.test(type)) return;
  throw new LicetError(
    'LICET_WRONG_CONTENT_TYPE',
    'Send application/json, or multipart/form-data with the parts capture, page and file.',
  );
};

const capture =
  (deps: OperatorDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { source } = params.parse(request.params);
    const body = request.isMultipart()
      ? await readUpload(request, reply)
      : { capture: request.body, page: null, file: null };
    const order = readOrder(source, body, captureQuery.parse(request.query));
    const act = actOf(deps, request, order.dryRun ? 'capture.dry-run' : 'capture.record', order.source);
    const answer = await deps.worker.run('capture', { act, ...order });
    const answering = !answer.recorded || (await deps.moved());
    return reply
      .code(answer.pending !== null ? 202 : answer.recorded ? 201 : 200)
      .send({ ...answer, answering });
  };

/** The route by which a person records what they read off a register. */
export const registerRecordCapture = (app: FastifyInstance, deps: OperatorDeps): void => {
  const route: RouteShorthandOptions = {
    schema: postSchema,
    config: { role: 'clerk' },
    // The body is read by `readOrder`, which names what is wrong in it; a form is no JSON to be checked here.
    ...ownBody,
    onRequest: async (request) => refuseOtherForms(request),
  };
  app.post('/v1/operator/captures/:source', route, capture(deps));
};
