import { z } from 'zod';
import { day, instant, languages, partialDate } from './base.ts';
import { line } from './field.ts';
import { questionSchema } from './question.ts';
import { matches, outcomes } from './verdict.ts';
import { askedLine, licenceLine } from './verdict-lines.ts';

/** Entries of one watch, and watches of one partner. */
export const MAX_WATCH_ENTRIES = 10_000;
export const MAX_WATCHES = 20;

/** What an event may be about. The verdict is always told; the others are told to whoever asks for them. */
export const watchAspects = ['verdict', 'name', 'licence', 'evidence'] as const;
export const watchAspect = z.enum(watchAspects);
export type WatchAspect = z.infer<typeof watchAspect>;

/** A question that is watched: nobody is asked about as a person, and always the present day is meant. */
export const watchedQuestion = questionSchema.pick({ institution: true, service: true, claims: true });
export type WatchedQuestion = Readonly<z.infer<typeof watchedQuestion>>;

/** What of an answer is kept as told, so that the next one can be held against it. */
export const toldSchema = z.strictObject({
  outcome: z.enum(outcomes),
  summary: z.string(),
  match: z.enum(matches),
  /** Who was meant; null where nobody is settled. */
  id: z.string().nullable(),
  name: z.strictObject({ zh: z.string().nullable(), en: z.string().nullable() }).nullable(),
  asked: z.array(askedLine.pick({ ask: true, result: true, status: true, sentence: true })),
  licence: licenceLine.pick({ result: true, status: true, sentence: true }),
  evidence: z
    .array(z.strictObject({ source: z.string(), asOf: partialDate.nullable() }))
    .describe('The lists that the answer rests on, each with its newest date'),
  reasons: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  generation: z.number().int(),
  policyVersion: z.string(),
  asOf: day,
});
export type Told = Readonly<z.infer<typeof toldSchema>>;

/** What may have moved an answer: the lists, the rules, or only the day (something aged or ended). */
const movers = ['generation', 'policy', 'day'] as const;

/** One change of one answer, as partners read it. */
export const watchEventSchema = z.strictObject({
  id: z.string().describe('The same in every delivery of this event'),
  number: z.number().int().describe('From 1, in the order of events of this watch'),
  watch: z.string(),
  at: instant,
  entry: z.number().int().describe('Place of the entry in the list that was handed in, from 1'),
  reference: z.string().nullable(),
  question: watchedQuestion,
  changed: z.array(watchAspect),
  before: toldSchema,
  after: toldSchema,
  why: z.strictObject({
    moved: z.array(z.enum(movers)),
    reasons: z
      .array(z.strictObject({ code: z.string(), text: z.string() }))
      .describe('Reasons that came; where none did, those that stand'),
    gone: z.array(z.string()).describe('Codes of reasons that stand no more'),
  }),
  answer: z.string().describe('Address of the whole answer, as it is when it is asked'),
});
export type WatchEvent = Readonly<z.infer<typeof watchEventSchema>>;

export const watchLanguage = z.enum(languages);
/** A partner's own words for a watch or for one of its entries. */
export const ownWords = line(200);
