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
  ['surgeon of many years', {}, { service: 'G04' }, 'met', 'practitioner.years-enough'],
  [
    'surgeon of few years',
    { registeredSince: '2022-01-01' },
    { service: 'G04' },
    'unknown',
    'practitioner.years-short',
  ],
  [
    'years unknown',
    { registeredSince: undefined },
    { service: 'G04' },
    'unknown',
    'practitioner.first-registration-unknown',
  ],
  ['technical lead', { leads: ['G11'] }, { service: 'G11' }, 'met', 'practitioner.technical-lead'],
];
