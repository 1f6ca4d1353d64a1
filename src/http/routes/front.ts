import type { FastifyInstance } from 'fastify';
import { preferredLanguage } from '../language.ts';
import { sendKept } from '../plugins/conditional.ts';

const words = {
  en: `Licet: may you rely on this Chinese hospital for this treatment, today?

Ask      /v1/verify?name=Ruijin%20Hospital&claim=jci
Browse   /docs
Sources  /v1/sources
`,
  zh: `Licet：今天，您能否就这项治疗信赖这家中国医院？

查询  /v1/verify?name=%E7%91%9E%E9%87%91%E5%8C%BB%E9%99%A2&claim=jci&lang=zh
文档  /docs
来源  /v1/sources?lang=zh
`,
} as const;

/** Says in three lines where to go. */
export const registerFront = (app: FastifyInstance): void => {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const text = words[preferredLanguage(request.headers['accept-language'])];
    return sendKept(request, reply, text, { contentType: 'text/plain; charset=utf-8' });
  });
};
