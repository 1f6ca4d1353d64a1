import { institutionFields, namingFields, offerFields } from '../../schema/question.ts';
import { shanghaiDay } from '../text/dates.ts';
import type { Offer } from './check-offer.ts';
import { nobodyNamed } from './parse-question.ts';
import type { QuestionContext, RawQuestion, Refused } from './question-context.ts';
import { readFields } from './read-fields.ts';

type ParsedOffer = Readonly<{ offer: Offer }> | Refused;

/**
 * Reads `{"text": "…", "name": "…", "sender": "…"}`: an offer, the institution it speaks of, and who sent it; a sender may be asked
 * about without a text. Gives every error the body holds. A text that contains a number identifying a person is refused unread.
 */
export const parseOffer = (raw: RawQuestion, context: QuestionContext): ParsedOffer => {
  const required = raw.sender === undefined ? 'text' : undefined;
  const readable = readFields('an offer', offerFields, raw, context, required);
  if (!('found' in readable)) return readable;
  const { found, errors } = readable;
  const given = (field: string): boolean => raw[field] !== undefined;
  const named = namingFields.some(given);
  if (!named && Object.keys(institutionFields).some(given)) errors.push(nobodyNamed(context));
  const { text = '', sender = null, asOf, lang = context.lang, ...institution } = found;
  if (errors.length > 0) return { code: 'LICET_BAD_QUESTION', errors };
  const who = named ? { institution, claims: [], asOf, lang } : null;
  return { offer: { text, sender, lang, who, day: asOf ?? shanghaiDay(context.now) } };
};
