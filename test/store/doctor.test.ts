import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { archiveFolder } from '../../src/archive/open-archive.ts';
import type { Finding } from '../../src/jobs/doctor/finding.ts';
import { runHere } from '../cli/run-licet.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';
import { graft, tamper } from './tamper.ts';

const place = { province: '编造省', city: '编造市' };

/** A data folder of two generations with two institutions; `between` is done after the first one. */
const folder = async (t: Test, between: (data: string) => void = () => {}): Promise<string> => {
  const data = t.testdir();
  for (const [at, day] of ['2026-02-01', '2026-03-01'].entries()) {
    const toy = await openToy(data);
    const rows = ['编造甲示例医院', '编造乙示例医院'].map((name) =>
      toyRecord(name, place, { raw: { 次: `${at}` } }),
    );
    await toy.night([toySource(data, rows, { asOf: `2026-0${at + 1}-15` })], `${day}T00:00:00.000Z`);
    await toy.store.close();
    if (at === 0) between(data);
  }
  return data;
};

const doctor = async (data: string, ...more: readonly string[]) => {
  const now = new Date('2026-03-02T00:00:00.000Z');
  const { code, out } = await runHere(data, ['doctor', '--json', ...more], {}, () => now);
  const { findings } = JSON.parse(out) as { findings: readonly Finding[] };
  return {
    code,
    dangers: findings.filter(({ level }) => level === 'danger').map(({ text }) => text),
    codes: findings.map((one) => one.code),
    findings,
  };
};

t.test('a sound folder is sound', async (t) => {
  const found = await doctor(await folder(t));
  t.same(found.dangers, []);
  t.equal(found.code, 0);
  t.strictSame(found.codes, ['no-administrator', 'no-base-url']);
});

t.test('on a terminal each finding has its fix below it', async (t) => {
  const data = await folder(t);
  const { out } = await runHere(data, ['doctor'], {}, () => new Date('2026-03-02T00:00:00.000Z'));
  t.match(out, /^warning: LICET_BASE_URL is not set.*\n {4}fix: set LICET_BASE_URL to/m);
});

t.test('a graft is found', async (t) => {
  const data = await folder(t);
  const ids = tamper(data, (db) =>
    db.prepare<[], string>('SELECT DISTINCT institution_id FROM dossier').pluck().all(),
  );
  graft(data, ids[0] ?? '', ids[1] ?? '');
  const found = await doctor(data);
  t.equal(found.code, 1);
  t.match(found.dangers, [/1 stored records do not match their hash/]);
});

t.test('a graft with a hash of its own, an edited and a removed generation are found', async (t) => {
  const rehashed = await folder(t);
  tamper(rehashed, (db) =>
    db.exec("UPDATE dossier SET hash = 'made-up' WHERE id = (SELECT max(id) FROM dossier)"),
  );
  t.ok((await doctor(rehashed)).dangers.some((text) => /hash generation 2 was published with/.test(text)));
  const edited = await folder(t);
  tamper(edited, (db) => db.exec("UPDATE generation SET at = '2026-01-01T00:00:00.000Z' WHERE number = 1"));
  t.match((await doctor(edited)).dangers, [/generation 1 is not what was published/]);
  const removed = await folder(t);
  tamper(removed, (db) => db.exec('DELETE FROM generation WHERE number = 1'));
  t.match((await doctor(removed)).dangers[0], /generation 1 is missing/);
});

t.test('a database that was rolled back is found, and a whole folder by a head kept elsewhere', async (t) => {
  const old = mkdtempSync(join(tmpdir(), 'licet-test-'));
  t.teardown(() => rmSync(old, { recursive: true }));
  const data = await folder(t, (first) => cpSync(first, old, { recursive: true }));
  const head = join(data, 'generation-head.json');
  t.match((await doctor(old, '--head', head)).dangers, [
    /generation 2 of the head you kept is not in this registry/,
  ]);
  t.same((await doctor(data, '--head', join(old, 'generation-head.json'))).dangers, []);
  cpSync(join(old, 'licet.db'), join(data, 'licet.db'));
  for (const rest of ['licet.db-wal', 'licet.db-shm']) rmSync(join(data, rest), { force: true });
  t.match((await doctor(data)).dangers, [
    /head is generation 2, which this registry \(generation 1\) does not hold/,
  ]);
  t.same((await doctor(data, '--seal-anew')).dangers, []);
});

t.test('a page that went is found', async (t) => {
  const data = await folder(t);
  for (const name of readdirSync(archiveFolder(data)))
    rmSync(join(archiveFolder(data), name), { recursive: true });
  t.match((await doctor(data)).dangers, [/1 pages that answers rest on are missing/]);
});
