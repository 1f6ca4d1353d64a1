import { z } from 'zod';
import type { InstitutionRecord, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { readJson } from '../../src/kit/json-page.ts';
import { placeOf } from '../../src/kit/places.ts';
import { dateIn } from '../../src/kit/printed-date.ts';
import { given, issue } from '../../src/kit/take.ts';
import { standards, states } from './lookups.ts';

const certificate = z.looseObject({
  certificate_number: z.string().trim().min(1),
  certification_status: z.string().trim(),
  standard_name: z.string().trim(),
  scope: z.string().trim().optional(),
  certification_body: z.string().trim(),
  is_accredited_mla: z.boolean(),
  entity_name: z.string().trim().min(1),
  entity_name_native: z.string().trim().optional(),
  city: z.string().trim().optional(),
  issue_date: z.string().trim().optional(),
  expiry_date: z.string().trim().optional(),
  updated_at: z.string().trim(),
});
type Certificate = z.infer<typeof certificate>;
const shape = z.looseObject({ data: z.array(certificate) });

const recordOf = (one: Certificate, row: number): InstitutionRecord | SourceIssue => {
  const code = standards.find(([pattern]) => pattern.test(one.standard_name))?.[1];
  const status = states[one.certification_status.toLowerCase()];
  const asOf = dateIn(one.updated_at);
  if (code === undefined)
    return issue(
      'unknown-word',
      row,
      'standard_name',
      `"${one.standard_name}" is no scheme of the vocabulary`,
    );
  if (status === undefined)
    return issue(
      'unknown-word',
      row,
      'certification_status',
      `"${one.certification_status}" is no known state`,
    );
  if (asOf === null) return issue('bad-date', row, 'updated_at', `"${one.updated_at}" is no date`);
  return {
    kind: 'institution',
    row,
    key: one.certificate_number,
    raw: {
      certificate_number: one.certificate_number,
      certification_status: one.certification_status,
      standard_name: one.standard_name,
      entity_name: one.entity_name,
    },
    ...(!one.is_accredited_mla && { evidenceKind: 'holder-claim' }),
    names: [
      { value: one.entity_name, kind: 'english', language: 'en' },
      ...(one.entity_name_native === undefined
        ? []
        : [{ value: one.entity_name_native, kind: 'legal' as const, language: 'zh' as const }]),
    ],
    identifiers: [],
    place: placeOf({ city: one.city, name: one.entity_name_native }),
    credentials: [
      {
        gate: 'accreditation',
        code,
        status,
        scope: { kind: 'unknown', ...given({ text: one.scope }) },
        issuer: one.certification_body,
        number: one.certificate_number,
        ...given({
          validFrom: dateIn(one.issue_date ?? '') ?? '',
          validUntil: dateIn(one.expiry_date ?? '') ?? '',
        }),
      },
    ],
  };
};

/** One certificate a row; states and standards that are not known are issues. */
export const parse: Parse = function* ({ body }) {
  for (const [at, one] of readJson(body, shape).data.entries()) yield recordOf(one, at + 1);
};
