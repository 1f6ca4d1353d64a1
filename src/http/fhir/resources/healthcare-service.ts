import type { HealthcareService } from 'fhir/r4.js';
import type { CredentialStatus } from '../../../../schema/credential.ts';
import type { Dossier } from '../../../../schema/institution.ts';
import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import type { Question } from '../../../../schema/question.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { latest } from '../../../text/dates.ts';
import { findService, services } from '../../../verdict/vocabulary/services.ts';
import type { Way } from '../deps.ts';
import { versioned } from '../version.ts';
import { nameOf } from './organization.ts';
import { systemOf } from './systems.ts';
import { verdictExtension } from './verification-result.ts';

/** Statuses by which a row says that the treatment is approved; plans, applications and own claims say no such thing. */
const APPROVED: readonly CredentialStatus[] = [
  'listed',
  'formal',
  'trial',
  'filed',
  'approved',
  'operating',
  'active',
];

export const treatmentCodes: readonly string[] = services.map(({ code }) => code);

/** Treatments that a row standing on its list now says this institution is approved for, its term not over. */
export const approvalsOf = (dossier: Dossier, today: string): readonly string[] => {
  const { credentials, evidence } = dossier;
  const codes = credentials
    .filter(({ code, status }) => APPROVED.includes(status) && findService(code) !== undefined)
    .filter(({ validUntil }) => validUntil === undefined || latest(validUntil) >= today)
    .filter((one) =>
      one.evidence.some((at) => evidence[at]?.current === true && evidence[at]?.kind !== 'holder-claim'),
    )
    .map(({ code }) => code);
  return [...new Set(codes)].sort();
};

const serviceId = (institution: string, code: string): string => `${institution}.${code}`;

/** An approval on record. It is `active` only where the treatment is answered with a yes today; FHIR reads a missing one as a yes. */
export const healthcareService = (
  dossier: Dossier,
  verdict: Verdict,
  question: Question,
  way: Way,
): HealthcareService => {
  const code = question.service ?? '';
  const name = findService(code)?.name ?? { en: code, zh: code };
  const { outcome, answeredAt, generation, summary } = verdict;
  return versioned<HealthcareService>(
    {
      resourceType: 'HealthcareService',
      id: serviceId(dossier.id, code),
      extension: [verdictExtension(verdict, question, way)],
      active: outcome === 'confirmed' || outcome === 'limited',
      providedBy: { reference: `Organization/${dossier.id}`, display: nameOf(dossier) },
      type: [
        {
          coding: [{ system: systemOf('treatment', way), code, display: name.en }],
          text: name[way.lang],
        },
      ],
      name: name[way.lang],
      comment: `${fhirWords.onRecord} ${summary}`,
    },
    { generation, at: answeredAt },
    dossier.test,
  );
};
