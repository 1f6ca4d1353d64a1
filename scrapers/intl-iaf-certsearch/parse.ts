import { z } from 'zod';
import type { Credential } from '../../schema/credential.ts';
import type { InstitutionRecord, Name, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readJson } from '../../src/readers/formats/json-page.ts';
import { dateIn } from '../../src/readers/lists/printed-date.ts';
import { given, issue } from '../../src/readers/lists/row-reader.ts';
import { hasHan } from '../../src/text/han.ts';
import { CONFIDENTIAL, standards, states } from './lookups.ts';

const text = z.string().trim();
const certificate = z.looseObject({
  cert_id: text.min(1),
  certification_number: text.optional(),
  certification_bodies_name: text.optional(),
  certification_status: text,
  certification_scope: text.optional(),
  certification_standards_scheme: z.array(
    z.looseObject({ standard_name: text, is_accredited_mla: z.boolean() }),
  ),
  certification_issue_date: text.optional(),
  certification_expiry_date: text.optional(),
});
type Certificate = z.infer<typeof certificate>;

const entity = z.looseObject({
  ce_id: text.min(1),
  matched_certified_entity_name: text.min(1),
  certified_entity_english_name: text.optional(),
  certified_entity_trading_name: text.optional(),
  certified_entity_addresses: z
    .array(z.looseObject({ city: text.optional(), full_address: text.optional() }))
    .optional(),
  certificates: z.array(certificate),
});
type Entity = z.infer<typeof entity>;

/** One entity asked for comes alone, several come as a list. */
const shape = z.looseObject({ data: z.preprocess((data) => [data].flat(), z.array(entity)) });

/** A value the holder lets nobody see is no value. */
const open = (value: string | undefined): string =>
  value === undefined || CONFIDENTIAL.test(value) ? '' : value;

const namesOf = (of: Entity): InstitutionRecord['names'] => {
  const named = (value: string, kind: Name['kind']): Name => ({
    value,
    kind: hasHan(value) ? 'legal' : kind,
    language: hasHan(value) ? 'zh' : 'en',
  });
  const { certified_entity_english_name, certified_entity_trading_name } = of;
  const first = named(of.matched_certified_entity_name, 'english');
  const others = [
    ...[open(certified_entity_english_name)].filter(Boolean).map((value) => named(value, 'english')),
    ...[open(certified_entity_trading_name)]
      .filter(Boolean)
      .map((value) => ({ ...named(value, 'alias'), kind: 'alias' as const })),
  ];
  return [first, ...others.filter(({ value }) => value !== first.value)];
};

const credentialsOf = (one: Certificate, status: Credential['status']): readonly Credential[] =>
  one.certification_standards_scheme.flatMap(({ standard_name }) => {
    const code = standards.find(([pattern]) => pattern.test(standard_name))?.[1];
    if (code === undefined) return [];
    return [
      {
        gate: 'accreditation',
        code,
        status,
        scope: { kind: 'unknown', ...given({ text: open(one.certification_scope) }) },
        ...given({
          issuer: open(one.certification_bodies_name),
          number: open(one.certification_number),
          validFrom: dateIn(one.certification_issue_date ?? '') ?? '',
          validUntil: dateIn(one.certification_expiry_date ?? '') ?? '',
        }),
      },
    ];
  });

const recordOf = (of: Entity, one: Certificate, row: number): InstitutionRecord | SourceIssue => {
  const named = one.certification_standards_scheme.map(({ standard_name }) => standard_name).join(', ');
  const status = states[one.certification_status.toLowerCase()];
  if (status === undefined)
    return issue(
      'unknown-word',
      row,
      'certification_status',
      `"${one.certification_status}" is no known state`,
    );
  const credentials = credentialsOf(one, status);
  if (credentials.length === 0)
    return issue('unknown-word', row, 'standard_name', `"${named}" is no scheme of the vocabulary`);
  const [address] = of.certified_entity_addresses ?? [];
  // Outside the mutual recognition nobody vouches for the body that certified.
  const vouched = one.certification_standards_scheme.every(({ is_accredited_mla }) => is_accredited_mla);
  return {
    kind: 'institution',
    row,
    key: one.cert_id,
    raw: {
      cert_id: one.cert_id,
      certification_status: one.certification_status,
      standard_name: named,
      certified_entity_name: of.matched_certified_entity_name,
    },
    ...(!vouched && { evidenceKind: 'holder-claim' as const }),
    names: namesOf(of),
    identifiers: [],
    place: placeOf({
      city: open(address?.city),
      address: open(address?.full_address),
      name: of.matched_certified_entity_name,
    }),
    credentials: [...credentials],
  };
};

/** One certificate a row, under the entity that was asked for; states and standards that are not known are issues. */
export const parse: Parse = function* ({ body }) {
  const entities = readJson(body, shape).data;
  let row = 0;
  for (const of of entities)
    for (const one of of.certificates) {
      row += 1;
      yield recordOf(of, one, row);
    }
};
