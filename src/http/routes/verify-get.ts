import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { answerBeforeFramework, type Finished } from '../plugins/before-framework.ts';
import type { Envelope } from '../plugins/envelope.ts';
import { type SendWhole, wholeSender } from '../plugins/send-whole.ts';
import { ownReader } from '../read-question.ts';
import { verifySchema } from '../shapes/verify.ts';
import { type Getter, type Seen, verifyAtOnce, verifyGetter } from './verify-answers.ts';
import { refuseOne } from './verify-batch.ts';

/**
 * Neither a kept answer nor a new one is answered with a promise: the framework waits for the end of a reply that is promised or returned, which costs
 * as much as the rest of a kept answer.
 */
const byFramework = (deps: Deps, get: Getter, send: SendWhole) => {
  const { questionQuota, clock } = deps;
  const finish = (reply: FastifyReply, { status, headers, body }: Finished): void =>
    send(reply, status, headers, body);
  const answer = async (seen: Seen, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const question = await get.read(seen, (raw, refused, context) =>
      refuseOne({ deps, epoch: seen.epoch, context }, raw, refused),
    );
    await questionQuota(question, request, reply, clock());
    finish(reply, await get.make(seen, request, question));
  };
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const seen = get.look(request.raw);
    const known = get.kept(seen, request);
    if (known !== null) finish(reply, known);
    else answer(seen, request, reply).catch((cause) => reply.send(cause));
  };
};

/** The one question, in an address. `envelope`: null where the server answers it before the framework already. */
export const registerVerifyGet = (app: FastifyInstance, deps: Deps, envelope: Envelope | null): void => {
  const get = verifyGetter(deps);
  app.get('/v1/verify', { schema: verifySchema, ...ownReader }, byFramework(deps, get, wholeSender(app)));
  if (envelope !== null)
    answerBeforeFramework(app, { route: '/v1/verify', envelope, answer: verifyAtOnce(get) });
};
