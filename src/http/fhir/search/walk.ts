import type { HealthcareService, Location, Organization } from 'fhir/r4.js';
import type { Dossier } from '../../../../schema/institution.ts';
import type { Question } from '../../../../schema/question.ts';
import type { Answers, Epoch } from '../../../ask/answers.ts';
import type { ListAsked, ListedInstitution, Reader } from '../../../store/registry-reader.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import type { Way } from '../deps.ts';
import { approvalsOf, healthcareService, treatmentCodes } from '../resources/healthcare-service.ts';
import { locations } from '../resources/location.ts';
import { organization } from '../resources/organization.ts';
import type { Told } from './pages.ts';

/** Which institutions a list holds. */
type Held = Omit<ListAsked, 'after' | 'limit'>;

/** Institutions in the order of their ids, read in stretches, so that a long list never stands in memory as a whole. */
export async function* institutions(
  reader: Reader,
  held: Held,
  from: string,
  stretch: number,
): AsyncGenerator<ListedInstitution> {
  let after = from;
  for (;;) {
    const found = (await reader.listInstitutions?.({ ...held, after, limit: stretch })) ?? [];
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < stretch) return;
    after = last.dossier.id;
  }
}

/** One Organization each. */
export async function* tellOrganizations(
  reader: Reader,
  held: Held,
  after: string,
  stretch: number,
  way: Way,
): AsyncGenerator<Told<Organization>> {
  for await (const { dossier, changed } of institutions(reader, held, after, stretch))
    yield { id: dossier.id, resources: [organization(dossier, changed, way)] };
}

/** The Locations of each, those alone that lie where they are asked for. */
export async function* tellLocations(
  reader: Reader,
  held: Held,
  after: string,
  stretch: number,
): AsyncGenerator<Told<Location>> {
  const { province, city } = held;
  for await (const { dossier, changed } of institutions(reader, held, after, stretch)) {
    const resources = locations(dossier, changed).filter(
      ({ address }) =>
        (province === undefined || address?.state === province) &&
        (city === undefined || address?.city === city),
    );
    yield { id: dossier.id, resources };
  }
}

type Answering = Readonly<{ answers: Pick<Answers, 'verdict'>; epoch: Epoch; way: Way }>;

/** The approvals of one institution, each with today's answer; `codes`: of these treatments alone. */
export const servicesOf = async (
  dossier: Dossier,
  { answers, epoch, way }: Answering,
  codes: readonly string[] = treatmentCodes,
): Promise<readonly HealthcareService[]> => {
  const told: HealthcareService[] = [];
  for (const code of approvalsOf(dossier, shanghaiDay(epoch.instant))) {
    if (!codes.includes(code)) continue;
    const question: Question = { institution: { id: dossier.id }, service: code, claims: [], lang: way.lang };
    const verdict = await answers.verdict(epoch, question);
    told.push(healthcareService(dossier, verdict, question, way));
  }
  return told;
};

/** The approvals of all institutions that a list names for one of these treatments. */
export async function* tellServices(
  answering: Answering,
  codes: readonly string[],
  after: string,
): AsyncGenerator<Told<HealthcareService>> {
  const { reader } = answering.epoch;
  const named = (await reader.institutionsFor?.(codes)) ?? [];
  for (const id of [...new Set(named)].sort()) {
    const dossier = id > after ? await reader.dossier(id) : undefined;
    if (dossier !== undefined) yield { id, resources: await servicesOf(dossier, answering, codes) };
  }
}
