import type { FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { QuestionContext, RawQuestion } from '../ask/question-context.ts';
import { preferredLanguage } from './language.ts';
import { wordedValidator } from './plugins/worded-validator.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where the request is read, and a number that identifies a person refused, by the route's own reader. */
    ownReader?: boolean;
  }
}

/**
 * For routes that are asked a question. The framework's own validation is off there, so that a question is read once, by the one
 * reader of src/ask, which reads by the same declaration: it names all that is wrong and what would be right, the place of each
 * question in a batch, codes that are near and the present day; the command line and the pages read with it too; and an
 * address that was answered before is not read again.
 */
export const ownReader = { validatorCompiler: () => () => true, config: { ownReader: true } };

/** The same for a body alone: described in the reference, read by the route; the rest of the request is checked by its schema. */
export const ownBody: Pick<RouteShorthandOptions, 'validatorCompiler'> = {
  validatorCompiler: (part) =>
    part.httpPart === 'body' ? () => true : wordedValidator(part as Parameters<typeof wordedValidator>[0]),
};

/** True for a JSON object: only that can hold the fields of a question. */
export const holdsFields = (body: unknown): body is RawQuestion =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

/** What a question in the body of this request is read with. */
export const bodyContext = ({ headers }: FastifyRequest, now: Date, newest?: number): QuestionContext => ({
  now,
  lang: preferredLanguage(headers['accept-language']),
  via: 'body',
  pointer: '',
  ...(newest === undefined ? {} : { newest }),
});
