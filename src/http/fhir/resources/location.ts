import { hash } from 'node:crypto';
import type { Location } from 'fhir/r4.js';
import type { Dossier } from '../../../../schema/institution.ts';
import type { Place } from '../../../../schema/record.ts';
import { placeOf } from '../../../places/place-of.ts';
import { type Since, versioned } from '../version.ts';
import { addressOf, nameOf } from './organization.ts';

const DIGITS = 10;

/** Tells the addresses of an institution apart by what they say, so that an id stays as long as its address does. */
const locationId = (institution: string, address: string): string =>
  `${institution}.${hash('sha256', address, 'hex').slice(0, DIGITS)}`;

/**
 * Where one address lies: what is printed in it. Only where an institution has no other address is the rest taken from what is
 * known of the institution itself: a campus may stand in another city.
 */
const placeAt = (address: string, { place, addresses }: Dossier): Place => {
  const printed = placeOf({ address });
  const alone = new Set(addresses.map((one) => one.address)).size === 1;
  const elsewhere = printed.province !== undefined && printed.province !== place.province;
  return alone && !elsewhere ? { ...place, ...printed, region: place.region } : printed;
};

/** The addresses of an institution, as far as the lists tell, each once: one Location each. */
export const locations = (dossier: Dossier, since: Since): readonly Location[] => {
  const printed = [...new Set(dossier.addresses.map(({ address }) => address))].sort();
  const name = nameOf(dossier);
  return printed.map((address) =>
    versioned<Location>(
      {
        resourceType: 'Location',
        id: locationId(dossier.id, address),
        name,
        mode: 'instance',
        address: addressOf(placeAt(address, dossier), address),
        managingOrganization: { reference: `Organization/${dossier.id}`, display: name },
      },
      since,
      dossier.test,
    ),
  );
};
