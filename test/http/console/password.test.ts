import t from 'tap';
import { createPasswords } from '../../../src/http/console/sign-in/password.ts';

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
  const [known, unknown] = [await took(hash), await took(null)];
  t.ok(unknown > known / 2 && unknown < known * 2, `${unknown} ms for nobody, ${known} ms for somebody`);
});

t.test('checks wait for each other, and beyond twenty of them more are turned away', async (t) => {
  const passwords = createPasswords({ memory: 64, passes: 1, parallelism: 1 });
  const all = await Promise.allSettled(Array.from({ length: 25 }, () => passwords.is('x', null)));
  t.equal(all.filter(({ status }) => status === 'rejected').length, 5);
});
