import type { Address, Organization } from 'fhir/r4.js';
import type { Dossier } from '../../../../schema/institution.ts';
import { reconcileWords } from '../../../../schema/lexicon/reconcile-words.ts';
import type { BodyType, Place } from '../../../../schema/record.ts';
import type { Way } from '../deps.ts';
import { type Since, versioned } from '../version.ts';
import { identifiersOf, systemOf } from './systems.ts';

const COUNTRIES = { mainland: 'CN', 'hong-kong': 'HK', macau: 'MO', taiwan: 'TW' } as const;

/** A place in FHIR's words, by its official Chinese names; `text` as a list prints it. */
export const addressOf = (
  { region, province, city, district }: Place,
  text: string | undefined,
): Address => ({
  use: 'work',
  ...(text === undefined ? {} : { text }),
  ...(district === undefined ? {} : { district }),
  ...(city === undefined ? {} : { city }),
  ...(province === undefined ? {} : { state: province }),
  country: COUNTRIES[region],
});

export const bodyOf = ({ traits }: Dossier): BodyType => traits.body ?? 'hospital';

/** The name shown: the Chinese one on record, else the English one. Words of ours for a name are no name. */
export const nameOf = ({ title, id }: Dossier): string => title.zh ?? title.en ?? id;

/**
 * An institution on record: who it is and where. It says nothing of a licence, and has no `active`, which FHIR reads as "this record is
 * in use" and readers as "this hospital may work".
 */
export const organization = (dossier: Dossier, since: Since, way: Way): Organization => {
  const { id, names, identifiers, place, addresses, traits, test } = dossier;
  const name = nameOf(dossier);
  const cited = names.filter(({ uncited }) => uncited !== true).map(({ value }) => value);
  const alias = [...new Set(cited)].filter((one) => one !== name);
  const printed = [...new Set(addresses.map(({ address }) => address))];
  const body = bodyOf(dossier);
  const identifier = identifiersOf(identifiers, way);
  return versioned<Organization>(
    {
      resourceType: 'Organization',
      id,
      ...(identifier.length === 0 ? {} : { identifier: [...identifier] }),
      type: [
        {
          coding: [
            { system: systemOf('body-type', way), code: body, display: reconcileWords.types[body].en },
          ],
        },
      ],
      name,
      ...(alias.length === 0 ? {} : { alias }),
      ...(traits.website === undefined ? {} : { telecom: [{ system: 'url', value: traits.website }] }),
      address: [addressOf(place, printed.length === 1 ? printed[0] : undefined)],
    },
    since,
    test,
  );
};
