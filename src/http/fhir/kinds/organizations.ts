import { fhirWords, numberSystems } from '../../../../schema/lexicon/fhir-words.ts';
import { type BodyType, bodyTypes } from '../../../../schema/record.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import { LicetError } from '../../../errors.ts';
import { bearersOf } from '../../../identify/by-number.ts';
import { identify } from '../../../identify/identify.ts';
import type { ListedInstitution, Reader } from '../../../store/registry-reader.ts';
import { scoreOffered } from '../../../verdict/candidates.ts';
import { suggested } from '../../suggested.ts';
import { lookUp } from '../look-up.ts';
import { listsWithMadeUp } from '../made-up.ts';
import { remark } from '../outcome.ts';
import { bodyOf, organization } from '../resources/organization.ts';
import { systemOf } from '../resources/systems.ts';
import type { Found } from '../search/bundle.ts';
import { isWithin, readChanged } from '../search/changed.ts';
import { pageOf, pointOf } from '../search/pages.ts';
import { type Parameters, refuseParameter } from '../search/parameters.ts';
import { readPlaceParameters } from '../search/place.ts';
import { tellOrganizations } from '../search/walk.ts';
import { type Asking, type Kind, listed, tokens } from './kind.ts';

/** The kind of institution asked for; null where no institution can be of it. */
const typeOf = (text: string | undefined, { way }: Asking): BodyType | null | undefined => {
  const codes = tokens(text, systemOf('body-type', way));
  if (codes === undefined) return undefined;
  if (codes.length > 1)
    return refuseParameter([
      { field: '?type', problem: 'holds several codes', expected: `one of ${bodyTypes.join(', ')}` },
    ]);
  return bodyTypes.find((one) => one === codes[0]) ?? null;
};

/** Ids of those that bear an official number, whose system may stand before it. */
const bearers = async (text: string, reader: Reader, { way }: Asking): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const one of listed(text) ?? []) {
    const at = one.indexOf('|');
    const [system, value] = at === -1 ? [null, one] : [one.slice(0, at), one.slice(at + 1)];
    for (const { institution, scheme } of await bearersOf(value, reader)) {
      const known = numberSystems.find((one) => one === scheme);
      if (known === undefined || (system !== null && system !== systemOf(known, way))) continue;
      found.push(institution);
    }
  }
  return found;
};

/** What is said of a name that so many could bear, of whom so many match the rest of the search. */
const saidOf = (meant: number, matching: number, settled: boolean): string => {
  if (meant === 0) return fhirWords.nobody;
  if (matching === 0) return fhirWords.elsewhere;
  return settled ? fhirWords.settled : fhirWords.unsettled;
};

/** Those one of whose names begins so, at most ten. */
const beginning = async (
  name: string,
  reader: Reader,
): Promise<readonly Readonly<{ id: string; score: number }>[]> =>
  (await suggested(name, reader, undefined)).map(({ id }) => ({ id, score: 0 }));
/** So many are cut off. */
const MOST_BEGUN = 10;

/** Who a name could mean, told as it is: settled, or several, or nobody. */
const byName = async (
  asked: Parameters,
  asking: Asking,
  keep: (one: ListedInstitution) => boolean,
): Promise<Found> => {
  const { epoch, way, deps } = asking;
  const { name = '', 'address-city': city, 'address-state': province } = asked.values;
  const raw = {
    name,
    ...(city === undefined ? {} : { city }),
    ...(province === undefined ? {} : { province }),
  };
  const parsed = parseQuestion(raw, { now: deps.clock(), lang: way.lang, via: 'query', pointer: '' });
  if (!('question' in parsed)) throw new LicetError(parsed.code, undefined, parsed.errors);
  const { reader } = epoch;
  const { id, score, match, candidates } = await identify(parsed.question.institution, reader);
  // A name of R4 is searched for by its beginning as well.
  const begun = match === 'none' ? await beginning(name, reader) : [];
  const likely = new Map(
    id === null
      ? [...candidates, ...begun.filter((one) => !candidates.some((other) => other.id === one.id))].map(
          (one) => [one.id, scoreOffered(one.score)] as const,
        )
      : [[id, score] as const],
  );
  const { generation } = reader;
  const all = { generation, after: '', limit: likely.size + 1, ids: [...likely.keys()] };
  const standing = ((await reader.listInstitutions?.(all)) ?? []).filter(keep);
  const scoreOf = ({ dossier }: ListedInstitution): number => likely.get(dossier.id) ?? 0;
  const order = [...likely.keys()];
  const found = [...standing].sort((a, b) => order.indexOf(a.dossier.id) - order.indexOf(b.dossier.id));
  const words = saidOf(likely.size, found.length, id !== null);
  return {
    resources: found.slice(0, asked.count).map(({ dossier, changed }) => organization(dossier, changed, way)),
    scores: found.map(scoreOf),
    // Of those that begin so, no more than ten are known.
    ...(begun.length < MOST_BEGUN ? { total: found.length } : {}),
    said: [remark(id === null ? 'warning' : 'information', 'informational', words.replace('{match}', match))],
  };
};

const search: Kind['search'] = async (asked, asking) => {
  const { values, cursor, count, changed } = asked;
  const reader = listsWithMadeUp(asking);
  const within = readChanged(changed);
  const type = typeOf(values.type, asking);
  const asIds = listed(values._id);
  const ids =
    values.identifier === undefined
      ? asIds
      : (await bearers(values.identifier, reader, asking)).filter((one) => asIds?.includes(one) ?? true);
  if (type === null) return { resources: [], total: 0 };
  if (values.name !== undefined)
    return byName(
      asked,
      asking,
      (one) =>
        (ids?.includes(one.dossier.id) ?? true) &&
        (type === undefined || bodyOf(one.dossier) === type) &&
        isWithin(one.changed.at, within),
    );
  const place = readPlaceParameters(values);
  const point = pointOf(cursor, reader.generation);
  const held = { generation: point.generation, ...place, ...within, type, ids };
  const total = asked.total || asked.countOnly ? await reader.countInstitutions?.(held) : undefined;
  if (asked.countOnly) return { resources: [], total };
  const walk = tellOrganizations(reader, held, point.after, count + 1, asking.way);
  return { ...(await pageOf(walk, point, count, count + 1)), total };
};

/** Institutions: by name as they are identified, by official number, by place, kind and last change. */
export const organizations: Kind = {
  type: 'Organization',
  about: fhirWords.capability.organization,
  parameters: ['_id', '_lastUpdated', 'name', 'identifier', 'address-city', 'address-state', 'type'],
  read: async (id, { deps, epoch, way }) => {
    const { found, merged } = await lookUp(id, deps, epoch.reader);
    if (merged !== null) return { moved: merged };
    return found === null ? null : { resource: organization(found.dossier, found.changed, way) };
  },
  search,
};
