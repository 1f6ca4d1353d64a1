import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import { lookUp } from '../look-up.ts';
import { listsWithMadeUp } from '../made-up.ts';
import { locations as locationsOf } from '../resources/location.ts';
import { readChanged } from '../search/changed.ts';
import { pageOf, pointOf } from '../search/pages.ts';
import { refuseParameter } from '../search/parameters.ts';
import { readPlaceParameters } from '../search/place.ts';
import { tellLocations } from '../search/walk.ts';
import { type Asking, type Kind, listed, organizationId } from './kind.ts';

const STRETCH = 100;
const MOST_READ = 1_000;

/** Told where a search of many institutions is asked for a number only: nothing is read through for it. */
export const uncounted = (): never =>
  refuseParameter([
    {
      field: '?_summary',
      problem: 'asks for a number that is not counted in this search',
      expected: '`organization` or `_id` besides, or no _summary=count',
    },
  ]);

const ofOne = async (institution: string, { deps, epoch }: Asking) => {
  const { found } = await lookUp(institution, deps, epoch.reader);
  return found === null ? [] : locationsOf(found.dossier, found.changed);
};

const read: Kind['read'] = async (id, asking) => {
  const [institution = ''] = id.split('.');
  const resource = (await ofOne(institution, asking)).find((one) => one.id === id);
  return resource === undefined ? null : { resource };
};

const search: Kind['search'] = async (asked, asking) => {
  const { values, cursor, count, changed } = asked;
  const reader = listsWithMadeUp(asking);
  const ids = listed(values._id);
  const named = values.organization;
  const one = named === undefined ? undefined : [organizationId('organization', named, asking.way)];
  const owners = ids?.map((id) => id.split('.')[0] ?? '') ?? one;
  const point = pointOf(cursor, reader.generation);
  const place = readPlaceParameters(values);
  const held = { generation: point.generation, ...place, ...readChanged(changed), ids: owners };
  const walk = async function* () {
    for await (const told of tellLocations(reader, held, point.after, STRETCH)) {
      const ours = one === undefined || one.includes(told.id);
      const resources = told.resources.filter(({ id = '' }) => ours && (ids?.includes(id) ?? true));
      yield { id: told.id, resources };
    }
  };
  if (asked.countOnly && owners === undefined) return uncounted();
  const page = await pageOf(walk(), point, asked.countOnly ? Number.MAX_SAFE_INTEGER : count, MOST_READ);
  const whole = page.next === null && cursor === undefined;
  return { ...page, total: whole ? page.resources.length : undefined };
};

/** Addresses of institutions, one Location each. */
export const locations: Kind = {
  type: 'Location',
  about: fhirWords.capability.location,
  parameters: ['_id', '_lastUpdated', 'organization', 'address-city', 'address-state'],
  read,
  search,
};
