import type { HealthcareService } from 'fhir/r4.js';
import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import { lookUp } from '../look-up.ts';
import { treatmentCodes } from '../resources/healthcare-service.ts';
import { systemOf } from '../resources/systems.ts';
import { isWithin, readChanged } from '../search/changed.ts';
import { pageOf, pointOf, type Told } from '../search/pages.ts';
import { type Parameters, refuseParameter } from '../search/parameters.ts';
import { servicesOf, tellServices } from '../search/walk.ts';
import { type Asking, type Kind, listed, organizationId, tokens } from './kind.ts';
import { uncounted } from './locations.ts';

/** Institutions whose approvals are answered for one page: some three verdicts each. */
const MOST_READ = 200;

const ofOne = async (institution: string, { deps, epoch, way }: Asking, codes?: readonly string[]) => {
  const { found } = await lookUp(institution, deps, epoch.reader);
  return found === null ? [] : servicesOf(found.dossier, { answers: deps.answers, epoch, way }, codes);
};

const read: Kind['read'] = async (id, asking) => {
  const [institution = '', ...code] = id.split('.');
  const [resource] = await ofOne(institution, asking, [code.join('.')]);
  return resource === undefined ? null : { resource };
};

async function* ofThese(
  institutions: Iterable<string>,
  asking: Asking,
  codes: readonly string[],
): AsyncGenerator<Told<HealthcareService>> {
  for (const id of [...institutions].sort()) yield { id, resources: await ofOne(id, asking, codes) };
}

async function* kept(
  walk: AsyncIterable<Told<HealthcareService>>,
  keep: (one: HealthcareService) => boolean,
): AsyncGenerator<Told<HealthcareService>> {
  for await (const { id, resources } of walk) yield { id, resources: resources.filter(keep) };
}

const activeOf = (text: string | undefined): boolean | undefined => {
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  return refuseParameter([{ field: '?active', problem: 'is neither', expected: 'true or false' }]);
};

/** What restricts the search besides whose approvals they are. */
const filterOf = ({ values, changed }: Parameters) => {
  const ids = listed(values._id);
  const active = activeOf(values.active);
  const within = readChanged(changed);
  return ({ id = '', active: is, meta }: HealthcareService): boolean =>
    (ids?.includes(id) ?? true) &&
    (active === undefined || is === active) &&
    isWithin(meta?.lastUpdated ?? '', within);
};

const search: Kind['search'] = async (asked, asking) => {
  const { deps, epoch, way } = asking;
  const { values, cursor, count } = asked;
  const point = pointOf(cursor, epoch.reader.generation);
  if (point.generation !== epoch.reader.generation)
    return refuseParameter([
      { field: '?_cursor', problem: 'is of an earlier generation', expected: 'none: begin anew' },
    ]);
  const codes = tokens(values['service-type'], systemOf('treatment', way)) ?? treatmentCodes;
  const owner = values.organization;
  const named = owner === undefined ? undefined : [organizationId('organization', owner, way)];
  const owners = named ?? listed(values._id)?.map((id) => id.split('.')[0] ?? '');
  if (asked.countOnly && owners === undefined) return uncounted();
  const walk =
    owners === undefined
      ? tellServices({ answers: deps.answers, epoch, way }, codes, point.after)
      : ofThese(new Set(owners.filter((id) => id > point.after)), asking, codes);
  const most = asked.countOnly ? Number.MAX_SAFE_INTEGER : count;
  const page = await pageOf(kept(walk, filterOf(asked)), point, most, MOST_READ);
  const whole = page.next === null && cursor === undefined;
  return { ...page, total: whole ? page.resources.length : undefined };
};

/** Approvals of treatments on record, each with today's answer. */
export const healthcareServices: Kind = {
  type: 'HealthcareService',
  about: fhirWords.capability.healthcareService,
  parameters: ['_id', '_lastUpdated', 'organization', 'service-type', 'active'],
  read,
  search,
};
