import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { practitionerEntry } from '../../schema/practitioner.ts';
import { openPractitioners } from '../../src/registry/practitioners.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService } from '../support/app.ts';

const NOW = new Date('2026-11-21T00:00:00.000Z');
const NAME = '编造医师';
const entry = practitionerEntry.parse({
  name: NAME,
  kind: 'registered',
  status: 'registered',
  sites: [{ name: '编造示例医院', main: true }],
  seen: { authority: '编造主管部门', url: 'https://example.org/doctor', on: '2026-11-01' },
});

const keep = async (data: string): Promise<void> => {
  const people = openPractitioners(data);
  await people.record(entry, [{ institution: 'made-up', main: true }], NOW);
  await people.close();
};

const held = async (data: string): Promise<number> => {
  const people = openPractitioners(data);
  const rows = await people.find(
    { name: NAME, certificateNumber: undefined, purpose: 'referral' },
    'made-up',
  );
  await people.close();
  return rows.length;
};

const keyOf = (data: string): string => join(data, 'practitioner.key');

const folder = async (t: Test) => {
  const data = t.testdir({});
  await keep(data);
  return data;
};

t.test(
  'rows whose key is lost, empty, broken or another one are not opened, and no key is made',
  async (t) => {
    const data = await folder(t);
    const key = readFileSync(keyOf(data), 'utf8');
    rmSync(keyOf(data));
    t.throws(() => openPractitioners(data), /practitioner\.key .* is gone and 1 rows .* erase-all/);
    t.notOk(existsSync(keyOf(data)));
    for (const [text, why] of [
      ['', /is empty and 1 rows/],
      ['made-up', /does not hold a key/],
      [`${'ab'.repeat(32)}\n`, /is not the key they were made with/],
    ] as const) {
      writeFileSync(keyOf(data), text);
      t.throws(() => openPractitioners(data), why);
      t.equal(readFileSync(keyOf(data), 'utf8'), text, 'left as it was');
    }
    writeFileSync(keyOf(data), key);
    t.equal(await held(data), 1, 'and all is well when the key is back');
  },
);

t.test('an empty key that a full disk left before there were rows is made anew', async (t) => {
  const data = t.testdir({ 'practitioner.key': '' });
  await keep(data);
  t.equal(await held(data), 1);
});

t.test('two that open the folder for the first time use one key', async (t) => {
  const data = t.testdir({});
  const [one, other] = [openPractitioners(data), openPractitioners(data)];
  t.equal(one.subjectKey({ name: NAME }), other.subjectKey({ name: NAME }));
  await Promise.all([one.close(), other.close()]);
});

t.test('who has lost the key may erase all rows, and starts anew', async (t) => {
  const data = await folder(t);
  rmSync(keyOf(data));
  const refused = await runHere(data, ['practitioner', 'acts']);
  t.equal(refused.code, 4);
  t.match(refused.err, /^licet: practitioner\.key in the data folder is gone and 1 rows[^\n]*\n$/);
  t.match(await runHere(data, ['practitioner', 'erase-all', '--why', 'key lost']), {
    out: '1 rows erased\n',
  });
  await keep(data);
  t.equal(await held(data), 1);
  t.match((await runHere(data, ['practitioner', 'acts'])).out, /erased +key lost/);
});

t.test('without the key no question about a physician is answered, and every other one is', async (t) => {
  const service = await openService(
    { log: 'error' },
    fewSources,
    () => NOW,
    () => {},
  );
  t.teardown(service.close);
  await keep(service.data);
  rmSync(keyOf(service.data));
  const ask = (payload: object) => service.app.inject({ method: 'POST', url: '/v1/verify', payload });
  const physician = { name: '北京协和医院', practitioner: NAME, purpose: 'referral' };
  const closed = await ask(physician);
  t.equal(closed.statusCode, 503);
  t.match(closed.json(), { code: 'LICET_PHYSICIANS_CLOSED' });
  t.match(service.log(), /is gone and 1 rows of physicians/);
  t.equal((await ask({ name: '北京协和医院' })).statusCode, 200);
  t.equal((await ask(physician)).statusCode, 503, 'and again');
  t.match(
    (await runHere(service.data, ['doctor', '--json'])).out,
    /no question about a physician is answered/,
  );
});
