import t from 'tap';
import type { Dossier } from '../../schema/institution.ts';
import { contradictionsOf } from '../../src/verdict/contradictions.ts';
import { currentPolicy } from '../../src/verdict/policy.ts';
import { inputOf, readCases } from './case-book.ts';

/** The dossier of a hospital of which these rows are known, and where its sources disagree on a day. */
const disagreements = (
  rows: readonly string[],
  over: (dossier: Dossier) => Partial<Dossier> = () => ({}),
) => {
  const known = rows.map((row) => `Known: ${row}`).join('\n');
  const [one] = readCases(`## Made up\nHospital: 编造示例医院\n${known}\nAsked: nothing more\n`);
  if (one === undefined) throw new Error('a case is read');
  const { question, dossier, candidates, reference } = inputOf(one);
  if (dossier === null) throw new Error('a case is of a hospital');
  const context = {
    question,
    day: '2026-11-21',
    lang: 'en',
    candidates,
    reference,
    policy: currentPolicy,
  } as const;
  return contradictionsOf({ ...context, dossier: { ...dossier, ...over(dossier) } });
};

t.test('two sources of which one says yes and the other no or over contradict each other', async (t) => {
  const active = 'register@2026-11-01: licence active';
  for (const against of ['licence revoked', 'licence active until 2026-10-01'])
    t.match(disagreements([active, `register2@2026-11-02: ${against}`]), [
      { kind: 'credential', about: 'licence', statements: [{ says: 'active' }, {}] },
    ]);
  t.strictSame(disagreements([active, 'register2@2026-11-02: licence active']), []);
  t.strictSame(
    disagreements([active, 'register@2026-11-01: licence revoked']),
    [],
    'one source alone does not',
  );
});

t.test('two numbers of one kind contradict each other while both lists still print them', async (t) => {
  const rows = ['register@2026-11-01: licence active', 'register2@2026-11-02: licence active'];
  const numbered = (stillThere: boolean, other = 'MADEUP2') =>
    disagreements(rows, ({ evidence }) => ({
      evidence: evidence.map((ref, at) => (at === 1 ? { ...ref, current: stillThere } : ref)),
      identifiers: [
        { scheme: 'licence-number', value: 'MADEUP1', evidence: [0] },
        { scheme: 'licence-number', value: other, evidence: [1] },
      ],
    }));
  t.match(numbered(true), [
    { kind: 'identifier', about: 'licence-number', statements: [{ says: 'MADEUP1' }, { says: 'MADEUP2' }] },
  ]);
  t.strictSame(numbered(false), [], 'a number that has left its list was mended');
  t.strictSame(numbered(true, 'MADEUP1'), []);
});
