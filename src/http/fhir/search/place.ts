import { readPlaceAsked } from '../../../ask/place-asked.ts';
import { refuseParameter } from './parameters.ts';

const OURS = { '?province': '?address-state', '?city': '?address-city' } as const;

/** The place asked for by its official names; a word that is no place is refused under the name of FHIR's parameter. */
export const readPlaceParameters = (values: Readonly<Record<string, string>>) => {
  const place = readPlaceAsked({ province: values['address-state'], city: values['address-city'] });
  if (!('errors' in place)) return place;
  return refuseParameter(
    place.errors.map((one) => ({ ...one, field: OURS[one.field as keyof typeof OURS] ?? one.field })),
  );
};
