import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { lookAtCaptures } from '../../src/harvest/capture/record-captures.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { capturedRows, takeCapture } from '../../src/jobs/captures/record-rows.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { captureCommand, ID, TODAY } from '../support/capture-command.ts';
import { madeUpNumbers } from '../support/made-up.ts';

const one = madeUpNumbers('MA9YYYY1');
const row = (until: string) => ({
  登记号: one.licence,
  机构名称: '编造示例医院',
  地址: '上海市长宁区编造路1号',
  有效期至: until,
});
const by = (who: string) => ['--by', who];
const looker = [...by('Made-up Clerk'), '--looked-on', '2026-11-20'];

t.test(
  'what turns an answer into a no is shown, waits, and is published by another person alone',
  async (t) => {
    const { data, page, licet, capture, verify } = captureCommand(t);
    const outcome = async () => (await verify(`licenceNumber=${one.licence}`)).outcome;
    const first = await capture(row('2028-06-30'), ...looker);
    t.match(
      first.out,
      /编造示例医院 +not on record +→ +confirmed \(licence met\)/,
      'a dry run says what changes',
    );
    t.match((await capture(row('2028-06-30'), ...looker, '--yes')).out, /recorded; generation 1/);
    const ended = row('2026-06-30');
    t.match(
      (await capture(ended, ...looker)).out,
      /confirmed \(licence met\) +→ +refuted[\s\S]*a second person will/,
    );
    const sent = await capture(ended, ...looker, '--page', page, '--yes');
    t.match(sent.out, /1 of 1 rows wait as 1: an answer becomes a no/);
    t.equal(await outcome(), 'confirmed', 'nothing is published');
    t.match((await licet('capture', '--pending')).out, / 1 .*by Made-up Clerk +page \w{12}[\s\S]*refuted/);
    const own = await licet('capture', '--confirm', '1', ...by('made-up clerk'));
    t.match(own, { code: 2, err: /was sent by Made-up Clerk: another person has to confirm it/ });
    t.equal(await outcome(), 'confirmed');
    const done = await licet('capture', '--confirm', '1', ...by('Made-up Reviewer'));
    t.match(done.out, /capture 1 is confirmed and recorded; generation 2/);
    t.equal(await outcome(), 'refuted');
    t.match(
      (await licet('capture', '--confirm', '1', ...by('Made-up Reviewer'))).err,
      /was confirmed by Made-up Rev/,
    );
    t.match((await licet('capture', '--pending')).out, /no capture waits/);
    t.match((await licet('operator', 'log')).out, /capture.confirm +1 by Made-up Reviewer/);
    const state = openServiceState(data);
    t.match(await state.pendingCaptures.find(1), { decidedBy: 'Made-up Reviewer', state: 'confirmed' });
    await state.close();
  },
);

t.test('what is rejected is never published, and the reason is kept', async (t) => {
  const { data, licet, capture, verify } = captureCommand(t);
  await capture(row('2026-06-30'), ...looker, '--yes');
  t.match(
    (await licet('capture', '--reject', '1', ...by('Made-up Reviewer'))).err,
    /--reject wants --because/,
  );
  const rejected = await licet(
    ...['capture', '--reject', '1', ...by('Made-up Reviewer'), '--because', 'made up: the page is of 2025'],
  );
  t.match(rejected.out, /capture 1 is rejected; nothing of it is published/);
  t.match(
    (await licet('capture', '--confirm', '7', ...by('Made-up Reviewer'))).err,
    /No capture waits under the number 7/,
  );
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'unknown');
  const state = openServiceState(data);
  t.match(await state.pendingCaptures.find(1), { state: 'rejected', reason: 'made up: the page is of 2025' });
  await state.close();
});

t.test('what the registry has learned meanwhile is shown before it is confirmed', async (t) => {
  const { licet, capture, verify } = captureCommand(t);
  const confirm = () => licet('capture', '--confirm', '1', ...by('Made-up Reviewer'));
  await capture(row('2026-06-30'), ...looker, '--yes');
  await capture(row('2028-06-30'), ...looker, '--yes');
  t.match(await confirm(), { code: 2, err: /The registry has changed since capture 1 was sent: look again/ });
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'confirmed', 'nothing is published');
  t.match((await licet('capture', '--pending')).out, /confirmed \(licence met\) +→ +refuted/);
  t.match((await confirm()).out, /capture 1 is confirmed and recorded/);
});

t.test('a capture that a later look has overtaken is not published', async (t) => {
  const { licet, capture, verify } = captureCommand(t);
  await capture(row('2026-06-30'), ...looker, '--yes');
  await capture(row('2028-06-30'), ...by('Made-up Clerk'), '--looked-on', '2026-11-21', '--yes');
  const confirmed = await licet('capture', '--confirm', '1', ...by('Made-up Reviewer'));
  t.match(confirmed, { code: 2, err: /A later edition of what capture 1 says is on record/ });
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'confirmed');
});

t.test('a confirmation that was cut off is finished by confirming again, and not rejected', async (t) => {
  const { data, licet, capture, verify } = captureCommand(t);
  await capture(row('2026-06-30'), ...looker, '--yes');
  const state = openServiceState(data);
  const begun = { by: 'Made-up Reviewer', at: '2026-11-21T08:00:00.000Z', reason: null };
  t.ok(await state.pendingCaptures.decide(1, { ...begun, state: 'confirming' }));
  t.notOk(await state.pendingCaptures.decide(1, { ...begun, state: 'rejected', reason: 'made up' }));
  await state.close();
  const reviewer = by('Made-up Reviewer');
  const rejected = await licet('capture', '--reject', '1', ...reviewer, '--because', 'made up');
  t.match(rejected, { code: 2, err: /by Made-up Reviewer was begun: confirm it again/ });
  t.match((await licet('capture', '--pending')).out, /refuted/, 'it is still shown');
  t.match((await licet('capture', '--confirm', '1', ...reviewer)).out, /confirmed and recorded/);
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'refuted');
});

t.test(
  'a confirmation that was begun and then overtaken can be rejected, and the record says so',
  async (t) => {
    const { data, licet, capture, verify } = captureCommand(t);
    await capture(row('2026-06-30'), ...looker, '--yes');
    const state = openServiceState(data);
    t.teardown(state.close);
    const begun = { by: 'Made-up Reviewer', at: '2026-11-21T08:00:00.000Z', reason: null };
    await state.pendingCaptures.decide(1, { ...begun, state: 'confirming' });
    await capture(row('2028-06-30'), ...by('Made-up Clerk'), '--looked-on', '2026-11-21', '--yes');
    const other = by('Made-up Second Reviewer');
    t.match(await licet('capture', '--confirm', '1', ...other), { code: 2, err: /A later edition of what/ });
    t.match((await licet('capture', '--reject', '1', ...other, '--because', 'made up')).out, /is rejected/);
    t.match(await state.pendingCaptures.find(1), {
      state: 'rejected',
      reason:
        'made up (its confirmation by Made-up Reviewer was begun, and a later edition of it is on record)',
    });
    t.match((await licet('capture', '--pending')).out, /no capture waits/);
    t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'confirmed');
  },
);

t.test('a yes that is published while a no is being checked makes the no wait', async (t) => {
  const { data, licet, capture, verify } = captureCommand(t);
  await capture(row('2026-06-30'), ...looker, '--yes');
  await licet('capture', '--confirm', '1', ...by('Made-up Reviewer'));
  const registry = await openFolder(data);
  const state = openServiceState(data);
  const source = (await loadCatalogue(join(data, 'scrapers'))).find(({ descriptor }) => descriptor.id === ID);
  if (source === undefined) throw new Error('the made-up register is missing');
  const rows = [{ row: 1, fields: row('2026-05-30'), asOf: '', lookedOn: '2026-11-20', read: false }];
  const sent = { source, rows, proof: null, by: 'Made-up Clerk', because: null, at: TODAY };
  const good = await lookAtCaptures(source, { store: registry.store, now: TODAY }, capturedRows(sent));
  const needs = { ...registry, pending: state.pendingCaptures };
  const alone = { ...needs, underLease: <T>(work: () => Promise<T>) => work() };
  const before = await takeCapture(alone, sent, good, false);
  t.same(before.answers, [], 'it changes no answer when it is sent');
  const late = async <T>(work: () => Promise<T>): Promise<T> => {
    await capture(row('2028-06-30'), ...looker, '--yes');
    return work();
  };
  const taken = await takeCapture({ ...needs, underLease: late }, sent, good, true);
  t.match(taken, { pending: 2, report: null, answers: [{ negative: true }] });
  await state.close();
  await registry.close();
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'confirmed', 'nothing is published');
});

t.test('copies that killed processes and threads left behind are removed by the next dry run', async (t) => {
  const { capture } = captureCommand(t);
  const { pid } = spawnSync(process.execPath, ['--version']);
  const copyOf = (owner: number) => mkdtempSync(join(tmpdir(), `licet-dry-run-${owner}-`));
  const [killed, ended, running, other] = [pid, process.pid, process.pid, process.ppid].map(copyOf);
  t.teardown(() => {
    for (const one of [running, other]) rmSync(one ?? '', { recursive: true });
  });
  utimesSync(ended ?? '', 1, 1);
  await capture(row('2028-06-30'), ...looker);
  const kept = [killed, ended, running, other].map((one) => existsSync(one ?? ''));
  t.same(kept, [false, false, true, true]);
});

t.test('the saved page of a capture that waits is not removed from the archive', async (t) => {
  const { data, page, licet, capture } = captureCommand(t);
  await capture(row('2026-06-30'), ...looker, '--page', page, '--yes');
  const archive = openArchive(data);
  for await (const { place } of archive.walk()) utimesSync(place, 1, 1);
  t.match(
    (await licet('archive', 'check', '--all')).out,
    /1 pages checked, 1 whole[\s\S]* 0 belong to no row/,
  );
  t.match((await licet('archive', 'prune', '--dry-run')).out, /0 pages may go \(0 kB\), 1 stay/);
  await licet('capture', '--reject', '1', ...by('Made-up Reviewer'), '--because', 'made up');
  t.match((await licet('archive', 'prune', '--dry-run')).out, /1 pages may go/);
});
