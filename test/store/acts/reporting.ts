import type { ServiceState } from '../../../src/store/service/service-state.ts';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`;
const bytes = (text: string) => new TextEncoder().encode(text);

const report = (day: number) => ({ at: at(day), about: 'cn1', text: 'made up', lang: 'en', generation: 1 });
const request = (statusHash: string, dueOn: string) => ({
  at: at(1),
  kind: 'access' as const,
  lang: 'zh',
  text: '编造',
  statusHash,
  dueOn,
});

const batch = (id: string, partner: string, held = false) => ({
  id,
  partner,
  createdAt: at(1),
  expiresAt: at(28),
  idempotencyKey: `once-${id}`,
  bodyHash: `hash-${id}`,
  about: '{}',
  held,
  parts: [
    { rows: 2, given: bytes('one') },
    { rows: 1, given: bytes('two') },
  ],
});

/** Reports, requests of physicians, lists handed in, what was asked for. Gives everything that is told of it. */
export const reporting = async (state: ServiceState): Promise<readonly unknown[]> => {
  const { errorReports, rightsRequests, batches, demand, waiting, headlines, logEntries } = state;
  const found: unknown[] = [];
  const along = {
    kind: 'correction' as const,
    statusHash: 'h1',
    file: { bytes: bytes('%PDF'), type: 'application/pdf' },
    site: { domain: 'a.example', token: 't' },
  };
  found.push(await errorReports.add(report(1), 2), await errorReports.add(report(2), 2, along));
  found.push(await errorReports.add(report(3), 2), await errorReports.waiting(9));
  found.push(
    await errorReports.answer(2, { text: 'thanks', at: at(4), by: 'Made-up' }),
    await errorReports.file(2),
  );
  await errorReports.proveSite(2, at(5));
  found.push(await errorReports.byStatus('h1'), await errorReports.answered(9), await errorReports.find(1));
  found.push(await errorReports.settle([1, 7]), await errorReports.forgetAnswered(at(28)));

  for (const [hash, due] of [
    ['r1', '2026-12-01'],
    ['r2', '2026-11-02'],
    ['r3', '2026-12-03'],
  ] as const)
    found.push(await rightsRequests.add(request(hash, due), 2));
  found.push(await rightsRequests.extend(1, 'made up', '2026-12-30'), await rightsRequests.waiting(9));
  found.push(await rightsRequests.close(2, { state: 'answered', answer: 'so', at: at(6), by: 'Made-up' }));
  found.push(
    await rightsRequests.byStatus('r2'),
    await rightsRequests.closed(9),
    await rightsRequests.find(9),
  );
  found.push(await rightsRequests.forgetClosed(at(28)));

  found.push(await batches.add(batch('b1', 'one'), 2), await batches.add(batch('b1', 'one'), 2));
  found.push(await batches.add(batch('b2', 'one', true), 2), await batches.add(batch('b3', 'one'), 2));
  found.push(
    await batches.release('b2', 'one'),
    await batches.add(batch('b4', 'two'), 2),
    await batches.hasOpen(),
  );
  const claimant = { name: 'p1', at: at(2), isLive: () => false };
  found.push(await batches.claim(claimant));
  const by = { name: 'p1', basis: 'basis' };
  found.push(await batches.begin('b1', { name: 'p2', basis: 'another' }), await batches.begin('b1', by));
  found.push(await batches.nextPart('b1'));
  const part = { ...by, result: bytes('done'), counts: '{"a":1}' };
  for (const other of [{ name: 'p2' }, { basis: 'another' }])
    found.push(await batches.answerPart('b1', 0, { ...part, ...other }, at(2)));
  found.push(await batches.answerPart('b1', 0, part, at(2)));
  found.push(await batches.answerPart('b1', 0, { ...part, result: bytes('twice') }, at(2)));
  found.push(await batches.counts('b1'), await batches.part('b1', 0), await batches.partOfRow('b1', 2));
  found.push(await batches.find('b1', 'one', at(3)), await batches.claim({ ...claimant, at: at(3) }));
  await batches.begin('b1', { ...by, basis: 'another basis' });
  found.push(await batches.end('b1', 'done', at(4)), await batches.list('one', at(5), 9));
  found.push(await batches.remove('b4', 'two'));

  await demand.add(
    new Map([
      ['cn1', 2],
      ['cn2', 5],
    ]),
    '2026-11-21',
  );
  await demand.add(new Map([['cn1', 1]]), '2026-11-22');
  found.push(await demand.most(9), await demand.of(['cn1', 'cn9']));
  found.push(await waiting('2026-11-21'), await batches.forgetExpired(at(28)));

  const basis = { generation: 1, policyVersion: 'p', day: '2026-11-21' };
  const headline = { institution: 'cn1', outcome: 'confirmed', result: 'met', status: null, reasons: ['x'] };
  await headlines.begin(basis);
  const slice = { basis, headlines: [headline], gone: ['cn9'], changes: [], after: 'cn1' };
  await headlines.tell('', slice);
  await headlines.tell('cn1', { ...slice, headlines: [{ ...headline, outcome: 'unknown' }], after: null });
  found.push(
    await headlines.work(),
    await headlines.headlines('', null),
    await headlines.headlines('', 'cn0'),
  );
  await headlines.begin({ ...basis, generation: 2 });
  found.push(await headlines.work(), await headlines.changes(0, 9), await headlines.newest());

  await logEntries.extend((entries) => ['{"a":1}', '{"b":2}'].slice(entries.length));
  await logEntries.extend((entries) => ['{"a":1}', '{"b":2}', '{"c":3}'].slice(entries.length));
  return [...found, await logEntries.all()];
};
