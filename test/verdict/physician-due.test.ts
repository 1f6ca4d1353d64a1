import t from 'tap';
import type { PractitionerRow } from '../../schema/practitioner.ts';
import { dueDays } from '../../src/verdict/evidence/due-days.ts';
import type { GateContext } from '../../src/verdict/gate-context.ts';
import { practitionerGate } from '../../src/verdict/gates/practitioner.ts';
import { currentPolicy } from '../../src/verdict/policy.ts';
import { referenceOf } from './fixed-law.ts';
import { BASE } from './worlds.ts';

const row: PractitionerRow = {
  kind: 'registered',
  level: 'physician',
  registeredSince: '2010-01-01',
  status: 'registered',
  leads: [],
  lastFour: null,
  sites: [],
  authority: '编造主管部门',
  url: 'https://example.org/doctor',
  seenOn: '2026-11-01',
  recordedAt: '2026-11-01T04:00:00.000Z',
  sha256: '0'.repeat(64),
};

const dueOf = (over: Partial<PractitionerRow>): readonly string[] => {
  const context: GateContext = {
    question: { institution: {}, service: 'G04', claims: [], lang: 'en' },
    day: BASE,
    lang: 'en',
    dossier: null,
    candidates: new Map(),
    reference: referenceOf(new Map()),
    policy: currentPolicy,
    practitioners: [{ ...row, ...over }],
  };
  return dueDays(context, practitionerGate(context));
};

t.test('a check of a physician names the day after what will end', async (t) => {
  t.ok(dueOf({ status: 'suspended', statusUntil: '2026-11-25' }).includes('2026-11-26'), 'a suspension');
  t.ok(dueOf({ validUntil: '2026-11-25' }).includes('2026-11-26'), 'a term');
  t.ok(dueOf({ registeredSince: '2021-11-25' }).includes('2026-11-26'), 'a surgeon’s first five years');
  t.notOk(dueOf({}).includes('2026-11-26'), 'nothing that ends');
});
