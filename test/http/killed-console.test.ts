import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { runHere } from '../cli/run-licet.ts';
import { codeAt, linkIn, PASSWORD } from '../support/console.ts';
import { installedService } from '../support/installed-service.ts';
import { madeUpLicence } from '../support/made-up.ts';
import { formOf } from '../support/operator-api.ts';
import { earlierDetail, madeUpHospital } from '../support/saved-pages.ts';

const REGISTER = 'cn-nhc-institutions';
const AT = `/console/captures/${REGISTER}`;
const { root, start, ready } = installedService(t, [REGISTER, 'intl-jci-events']);
const data = join(root, 'data');
const licet = (...args: string[]) => runHere(data, args, { catalogue: join(root, 'licet/scrapers') });
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const licenceOf = (at: number): string => madeUpLicence(700 + at, '310115');
/** How long after a capture was sent the process is killed, in milliseconds: mostly before and while it is written. */
const KILLED_AFTER = [60];

/** The console over HTTP, as the browser of somebody who has signed in by their link sees it. */
const signedIn = async (address: string) => {
  const link = linkIn((await licet('operator', 'add', 'Made-up Clerk', '--role', 'clerk')).out);
  const secret = />([A-Z2-7]{32})<\/pre>/.exec(await (await fetch(`${address}${link}`)).text())?.[1] ?? '';
  const sent = await fetch(`${address}${link}/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ password: PASSWORD, code: codeAt(secret, Date.now()) }),
  });
  return (sent.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
};

const inputsOf = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** Sends the saved page of a hospital, and gives the function that says yes to what was read. */
const look = async (address: string, cookie: string, at: number) => {
  const of = { ...madeUpHospital, licence: licenceOf(at), name: `编造第${at}号示例医院` };
  const saved = earlierDetail(of).replace('2026-11-18', today);
  const { payload, headers } = await formOf({ lookedOn: today, of: '', page: [saved, 'saved.html'] });
  const from = { origin: address, cookie };
  const read = await fetch(`${address}${AT}`, {
    method: 'POST',
    headers: { ...headers, ...from },
    body: new Uint8Array(payload),
  });
  const form = { ...inputsOf(await read.text()), do: 'record' };
  return () =>
    fetch(`${address}${AT}/record`, {
      method: 'POST',
      redirect: 'manual',
      headers: from,
      body: new URLSearchParams(form),
    });
};

t.test(
  'kill -9 amid captures at the console leaves each of them whole and once, or not at all',
  async (t) => {
    let service = start({});
    let address = await ready(service);
    const cookie = await signedIn(address);
    const confirmed: number[] = [];
    let at = 0;
    for (const delay of KILLED_AFTER) {
      for (const record of [await look(address, cookie, at)]) {
        t.match(await record(), { status: 303 }, 'recorded');
        confirmed.push(at);
        at += 1;
      }
      const cutOff = await look(address, cookie, at);
      const answer = cutOff().then(
        ({ status }) => status,
        () => null,
      );
      await wait(delay);
      service.child.kill('SIGKILL');
      await service.ended;
      if ((await answer) === 303) confirmed.push(at);
      at += 1;
      t.match((await licet('harvest', 'break-lease', '--force')).code, 0);
      if (delay === KILLED_AFTER.at(-1)) break;
      service = start({});
      address = await ready(service);
    }
    const doctor = await licet('doctor', '--json');
    t.equal(doctor.code, 0, doctor.out);
    const outcomes: string[] = [];
    for (let one = 0; one < at; one += 1) {
      const asked = await licet('verify', '--licence-number', licenceOf(one), '--json');
      outcomes.push(JSON.parse(asked.out).outcome);
    }
    t.strictSame(
      confirmed.map((one) => outcomes[one]),
      confirmed.map(() => 'confirmed'),
      'what was confirmed is there',
    );
    const { store, close } = await openFolder(data);
    const runs = await store.runs(1_000, REGISTER);
    t.ok(
      runs.every(({ rows, state }) => rows === 1 && state === 'accepted'),
      `${runs.length} captures, each whole`,
    );
    const held = (await store.reader().institutionsOn?.(REGISTER)) ?? [];
    t.equal(held.length, outcomes.filter((outcome) => outcome === 'confirmed').length, 'each hospital once');
    t.ok(
      runs.length >= held.length && runs.length <= at,
      `${runs.length} runs, ${held.length} hospitals, ${at} sent`,
    );
    await close();
    t.match((await licet('operator', 'log', '--limit', '50')).out, /console\.welcome-password/);
  },
);
