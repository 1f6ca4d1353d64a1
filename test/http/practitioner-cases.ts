import type { PractitionerEntry } from '../../schema/practitioner.ts';

/** What is told · how the row differs · what is asked besides · the result, and one reason it must give. */
type Case = readonly [string, Partial<PractitionerEntry>, object, string, string];

/** Register rows of made-up physicians, asked about on 2026-11-21. */
export const cases: readonly Case[] = [
  ['main site', {}, {}, 'met', 'practitioner.main-site'],
  ['assistant', { level: 'assistant' }, {}, 'met', 'practitioner.assistant'],
  [
    'too old',
    { seen: { authority: 'x', url: 'https://example.org/', on: '2026-08-01' } },
    {},
    'unknown',
    'practitioner.row-too-old',
  ],
  ['suspended', { status: 'suspended', statusUntil: '2026-12-31' }, {}, 'not-met', 'practitioner.suspended'],
  [
    'suspension over',
    { status: 'suspended', statusUntil: '2026-10-31' },
    {},
    'met',
    'practitioner.suspension-ended',
  ],
  ['revoked', { status: 'revoked' }, {}, 'not-met', 'practitioner.revoked'],
  ['cancelled', { status: 'cancelled' }, {}, 'not-met', 'practitioner.cancelled'],
  [
    'short-term in its year',
    { kind: 'short-term', registeredSince: '2026-01-01' },
    {},
    'met',
    'practitioner.short-term',
  ],
  [
    'short-term after its year',
    { kind: 'short-term', registeredSince: '2025-11-21' },
    {},
    'not-met',
    'practitioner.term-ended',
  ],
  ['Hong Kong without an end', { kind: 'hk-macao' }, {}, 'unknown', 'practitioner.term-unknown'],
  ['Taiwan', { kind: 'taiwan', validUntil: '2026-11-21' }, {}, 'met', 'practitioner.taiwan'],
  [
    'surgeon of many years',
    { scope: '眼耳鼻咽喉科专业' },
    { service: 'G04' },
    'met',
    'practitioner.years-above-guide',
  ],
  ['field that covers', {}, { service: 'transplant.liver' }, 'met', 'practitioner.covers'],
  ['generic, whoever is asked about', {}, {}, 'met', 'practitioner.licence-is-generic'],
  [
    'a dentist and a liver transplant',
    { category: '口腔', scope: '口腔专业' },
    { service: 'transplant.liver' },
    'unknown',
    'practitioner.category-differs',
  ],
  [
    'an internist and a liver transplant',
    { scope: '内科专业' },
    { service: 'transplant.liver' },
    'unknown',
    'practitioner.scope-differs',
  ],
  [
    'a field that was not written down',
    { scope: undefined },
    { service: 'transplant.liver' },
    'unknown',
    'practitioner.scope-not-known',
  ],
  [
    'a short-term licence of three years',
    { kind: 'short-term', registeredSince: '2026-01-01', validUntil: '2028-12-31' },
    {},
    'met',
    'practitioner.term-longer-than-law',
  ],
  [
    'the same in its second year',
    { kind: 'short-term', registeredSince: '2025-01-01', validUntil: '2028-12-31' },
    {},
    'not-met',
    'practitioner.term-ended',
  ],
  ['a row without a saved page', {}, {}, 'met', 'practitioner.no-saved-page'],
  [
    'surgeon of few years',
    { registeredSince: '2022-01-01', scope: '眼耳鼻咽喉科专业' },
    { service: 'G04' },
    'met',
    'practitioner.years-below-guide',
  ],
  [
    'years unknown',
    { registeredSince: undefined, scope: '眼耳鼻咽喉科专业' },
    { service: 'G04' },
    'met',
    'practitioner.years-not-known',
  ],
  ['technical lead', { leads: ['G11'] }, { service: 'G11' }, 'met', 'practitioner.technical-lead'],
];
