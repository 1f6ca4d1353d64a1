import { z } from 'zod';
import { day } from '../../../schema/base.ts';
import { institutionFields } from '../../../schema/question.ts';
import { bodyTypes } from '../../../schema/record.ts';
import { institutionSummary } from '../../../schema/verdict.ts';
import { candidatesAnswer, lang } from './lookups.ts';

export const MOST_CANDIDATES = 20;
const MOST_LISTED = 500;
export const DEFAULT_LISTED = 100;

const { name, province, city, address, website } = institutionFields;

/** Where a list goes on: the generation it is of, and the last id that was told. */
export const LIST_CURSOR = /^(\d{1,9})\.([a-z0-9-]{1,40})$/;

/** A search (with `name`) or a list (without); what belongs to one of them only is refused beside the other by `forOne`. */
export const institutionsQuery = z.strictObject({
  name: name.optional().meta({ ...name.meta(), description: 'Search: any name. Left out: a list' }),
  province: province.optional(),
  city: city.optional(),
  address: address.optional(),
  website: website.optional(),
  type: z.enum(bodyTypes).optional().meta({ description: 'List: institutions of this type only' }),
  updatedSince: day.optional().meta({
    description: 'List: those of which something changed on this day (Asia/Shanghai) or later',
  }),
  after: z
    .string()
    .regex(LIST_CURSOR, 'is not `next` of an answer')
    .optional()
    .meta({ description: 'List: `next` of the last page' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_LISTED)
    .optional()
    .meta({
      description: `How many: of a list ${DEFAULT_LISTED} when left out, of a search 10, at most ${MOST_CANDIDATES}`,
    }),
  lang,
});
export type InstitutionsQuery = Readonly<z.infer<typeof institutionsQuery>>;

const listAnswer = z.strictObject({
  institutions: z.array(
    institutionSummary.extend({
      district: z.string().nullable(),
      type: z.enum(bodyTypes),
      updated: z
        .strictObject({ generation: z.number().int(), on: day })
        .describe('The generation in which it became what it is here'),
    }),
  ),
  place: z
    .strictObject({ province: z.string().nullable(), city: z.string().nullable() })
    .describe('The place that was asked for, by its official names'),
  next: z.string().nullable().describe('Ask on with `after`; null: this is the last page'),
  generation: z.number().int().describe('The generation that all pages of this list are of'),
});

/** A search answers with candidates, a list with institutions. */
export const institutionsAnswer = z.union([candidatesAnswer, listAnswer]);
