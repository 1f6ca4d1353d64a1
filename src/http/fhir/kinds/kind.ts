import type { FhirResource } from 'fhir/r4.js';
import type { FhirParameter } from '../../../../schema/lexicon/fhir-words.ts';
import type { Epoch } from '../../../ask/answers.ts';
import type { FhirDeps, Way } from '../deps.ts';
import type { Found } from '../search/bundle.ts';
import { type Parameters, refuseParameter } from '../search/parameters.ts';

/** What a request is answered from: one generation, one day, one language. */
export type Asking = Readonly<{ deps: FhirDeps; epoch: Epoch; way: Way }>;

/** A resource, or the id under which it is found since it was merged. */
type ReadResult = Readonly<{ resource: FhirResource } | { moved: string }> | null;

/** One kind of resource: how it is read by id, and searched. */
export type Kind = Readonly<{
  type:
    | 'Organization'
    | 'Location'
    | 'HealthcareService'
    | 'VerificationResult'
    | 'NamingSystem'
    | 'StructureDefinition';
  /** What it is, for the CapabilityStatement. */
  about: string;
  parameters: readonly FhirParameter[];
  read: (id: string, asking: Asking) => Promise<ReadResult>;
  search: (asked: Parameters, asking: Asking) => Promise<Found>;
}>;

const MOST_LISTED = 200;

/** The values of a parameter that takes several, separated by commas; at most 200, so that none asks for the work of thousands. */
export const listed = (text: string | undefined, most = MOST_LISTED): readonly string[] | undefined => {
  const values = text
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (values === undefined || values.length <= most) return values;
  return refuseParameter([
    { field: '?', problem: `holds ${values.length} values in one parameter`, expected: `at most ${most}` },
  ]);
};

/** The id in a reference to an Organization: `ID`, `Organization/ID`, or its whole address here. */
export const organizationId = (field: string, text: string, { root }: Way): string => {
  const bare = text.startsWith(`${root}/`) ? text.slice(root.length + 1) : text;
  const [, id] = /^(?:Organization\/)?([A-Za-z0-9.-]{1,64})$/.exec(bare.trim()) ?? [];
  return (
    id ??
    refuseParameter([
      { field: `?${field}`, problem: 'is no reference to an Organization', expected: 'Organization/ID' },
    ])
  );
};

/** The codes in a token parameter (`code`, `system|code`): those of our own system alone. */
export const tokens = (text: string | undefined, system: string): readonly string[] | undefined =>
  listed(text)?.flatMap((one) => {
    const at = one.indexOf('|');
    if (at === -1) return [one];
    return one.slice(0, at) === system ? [one.slice(at + 1)] : [];
  });
