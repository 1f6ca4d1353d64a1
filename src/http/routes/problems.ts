import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { LicetError, type ProblemCode, problems } from '../../errors.ts';
import { suggestByEditDistance } from '../../text/edit-distance.ts';
import { sendWithEtag } from '../plugins/conditional.ts';

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

const page = (code: ProblemCode): string => {
  const { status, title, zh, means } = problems[code];
  return `${code} (HTTP ${status})\n\n${title}\n${zh}\n\n${means}\n`;
};

const schema = { hide: true, params: z.strictObject({ code: z.string().min(1).max(60) }) };

/** The pages that the `type` of a problem document leads to. */
export const registerProblemPages = (app: FastifyInstance): void => {
  app.withTypeProvider<ZodTypeProvider>().get('/problems/:code', { schema }, async (request, reply) => {
    const { code } = request.params;
    if (isCode(code)) {
      return sendWithEtag(request, reply, page(code), { contentType: 'text/plain; charset=utf-8' });
    }
    const field = { field: '/code', problem: 'is not a problem of this service' };
    const like = suggestByEditDistance(code, Object.keys(problems));
    throw new LicetError('LICET_UNKNOWN_PROBLEM', undefined, [
      like.length ? { ...field, nearest: like } : field,
    ]);
  });
};
