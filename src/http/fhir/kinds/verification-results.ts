import type { VerificationResult } from 'fhir/r4.js';
import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import type { Question } from '../../../../schema/question.ts';
import { askedAbout } from '../../../ask/asked-about.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import { LicetError } from '../../../errors.ts';
import { type AskedOfOne, decodeAsked } from '../resources/asked.ts';
import { verificationResult } from '../resources/verification-result.ts';
import { isWithin, readChanged } from '../search/changed.ts';
import { refuseParameter } from '../search/parameters.ts';
import { type Asking, type Kind, listed, organizationId } from './kind.ts';

/** Most verdicts that one request asks for by their ids. */
const MOST_IDS = 50;

/** Today's verdict on one thing, as /v1/verify gives it; null where no institution has this id. */
const verdictOn = async (
  { id, service, claim }: AskedOfOne,
  { deps, epoch, way }: Asking,
): Promise<VerificationResult | null> => {
  const claims = claim === undefined ? [] : [claim];
  const question: Question = { institution: { id }, service, claims, lang: way.lang };
  const verdict = await deps.answers.verdict(epoch, question);
  deps.demand.count(askedAbout(verdict));
  return verificationResult(verdict, question, way);
};

/** What is asked of the target: each treatment and mark by itself, or its licence. */
const askedOf = (
  id: string,
  values: Readonly<Record<string, string>>,
  asking: Asking,
): readonly AskedOfOne[] => {
  const { service, claim } = values;
  const raw = {
    id,
    ...(service === undefined ? {} : { service }),
    ...(claim === undefined ? {} : { claim }),
  };
  const { deps, way } = asking;
  const parsed = parseQuestion(raw, { now: deps.clock(), lang: way.lang, via: 'query', pointer: '' });
  if (!('question' in parsed)) throw new LicetError(parsed.code, undefined, parsed.errors);
  const { question } = parsed;
  const things = [
    ...(question.service === undefined ? [] : [{ id, service: question.service }]),
    ...question.claims.map((one) => ({ id, claim: one })),
  ];
  return things.length === 0 ? [{ id }] : things;
};

const search: Kind['search'] = async (asked, asking) => {
  const { _id, target, ...rest } = asked.values;
  const ids = listed(_id, MOST_IDS);
  if (target === undefined && ids === undefined)
    return refuseParameter([
      { field: '?target', problem: 'is missing', expected: 'Organization/ID, or `_id` instead' },
    ]);
  const institution = target === undefined ? undefined : organizationId('target', target, asking.way);
  const things =
    institution !== undefined && (ids === undefined || rest.service !== undefined || rest.claim !== undefined)
      ? askedOf(institution, rest, asking)
      : (ids ?? []).flatMap((id) => decodeAsked(id) ?? []);
  const within = readChanged(asked.changed);
  const resources: VerificationResult[] = [];
  for (const thing of things) {
    const made = await verdictOn(thing, asking);
    const ours = institution === undefined || thing.id === institution;
    const asId = ids === undefined || ids.includes(made?.id ?? '');
    if (made !== null && ours && asId && isWithin(made.meta?.lastUpdated ?? '', within)) resources.push(made);
  }
  return { resources: resources.slice(0, asked.count), total: resources.length };
};

/** Today's verdicts, one for each thing asked of one institution. */
export const verificationResults: Kind = {
  type: 'VerificationResult',
  about: fhirWords.capability.verificationResult,
  parameters: ['_id', '_lastUpdated', 'target', 'service', 'claim'],
  read: async (id, asking) => {
    const thing = decodeAsked(id);
    const resource = thing === null ? null : await verdictOn(thing, asking);
    return resource === null ? null : { resource };
  },
  search,
};
