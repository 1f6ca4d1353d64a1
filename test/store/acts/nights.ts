import { officialSchemes } from '../../../schema/record.ts';
import { dossierDigest } from '../../../src/store/integrity/dossier-digest.ts';
import type { Reader } from '../../../src/store/registry-reader.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Toy, toyRecord, toySource } from '../../support/toy-night.ts';

const [scheme = 'uscc'] = officialSchemes;
const place = (province: string, city = '编造市') => ({ province, city });

const held = (code: string) => ({
  gate: 'assisted-reproduction' as const,
  code,
  status: 'formal' as const,
  scope: { kind: 'institution' as const },
});

const row = (name: string, province: string, at: number, over: Parameters<typeof toyRecord>[2] = {}) =>
  toyRecord(name, place(province), { key: name, row: at, raw: { 名称: name }, ...over });

const collected = async <T>(rows: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const one of rows) found.push(one);
  return found;
};

/** Everything that a reader says of its generation. */
export const readerSays = async (reader: Reader): Promise<readonly unknown[]> => {
  const ids = await reader.institutionIds(null, 100);
  const asked = { generation: reader.generation, after: '', limit: 9 };
  const page = reader.reference.sources.get('cn-toyville-list')?.editions.at(-1)?.snapshots[0] ?? '';
  return [
    reader.generation,
    [...reader.reference.sources],
    reader.reference.registryHash,
    ids,
    await Promise.all(ids.map((id) => reader.dossier(id))),
    await reader.findIdentifier('MADEUP1'),
    await Promise.all(
      ['编造甲示例医院', '编造乙示例医院', '编造示例医院'].map((key) => reader.findNameKey(key)),
    ),
    await collected(reader.names()),
    await reader.counts(),
    await Promise.all(ids.map((id) => reader.redirect(id))),
    await reader.institutionsOn?.('cn-toyville-list'),
    await reader.institutionsFor?.(['art.ivf', 'art.pgt']),
    await reader.provincesOn?.('cn-toyville-list'),
    await reader.changesAfter?.({ generation: 0, institution: '' }, 50),
    await reader.listInstitutions?.(asked),
    await reader.listInstitutions?.({ ...asked, province: '编造甲省', type: 'hospital' }),
    await reader.countInstitutions?.({
      generation: reader.generation,
      ids: ids.slice(1),
      changedFrom: '2026-02-02',
    }),
    await reader.snapshot(page),
    await reader.keptRow(page, 1),
  ];
};

/** Everything that a store says beside its readers. */
const storeSays = async (store: Store): Promise<readonly unknown[]> => [
  [...(await store.sources())],
  await store.runs(20),
  await store.runs(20, 'cn-toyville-list'),
  await store.nights(9),
  await store.night(1),
  [...(await store.lastNights())],
  await store.firstNightAt(),
  await store.pastGenerations(9),
  await store.snapshots(),
  await collected(store.statedNames()),
  await store.judgements(),
  await store.reviewPairs(),
  await store.unorderedPairs(),
  await store.pagesInUse({ editionsSince: '2026-02-02', refusedSince: '2026-01-01' }),
  await store.currentRecord('cn-toyville-list', '编造甲示例医院'),
  await store.lastGood('cn-toyville-list'),
  await collected(store.integrity.dossiers(1)),
  await store.integrity.registryHash(),
  await store.integrity.chain(),
  await store.integrity.published(),
  await store.integrity.engineFaults(),
  await store.readPack(async (rows) => {
    const files = [];
    // Pairs that are made anew have new numbers: SQLite gives one again that became free, PostgreSQL never.
    const named = rows.files.filter(({ name }) => name !== 'registry/review-pair.ndjson');
    for (const { name } of named) files.push([name, (await collected(rows.lines(name))).map(dossierDigest)]);
    return [rows.generation, rows.registryHash, [...rows.rowCounts], files];
  }),
];

/** Leases, visits and credits, which nights hold. */
const holdings = async (store: Store): Promise<readonly unknown[]> => {
  const ask = { name: 'night', holder: 'one', now: new Date('2026-02-01T00:00:00Z'), forMs: 1000 };
  const visit = {
    source: 's',
    url: 'u',
    page: 'p',
    finalUrl: 'f',
    at: 'a',
    sha256: 'x',
    contentType: 't',
    transport: 'https' as const,
    etag: null,
    lastModified: null,
  };
  const found: unknown[] = [await store.takeLease(ask), await store.takeLease({ ...ask, holder: 'two' })];
  found.push(await store.takeLease({ ...ask, holder: 'two', now: new Date('2026-02-01T00:00:01Z') }));
  await store.dropLease('night', 'one');
  found.push(await store.lease('night'));
  for (const etag of ['e1', 'e2']) await store.saveVisit({ ...visit, etag });
  found.push(await store.visit('s', 'u'), await store.visit('s', 'other'));
  const spending = { source: 's', month: '2026-02', credits: 3, budget: 5 };
  found.push(await store.credits.spend(spending), await store.credits.spend(spending));
  await store.credits.correct('s', '2026-02', -1);
  await store.credits.correct('s', '2026-02', -9);
  return [...found, [...(await store.credits.spent('2026-02'))]];
};

/** Nights that add, change, remove and miss rows, and join what a person judged. Gives everything that is told after each. */
export const nights = async ({ root, store, night }: Toy): Promise<readonly unknown[]> => {
  const one = row('编造甲示例医院', '编造甲省', 1, {
    identifiers: [{ scheme, value: 'MADEUP1' }],
    credentials: [held('art.ivf')],
  });
  const two = row('编造乙示例医院', '编造乙省', 2, { credentials: [held('art.pgt')] });
  const press = { id: 'cn-toyville-press', evidenceKind: 'press' as const };
  const found: unknown[] = [await holdings(store)];
  await night([toySource(root, [one, two]), toySource(root, [row('编造甲示例医院', '编造甲省', 1)], press)]);
  const first = await readerSays(store.reader());
  const moved = { ...two, place: { region: 'mainland' as const, ...place('编造甲省') } };
  const three = row('编造丙示例医院', '编造甲省', 3, { key: '编造甲示例医院' });
  await night([toySource(root, [moved, three], { asOf: '2026-02-01' })], '2026-02-02T00:00:00.000Z');
  const [into = '', from = ''] = await store.reader().institutionIds(null, 9);
  found.push(await store.newestRowOf(into));
  const judged = { by: 'Made-up Judge', because: 'made up', at: '2026-02-02T00:00:00.000Z' };
  await store.addJudgement({ one: from, other: into, decision: 'same', ...judged });
  await night([toySource(root, [three], { asOf: '2026-03-01' })], '2026-03-02T00:00:00.000Z');
  await night([toySource(root, '[')], '2026-03-03T00:00:00.000Z');
  await store.decideRun(1, { decidedBy: 'Made-up', reason: 'made up' });
  const page = { containing: '编造', offset: 0, limit: 9 };
  found.push(
    await store.capturedRows('cn-toyville-press', page),
    await store.capturedRow('cn-toyville-press', 'none'),
  );
  const withdrawal = {
    source: 'cn-toyville-press',
    key: '编造甲示例医院',
    by: 'Made-up',
    because: 'made up',
    at: 'now',
  };
  found.push(await store.withdraw(withdrawal), await store.withdraw(withdrawal));
  await night([], '2026-03-04T00:00:00.000Z');
  const past = await store.readerAt(1);
  found.push(past === undefined ? null : await readerSays(past), first);
  past?.close();
  return [...found, await readerSays(store.reader()), await storeSays(store), await store.readerAt(9)];
};
