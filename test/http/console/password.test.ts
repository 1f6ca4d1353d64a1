import t from 'tap';
import { createPasswords } from '../../../src/http/console/sign-in/password.ts';
import { codeAt, openConsole, PASSWORD } from '../../support/console.ts';

t.test('a password is known again in any form of its letters, and costs the same for nobody', async (t) => {
  const passwords = createPasswords();
  const hash = await passwords.hash('pässwörd für Prüfungen');
  t.match(hash, /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  t.ok(await passwords.is('pässwörd für Prüfungen'.normalize('NFD'), hash));
  t.notOk(await passwords.is('passwörd für Prüfungen', hash));
  const took = async (kept: string | null): Promise<number> => {
    const { cpuUsage } = process;
    const before = cpuUsage();
    t.notOk(await passwords.is('x', kept));
    const { user, system } = cpuUsage(before);
    return (user + system) / 1000;
  };
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const areAlike = (): boolean => unknown > known / 2 && unknown < known * 2;
  // By turns, and the least of some: neighbours that come and go make neither of them slow.
  for (let tries = 0; tries < 5 && !areAlike(); tries += 1) {
    known = Math.min(known, await took(hash));
    unknown = Math.min(unknown, await took(null));
  }
  t.ok(areAlike(), `${unknown} ms for nobody, ${known} ms for somebody`);
});

t.test('checks wait for each other, and beyond six of them more are turned away', async (t) => {
  const passwords = createPasswords({ memory: 64, passes: 1, parallelism: 1 });
  const all = await Promise.allSettled(Array.from({ length: 25 }, () => passwords.is('x', null)));
  t.equal(all.filter(({ status }) => status === 'rejected').length, 19);
});

t.test(
  'twenty tries at once keep nobody else waiting: six are looked at, the others are turned away',
  async (t) => {
    const api = await openConsole(t, {}, undefined, {
      passwordCost: { memory: 16_384, passes: 3, parallelism: 1 },
    });
    const honest = await api.signedIn('Made-up Honest', 'clerk');
    api.pass(60_000);
    const sign = (name: string, from: string, password = 'x', code = '1') =>
      api.app.inject({
        method: 'POST',
        url: '/console/sign-in',
        remoteAddress: from,
        payload: new URLSearchParams({ name, password, code }).toString(),
        headers: {
          host: 'localhost',
          origin: 'http://localhost',
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
    const ended: string[] = [];
    const noted = async <T>(what: string, work: Promise<T>): Promise<T> =>
      work.finally(() => ended.push(what));
    const tries = Array.from({ length: 20 }, (_, at) => noted('try', sign(`Made-up ${at}`, `192.0.2.${at}`)));
    const others = ['/v1/verify?id=test-confirmed', '/console/sign-in'].map((url) =>
      noted('other', Promise.resolve(api.app.inject(url))),
    );
    for (const { statusCode } of await Promise.all(others)) t.equal(statusCode, 200);
    const answers = await Promise.all(tries);
    t.ok(ended.lastIndexOf('other') < ended.lastIndexOf('try'), 'others did not wait for the tries');
    const away = answers.filter(({ statusCode }) => statusCode === 429);
    t.equal(away.length, 14);
    t.ok(away.every(({ headers }) => String(headers['retry-after']) === '2'));
    t.equal(answers.filter(({ statusCode }) => statusCode === 401).length, 6);
    const entered = await sign('Made-up Honest', '192.0.2.99', PASSWORD, codeAt(honest.secret, api.now()));
    t.equal(entered.statusCode, 303, 'after them everybody signs in as ever');
    const turned = answers.findIndex(({ statusCode }) => statusCode === 429);
    const more = [];
    for (let at = 0; at < 5; at += 1)
      more.push((await sign(`Made-up ${turned}`, `198.51.100.${at}`)).statusCode);
    t.strictSame(more, Array(5).fill(401), 'a try that was turned away does not count against its name');
  },
);
