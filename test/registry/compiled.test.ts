import t from 'tap';
import type { EvidenceRef } from '../../schema/institution.ts';
import type { InstitutionRecord } from '../../schema/record.ts';
import { compileDossier } from '../../src/registry/compile.ts';
import { cluster, type Stand } from '../../src/registry/link/cluster.ts';
import type { KnownRecord } from '../../src/store/registry-writer.ts';
import { toyRecord } from '../support/toy-night.ts';
import { evidenceRef, lists } from '../verdict/lists.ts';

/** A record version with what it rests on: a row of a register that is still there, unless said. */
const known = (id: number, record: InstitutionRecord, over: Partial<EvidenceRef> = {}): KnownRecord => ({
  id,
  record,
  evidence: evidenceRef(lists.register, '2026-01-31', { row: id, ...over }),
});
const legal = '编造示例医院';
const at = (place: InstitutionRecord['place']) => toyRecord(legal, place);

t.test(
  'gaps of the best-evidenced place are filled by records of the same city, and by no others',
  async (t) => {
    const best = known(1, at({ region: 'mainland', province: '编造省', city: '甲市' }));
    const elsewhere = at({
      region: 'mainland',
      province: '编造省',
      city: '乙市',
      district: '乙区',
      address: '编造路9号',
    });
    const here = at({ region: 'mainland', province: '编造省', city: '甲市', address: '编造路1号' });
    const later = { kind: 'directory' } as const;
    const place = { region: 'mainland', province: '编造省', city: '甲市' };
    t.strictSame(compileDossier('cn1', [best, known(2, elsewhere, later)]).place, place);
    t.strictSame(compileDossier('cn1', [best, known(2, elsewhere, later), known(3, here, later)]).place, {
      ...place,
      address: '编造路1号',
    });
    const other = at({ region: 'mainland', province: '虚构省', district: '丙区' });
    t.strictSame(
      compileDossier('cn1', [best, known(2, other, later)]).place,
      place,
      'nor of another province',
    );
  },
);

t.test('an army hospital is told by a name that was filed, not by what it is called besides', async (t) => {
  const army = '编造战区示例医院';
  const named = (kind: 'second' | 'alias') =>
    compileDossier('cn1', [
      known(
        1,
        toyRecord(
          legal,
          {},
          {
            names: [
              { value: legal, kind: 'legal', language: 'zh' },
              { value: army, kind, language: 'zh' },
            ],
          },
        ),
      ),
    ]).traits;
  t.strictSame(named('second'), { military: true });
  t.strictSame(named('alias'), {});
});

t.test('a row that is still on its list goes before one that has left a better list', async (t) => {
  const gone = known(1, toyRecord('编造旧名医院'), { current: false });
  const there = known(2, toyRecord('编造新名医院'), { kind: 'official-list' });
  for (const records of [
    [gone, there],
    [there, gone],
  ]) {
    const { title, evidence } = compileDossier('cn1', records);
    t.equal(title.zh, '编造新名医院');
    t.strictSame(
      evidence.map(({ current }) => current),
      [true, false],
    );
  }
});

t.test(
  'two records that a person holds apart stay apart, also through a third that is like both',
  async (t) => {
    const stand = (id: string): Stand => ({ id, exclusive: [], official: true });
    const stands = new Map(['cn1', 'cn2', 'cn3'].map((id) => [id, stand(id)]));
    const pair = (one: string, other: string, probability: number) =>
      ({ one, other, probability, why: 'made up' }) as unknown as Parameters<typeof cluster>[1][number];
    const pairs = [pair('cn1', 'cn2', 0.999), pair('cn2', 'cn3', 0.998), pair('cn1', 'cn3', 0.997)];
    const members = (apart: readonly string[]) =>
      cluster(stands, pairs, {
        headOf: (id) => id,
        areDifferent: (one, other) => apart.includes(one) && apart.includes(other),
      });
    t.strictSame(members([]), [['cn1', 'cn2', 'cn3']]);
    t.strictSame(members(['cn1', 'cn3']), [['cn1', 'cn2'], ['cn3']]);
  },
);
