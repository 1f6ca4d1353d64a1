import { reason } from '../../../schema/reason.ts';
import type { Place } from '../../../schema/record.ts';
import { mayStandAbroad } from '../../places/may-stand-abroad.ts';
import { normaliseProvince } from '../../places/normalise-place.ts';
import { placeOf } from '../../places/place-of.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { cite } from '../evidence/cite.ts';
import { factsOfService, lawInForce } from '../evidence/facts.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/** What the law of the mainland forbids, asked of a hospital that may stand abroad. */
export const PERHAPS_ABROAD = 'prohibited-in-mainland';

/** Characters of the short names of Hong Kong, Macau, Taiwan and their towns, with which a name may begin. */
const TOWN = 2;

/** Where the question says that the hospital stands, when nobody is settled; the mainland where it says nothing. */
const regionAsked = ({ question, candidates }: GateContext): Place['region'] => {
  const { name, province, city, address } = question.institution;
  const stated = [province, city, address].filter((part) => part !== undefined);
  for (const text of stated) {
    const { region } = placeOf({ address: text, province: normaliseProvince(text) ?? undefined });
    if (region !== 'mainland') return region;
  }
  const [named] = stated.length > 0 ? [] : statedPlaces({ city: name?.slice(0, TOWN) }).places;
  if (named !== undefined) return placeOf({ province: named.province ?? '' }).region;
  const regions = new Set([...candidates.values()].map(({ place }) => place.region));
  const [only] = regions;
  return only !== undefined && regions.size === 1 ? only : 'mainland';
};

/**
 * Prohibited technologies (医疗技术临床应用管理办法 2018, art. 9; notice of 2015; 人类辅助生殖技术管理办法 art. 3). Nobody may offer them,
 * so the check is `not-met` whoever is asked about, even when identity is not settled; but only on a text of law that is
 * held, and not for an institution outside the mainland. A name that nobody on record bears may be that of a hospital abroad, which the law says nothing of:
 * where its words or its place speak of abroad, or it is in Latin letters and nothing says a place of China, the law is told and nobody is refuted.
 */
export const prohibitedGate = (context: GateContext, asked: Service): Finding => {
  const service = localise(context, asked.name);
  const region = context.dossier?.place.region ?? regionAsked(context);
  if (region !== 'mainland')
    return finding('prohibited-technology', asked.code, { reasons: [reason('prohibited.outside-mainland')] });
  const law = lawInForce(context, factsOfService(context, 'prohibition', asked));
  if (law === undefined)
    return finding('prohibited-technology', asked.code, {
      reasons: [reason('prohibited.no-law-text-held', { service })],
    });
  const told = { service, basis: localise(context, asked.basis) };
  const evidence = [cite(context, law.weight)];
  const isTold = context.policy.lawAbroad === 'told' && context.dossier === null;
  if (isTold && mayStandAbroad(context.question.institution, context.match === 'none'))
    return finding('prohibited-technology', asked.code, {
      status: PERHAPS_ABROAD,
      reasons: [reason('prohibited.perhaps-abroad', told)],
      evidence,
    });
  return finding('prohibited-technology', asked.code, {
    result: 'not-met',
    status: 'prohibited',
    reasons: [reason('prohibited.by-law', told)],
    evidence,
  });
};
