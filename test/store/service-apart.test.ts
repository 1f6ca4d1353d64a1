import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { rotateKeys } from '../../src/http/badge/keys.ts';
import { statusIndexOf } from '../../src/http/badge/status-book.ts';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { openOperatorBook, openServiceState, openStore } from '../../src/store/open-store.ts';
import { registryFile, serviceFile } from '../../src/store/sqlite/files.ts';
import { writtenBy } from './written-by.ts';

const TODAY = '2026-11-21';
const now = new Date('2026-11-21T08:00:00Z');
const AT = now.toISOString();

/** Fills every table of the service's own in a registry of before 0009; all of it is made up. */
const fill = (db: Database.Database): void => {
  db.exec(`
    INSERT INTO partner_key VALUES ('Made-up Agency', '${'a'.repeat(64)}', '${TODAY}');
    INSERT INTO partner_site VALUES (7, 'agency.example', 'Made-up Agency', 'licet-site=a', '${TODAY}', '${TODAY}', NULL);
    INSERT INTO signing_key VALUES (1, 'badge', 'k1', 'current', '${TODAY}', '{"kty":"OKP","crv":"Ed25519","x":"x","d":"made-up-secret"}');
    INSERT INTO status_entry VALUES (42, 'made-up', 'agency.example', '', 'confirmed', '${TODAY}');
    INSERT INTO hotlink VALUES ('thief.example', 'agency.example', 3, '${TODAY}', '${TODAY}');
    INSERT INTO error_report VALUES (9, '${AT}', 'made-up', 'made-up words', 'en', 1);
    INSERT INTO operator VALUES (1, 'Made-up Operator', '${'b'.repeat(64)}', '${AT}', NULL);
    INSERT INTO operator_act VALUES (5, '${AT}', 'Made-up Operator', 'captures.look', 'x', NULL, 'done');`);
};

t.test('what an earlier version kept in the registry of the service’s own stands in its file', async (t) => {
  const root = t.testdir();
  const data = join(root, 'data');
  const old = writtenBy(root, '0008');
  fill(old);
  old.close();
  const state = openServiceState(data);
  t.match(await state.sites.all(), [{ domain: 'agency.example', provenOn: TODAY }]);
  t.equal(await (await state.partnerKeys.whose('a'.repeat(64), AT))?.partner, 'Made-up Agency');
  t.match(await state.signingKeys.keys('badge'), [{ kid: 'k1', role: 'current' }]);
  t.match(await state.statusPlaces.issuedSince(TODAY), [{ place: 42, campus: null, ask: null }]);
  t.match(await state.hotlinks.counts(), { hotlinks: [{ count: 3 }] });
  t.match(await state.errorReports.waiting(10), [{ text: 'made-up words' }]);
  await state.close();
  const book = openOperatorBook(data);
  t.match(await book.list(), [{ name: 'Made-up Operator', lastActAt: AT }]);
  await book.close();
  await (await openStore({ data })).close();
  t.notOk(readFileSync(registryFile(data), 'latin1').includes('made-up-secret'), 'and nowhere else');
});

t.test('a move that was cut off before anything was deleted counts nothing twice', async (t) => {
  const root = t.testdir();
  const data = join(root, 'data');
  const old = writtenBy(root, '0008');
  fill(old);
  old.close();
  const before = readFileSync(registryFile(data));
  const state = openServiceState(data);
  await state.errorReports.settle([9]);
  await state.close();
  for (const rest of ['-wal', '-shm']) rmSync(`${registryFile(data)}${rest}`, { force: true });
  writeFileSync(registryFile(data), before);
  const later = openServiceState(data);
  t.strictSame(await later.errorReports.waiting(10), [], 'what was settled stays settled');
  t.equal((await later.sites.all()).length, 1);
  await later.close();
});

t.test(
  'a night that publishes for long keeps no partner, no operator and no reader of ours waiting',
  async (t) => {
    const data = t.testdir({});
    await (await openStore({ data })).close();
    const night = new Database(registryFile(data));
    night.exec('BEGIN IMMEDIATE');
    const state = openServiceState(data);
    const book = openOperatorBook(data);
    for (let round = 0; round < 20; round += 1) {
      const site = {
        domain: `a${round}.example`,
        partner: 'Made-up Agency',
        token: 'licet-site=a',
        today: TODAY,
      };
      await Promise.all([
        state.sites.claim(site, { most: 100, forgetBefore: '2026-01-01' }),
        addPartnerKey(state.partnerKeys, `Made-up ${round}`, TODAY),
        rotateKeys(state.signingKeys, 'badge', now),
        statusIndexOf(
          { state: () => state, clock: () => now },
          {
            institution: `${round}`,
            site: 'agency.example',
            campus: null,
            ask: null,
            state: 'confirmed',
            kid: 'k1',
          },
        ),
        state.errorReports.add({ at: AT, about: `${round}`, text: 'x', lang: 'en', generation: 1 }, 100),
        book.begin({ at: AT, operator: 'Made-up', act: 'captures.look', about: 'x', request: null }),
      ]);
    }
    t.ok(night.inTransaction, 'none waited for its end, or was refused as busy');
    t.equal((await state.sites.all()).length, 20);
    t.equal((await book.log(100)).length, 20);
    night.exec('ROLLBACK');
    night.close();
    await Promise.all([state.close(), book.close()]);
    t.ok(existsSync(serviceFile(data)));
  },
);
