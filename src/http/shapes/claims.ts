import { z } from 'zod';
import { bilingual, day, instant } from '../../../schema/base.ts';
import { offerFields } from '../../../schema/question.ts';
import { checkSchema, identitySchema, outcomes, reasonSchema } from '../../../schema/verdict.ts';
import { checkableKinds } from '../../verdict/offer/vocabulary.ts';
import { operation } from './operation.ts';

const span = {
  start: z.number().int().nonnegative().describe('Offset in the text, in UTF-16 code units, from 0'),
  end: z.number().int().positive().describe('Offset behind the last unit'),
  text: z.string().describe('The very words at this place'),
};

export const claimsAnswer = z.strictObject({
  /** Who the institution named was taken for; null when none was named. */
  identity: identitySchema.nullable(),
  spans: z.array(
    z.strictObject({
      ...span,
      kind: z.enum(checkableKinds),
      codes: z.array(z.string()).describe('Codes this may mean; each has its entry in `verdicts`'),
      turnedRound: z.boolean().describe('True where the sentence denies it (“we do not offer …”)'),
    }),
  ),
  warnings: z.array(
    z.strictObject({
      ...span,
      sign: z.string(),
      title: bilingual,
      why: bilingual,
      basis: z.array(bilingual),
    }),
  ),
  named: z
    .array(z.strictObject({ ...span, identity: identitySchema }))
    .describe('Hospitals that the text names, at most six, and whom each is taken for'),
  unread: z
    .strictObject({
      part: z.enum(['all', 'some']),
      languages: z
        .array(z.string())
        .describe(
          'What these words seem to be in (ISO 639), the most written first; empty where it is not clear',
        ),
    })
    .nullable()
    .describe('The part of the text that is neither English nor Chinese: no sign is looked for in it'),
  verdicts: z.array(
    z.strictObject({
      code: z.string(),
      outcome: z.enum(outcomes),
      summary: z.string(),
      checks: z.array(checkSchema),
    }),
  ),
  sender: z
    .strictObject({
      given: z.string(),
      domain: z.string().nullable().describe('The registered domain, where an address was given'),
      notes: z.array(reasonSchema),
    })
    .nullable()
    .describe('What can be said of whoever sent it; null when nobody was named'),
  cut: z.boolean().describe('True when the text holds more than is shown'),
  policyVersion: z.string(),
  generation: z.number().int(),
  asOf: day,
  answeredAt: instant,
});

const offer = z.strictObject(offerFields).partial().meta({ id: 'Offer', title: 'Offer' });

export const claimsSchema = operation(
  {
    tag: 'Offers',
    id: 'checkClaims',
    summary: 'Read the text of an offer: what in it can be checked, and what is a warning sign',
    description:
      'Name the institution as in /v1/verify to have every mark, grade, treatment and product checked for it. Places are given by offset and words; nobody is judged. `sender` asks about whoever sent it, with or without a text: no register holds agencies, and no hospital they name vouches for them. A text that holds a number identifying a person is refused.',
    examples: [
      {
        path: '/v1/claims/check',
        body: { text: 'JCI accredited. IVF with a 95% success rate.', name: 'Ruijin Hospital' },
      },
      { path: '/v1/claims/check', body: { sender: 'agency.example', name: 'Ruijin Hospital' } },
      { path: '/v1/claims/check', body: { text: '三甲医院，干细胞治疗自闭症，保证治愈。' } },
    ],
  },
  claimsAnswer,
  { body: offer },
  [400, 413, 415],
);
