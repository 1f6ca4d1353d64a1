import { z } from 'zod';
import { type Language, partialDate } from '../../../../schema/base.ts';
import { offerFields } from '../../../../schema/question.ts';
import { matches, outcomes } from '../../../../schema/verdict.ts';
import { checkOffer, type OfferAnswer } from '../../../ask/check-offer.ts';
import { parseOffer } from '../../../ask/parse-offer.ts';
import { readerFor } from '../../../ask/test-institutions.ts';
import type { Reader } from '../../../store/registry-reader.ts';
import { unreadSentence } from '../../../verdict/offer/unread-sentence.ts';
import { result, unread } from '../result.ts';
import { basis, basisOf } from '../short/coverage.ts';
import { fit } from '../short/fit.ts';
import { nameShort, shortInstitution } from '../short/institution.ts';
import { linkTo } from '../short/links.ts';
import { plainly } from '../short/plain.ts';
import { contextOf, langField, whoFields } from './asked.ts';
import { describeTool } from './tool.ts';

const input = z.strictObject({
  text: offerFields.text.optional(),
  sender: offerFields.sender.optional(),
  ...whoFields,
  ...langField,
});

const output = z.strictObject({
  ...basis,
  hospital: shortInstitution.extend({ match: z.enum(matches) }).nullable(),
  match: z.enum(matches).nullable().describe('How the hospital named was found; null where none was named'),
  verdicts: z
    .array(z.strictObject({ code: z.string(), outcome: z.enum(outcomes), sentence: z.string() }))
    .describe('What the lists say to each thing the text claims of the hospital'),
  warnings: z
    .array(
      z.strictObject({
        words: z.string().describe('The very words of the text'),
        sign: z.string(),
        why: z.string(),
      }),
    )
    .describe('None does not mean that the text can be trusted'),
  evidence: z
    .array(
      z.strictObject({
        list: z.string(),
        authority: z.string(),
        asOf: partialDate.nullable(),
        url: z.string().describe('The page as we kept it'),
      }),
    )
    .describe('What the verdicts rest on'),
  named: z
    .array(z.strictObject({ words: z.string(), match: z.enum(matches), id: z.string().nullable() }))
    .describe('Hospitals that the text names, and whether it is settled who is meant'),
  unread: z
    .string()
    .nullable()
    .describe('Says that the text, or a part of it, is in a language in which no sign is looked for'),
  checkable: z.array(z.strictObject({ words: z.string(), codes: z.array(z.string()) })),
  sender: z.array(z.string()).describe('What can be said of whoever sent it'),
  generation: z.number().int(),
  leftOut: z.number().int().optional(),
});

const MOST_EVIDENCE = 4;

/** The pages that the verdicts rest on, each once. */
const evidenceOf = (
  { verdicts }: OfferAnswer,
  { reference }: Reader,
  lang: Language,
  baseUrl: string | null,
) => {
  const all = verdicts.flatMap(({ checks }) => checks.flatMap(({ evidence }) => evidence));
  const once = new Map(all.map((one) => [one.url, one]));
  return [...once.values()].slice(0, MOST_EVIDENCE).map(({ source, authority, asOf, url }) => ({
    list: reference.sources.get(source)?.descriptor.title[lang] ?? source,
    authority,
    asOf,
    url: linkTo(baseUrl, url),
  }));
};

/** What an offer claims and which of its words are warning signs. The text is neither kept nor logged. */
export const offerTool = describeTool({
  name: 'check_offer',
  input,
  output,
  answer: async (asked, deps) => {
    const context = contextOf(deps);
    const parsed = parseOffer(asked, context);
    if (!('offer' in parsed)) return unread(parsed.code, parsed.errors);
    const { offer } = parsed;
    const { testInstitutions } = deps.config;
    const reader = readerFor(offer.who?.institution.id, deps.reader(), testInstitutions, context.now);
    const read = await checkOffer(offer, reader, context.now);
    const found = read.identity?.institution ?? null;
    const answer = {
      ...basisOf(reader, context.now, deps.config.baseUrl),
      asOf: read.asOf,
      hospital:
        found === null || read.identity === null ? null : { ...nameShort(found), match: read.identity.match },
      match: read.identity?.match ?? null,
      verdicts: read.verdicts.map(({ code, outcome, summary }) => ({ code, outcome, sentence: summary })),
      warnings: read.warnings.map(({ text, title, why }) => ({
        words: text,
        sign: title[offer.lang],
        why: why[offer.lang],
      })),
      evidence: evidenceOf(read, reader, offer.lang, deps.config.baseUrl),
      named: read.named.map(({ text, identity: { match, institution } }) => ({
        words: text,
        match,
        id: institution?.id ?? null,
      })),
      unread: read.unread === null ? null : unreadSentence(read.unread, offer.lang),
      checkable: read.spans.map(({ text, codes }) => ({ words: text, codes: [...codes] })),
      sender: read.sender?.notes.map(({ text }) => text) ?? [],
      generation: read.generation,
    };
    const spare = [
      ['evidence', 1],
      ['checkable', 0],
      ['named', 2],
      ['verdicts', 4],
      ['warnings', 4],
      ['verdicts', 1],
      ['warnings', 1],
      ['evidence', 0],
    ] as const;
    return result(fit(plainly(answer), spare));
  },
});
