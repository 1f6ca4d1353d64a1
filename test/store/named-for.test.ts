import t from 'tap';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const listed = (name: string, province: string, code: string) => ({
  ...toyRecord(name, { province, city: '编造市' }, { key: name }),
  credentials: [
    {
      gate: 'assisted-reproduction' as const,
      code,
      status: 'formal' as const,
      scope: { kind: 'institution' as const },
    },
  ],
});

t.test('who is named for a treatment comes by province and name, each once', async (t) => {
  const toy = await openToy(t.testdir());
  t.teardown(() => toy.store.close());
  const rows = [
    listed('编造丙医院', '编造乙省', 'art.ivf'),
    listed('编造甲医院', '编造甲省', 'art.ivf'),
    listed('编造乙医院', '编造甲省', 'art.pgt'),
  ];
  await toy.night([toySource(toy.root, rows)]);
  const names = async (codes: readonly string[], reader = toy.store.reader()) => {
    const ids = (await reader.institutionsFor?.(codes)) ?? [];
    return Promise.all(ids.map(async (id) => (await reader.dossier(id))?.title.zh));
  };
  t.strictSame(await names(['art.ivf']), ['编造丙医院', '编造甲医院']);
  t.strictSame(await names(['art.pgt', 'art.ivf']), ['编造丙医院', '编造乙医院', '编造甲医院']);
  t.strictSame(await names(['art.aid']), []);
});

t.test('a hospital that moved stands in its province from that night on', async (t) => {
  const toy = await openToy(t.testdir());
  t.teardown(() => toy.store.close());
  const night = (province: string) =>
    toy.night([
      toySource(toy.root, [
        listed('编造乙医院', province, 'art.ivf'),
        ...['编造丁医院', '编造丙医院', '编造甲医院'].map((name) => listed(name, '编造甲省', 'art.ivf')),
      ]),
    ]);
  const names = async (): Promise<readonly unknown[]> => {
    const reader = toy.store.reader();
    const ids = (await reader.institutionsFor?.(['art.ivf'])) ?? [];
    return Promise.all(ids.map(async (id) => (await reader.dossier(id))?.title.zh));
  };
  await night('编造乙省');
  t.strictSame(await names(), ['编造乙医院', '编造丁医院', '编造丙医院', '编造甲医院']);
  await night('编造甲省');
  t.strictSame(await names(), ['编造丁医院', '编造丙医院', '编造乙医院', '编造甲医院']);
});
