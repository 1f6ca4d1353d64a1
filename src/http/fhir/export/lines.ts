import { setImmediate } from 'node:timers/promises';
import type { FhirResource } from 'fhir/r4.js';
import type { Dossier } from '../../../../schema/institution.ts';
import type { Reference } from '../../../../schema/reference.ts';
import type { Epoch } from '../../../ask/answers.ts';
import type { ListedInstitution, Reader } from '../../../store/registry-reader.ts';
import type { FhirDeps, Way } from '../deps.ts';
import { locations } from '../resources/location.ts';
import { organization } from '../resources/organization.ts';
import { verificationResult } from '../resources/verification-result.ts';
import { institutions, servicesOf } from '../search/walk.ts';
import type { Exported } from './job.ts';

type Writing = Readonly<{ answers: FhirDeps['answers']; epoch: Epoch; way: Way }>;

const STRETCH = 100;
/** Institutions after which whoever else waits is answered. */
const BREATH = 4;

/** Sources of which no row may be handed on; the same rights decide what a pack holds. */
export const withheldBy = ({ sources }: Reference): readonly string[] =>
  [...sources]
    .filter(
      ([, { descriptor, editions }]) => editions.length > 0 && descriptor.rights.redistribute === 'metadata',
    )
    .map(([id]) => id);

/**
 * True where every fact of the institution may be handed on. One that stands on a withheld list too is left out whole: what would be left
 * of it could read otherwise than its verdict does.
 */
const travels = ({ evidence }: Dossier, { sources }: Reference): boolean =>
  evidence.every(({ source }) => {
    const rights = sources.get(source)?.descriptor.rights;
    return rights !== undefined && rights.redistribute !== 'metadata';
  });

const verdictOf = async (
  { id }: Dossier,
  { answers, epoch, way }: Writing,
): Promise<readonly FhirResource[]> => {
  const question = { institution: { id }, claims: [], lang: way.lang };
  const made = verificationResult(await answers.verdict(epoch, question), question, way);
  return made === null ? [] : [made];
};

const resourcesOf = async (
  type: Exported,
  { dossier, changed }: ListedInstitution,
  writing: Writing,
): Promise<readonly FhirResource[]> => {
  if (type === 'Organization') return [organization(dossier, changed, writing.way)];
  if (type === 'Location') return locations(dossier, changed);
  return type === 'HealthcareService' ? servicesOf(dossier, writing) : verdictOf(dossier, writing);
};

/** All resources of one kind as lines of NDJSON, one institution after another; those alone that changed since. */
export async function* exportLines(
  type: Exported,
  reader: Reader,
  since: Date | null,
  writing: Writing,
): AsyncGenerator<string> {
  const made = type === 'HealthcareService' || type === 'VerificationResult';
  const from = since?.toISOString();
  const held = { generation: reader.generation, changedFrom: made ? undefined : from };
  let told = 0;
  for await (const one of institutions(reader, held, '', STRETCH)) {
    told += 1;
    if (told % BREATH === 0) await setImmediate();
    if (!travels(one.dossier, reader.reference)) continue;
    const resources = await resourcesOf(type, one, writing);
    const lines = resources
      .filter(({ meta }) => from === undefined || (meta?.lastUpdated ?? '') >= from)
      .map((resource) => `${JSON.stringify(resource)}\n`);
    if (lines.length > 0) yield lines.join('');
  }
}
