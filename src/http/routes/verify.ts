import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ByteText, bytesOf } from '../../text/byte-text.ts';
import type { Deps } from '../deps.ts';
import type { Envelope } from '../plugins/envelope.ts';
import { bodyContext, ownReader } from '../read-question.ts';
import { verifyBatchSchema } from '../shapes/verify.ts';
import { answerHeaders } from './verify-answers.ts';
import { type Asking, answerBatch, bodyOf, parseItem, personalHeaders, refuseOne } from './verify-batch.ts';
import { registerVerifyGet } from './verify-get.ts';

const sendAnswer = (reply: FastifyReply, etag: string, body: ByteText): FastifyReply =>
  reply.headers({ ...answerHeaders, etag }).send(bytesOf(body));

const answerOne = async (
  asking: Asking,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { deps, epoch, now, context } = asking;
  const parsed = parseItem(request.body, context);
  const question = 'question' in parsed ? parsed.question : await refuseOne(asking, request.body, parsed);
  await deps.questionQuota(question, request, reply, now);
  const body = await bodyOf(deps, epoch, question);
  if (question.practitioner !== undefined) return reply.headers(personalHeaders).send(bytesOf(body));
  return sendAnswer(reply, deps.answers.etag(epoch, question), body);
};

const answerPost = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const now = deps.clock();
  const epoch = deps.answers.epoch();
  const context = bodyContext(request, now, epoch.reader.generation);
  const asking = { deps, epoch, now, context };
  const { body } = request;
  return Array.isArray(body) ? answerBatch(asking, body, request, reply) : answerOne(asking, request, reply);
};

/** The one question, by GET and by POST, alone or up to a hundred at once. */
export const registerVerify = (app: FastifyInstance, deps: Deps, envelope: Envelope | null): void => {
  registerVerifyGet(app, deps, envelope);
  app.post('/v1/verify', { schema: verifyBatchSchema, ...ownReader }, answerPost(deps));
};
