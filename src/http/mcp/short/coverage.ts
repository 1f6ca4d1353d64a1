import { z } from 'zod';
import { day } from '../../../../schema/base.ts';
import type { Reader } from '../../../store/registry-reader.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { editionAt } from '../../../verdict/evidence/edition-at.ts';
import { linkTo } from './links.ts';

/** What an answer that is no verdict rests on: all lists on hand, on its day. */
export const basis = {
  asOf: day.describe('The date that belongs to it'),
  coverage: z
    .strictObject({
      lists: z.number().int().describe('Lists on hand'),
      notFresh: z.number().int().describe('Those of them that are too old to decide'),
      sources: z.string().describe('Every list with its authority and its date'),
    })
    .describe('How far the answer reaches'),
};

/** The same, counted on the day of `now`. `baseUrl`: the public address of the service. */
export const basisOf = (reader: Reader, now: Date, baseUrl: string | null) => {
  const { reference } = reader;
  const asOf = shanghaiDay(now);
  const states = [...reference.sources.keys()].map(
    (id) => editionAt(reference, id, asOf)?.state ?? 'unavailable',
  );
  const held = states.filter((state) => state !== 'unavailable');
  return {
    asOf,
    coverage: {
      lists: held.length,
      notFresh: held.filter((state) => state === 'stale').length,
      sources: linkTo(baseUrl, '/sources'),
    },
  };
};
