import type { FastifyInstance, FastifyRequest } from 'fastify';
import { personalFields } from '../../ask/personal-fields.ts';
import type { QuestionContext, RawQuestion } from '../../ask/question-context.ts';
import { LicetError } from '../../errors.ts';

/** An ID card has fifteen digits at least: an address with fewer is not looked at any closer. */
const FEWEST_DIGITS = 15;

const digitsIn = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) count += 1;
  }
  return count;
};

const FINGERPRINT = /^[0-9a-f]{64}$/;

const fieldsOf = (raw: unknown): RawQuestion =>
  typeof raw === 'object' && raw !== null
    ? Object.fromEntries(
        Object.entries(raw).filter(([, value]) => !(typeof value === 'string' && FINGERPRINT.test(value))),
      )
    : {};

const refuse = ({ url, query, params, body }: FastifyRequest): void => {
  const context = (via: QuestionContext['via']): QuestionContext => ({
    now: new Date(0),
    lang: 'en',
    via,
    pointer: '',
  });
  const far = digitsIn(url) >= FEWEST_DIGITS;
  const errors = [
    ...(far ? personalFields(fieldsOf(query), context('query')) : []),
    ...(far ? personalFields(fieldsOf(params), context('body')) : []),
    ...personalFields(fieldsOf(body), context('body')),
  ];
  if (errors.length > 0) throw new LicetError('LICET_PERSONAL_NUMBER', undefined, errors);
};

/**
 * Refuses a number that identifies a person wherever it stands: in the query, in the path, in a body, at every address. It
 * is neither looked up, nor logged, nor repeated. Routes with a reader of their own, and identifiers, refuse it themselves.
 */
export const refusePersonalNumbers = (app: FastifyInstance): void => {
  app.addHook('preValidation', (request, _reply, done) => {
    const { url, body, routeOptions } = request;
    const own = routeOptions.config.ownReader === true || url.startsWith('/v1/identifiers/');
    if (!own && (body !== undefined || digitsIn(url) >= FEWEST_DIGITS)) refuse(request);
    done();
  });
};
