import t from 'tap';
import type { QueueItem } from '../../src/http/operator/queue-item.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { toldOf } from '../../src/watch/told.ts';
import { captureCommand, ID } from '../support/capture-command.ts';
import { madeUpNumbers } from '../support/made-up.ts';

const numbers = ['MA9YYYY1', 'MA9YYYY2', 'MA9YYYY3'].map(madeUpNumbers);
const names = ['编造示例医院', '编造第二示例医院', '编造第三示例医院'];

t.test('whom to look up next: the watched first, then rows that are or soon will be too old', async (t) => {
  const { data, licet, capture, verify } = captureCommand(t);
  const looks = ['2026-06-01', '2026-09-10', '2026-11-20'];
  for (const [at, of] of numbers.entries())
    await capture(
      { 登记号: of.licence, 机构名称: names[at] ?? '', 有效期至: '2028-06-30' },
      ...['--by', 'Made-up Operator', '--looked-on', looks[at] ?? '', '--yes'],
    );
  const queue = async (): Promise<readonly QueueItem[]> =>
    (await licet('capture', '--queue', '--json')).out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as QueueItem);
  const [old, soon, ...others] = await queue();
  t.match(old, { source: ID, open: 'https://register.example.org/', due: '2026-08-30' });
  t.match(old?.why, ['too-old', 'well-known']);
  t.match(old?.words, [
    { kind: 'name', value: '编造示例医院' },
    { kind: 'licence-number', value: numbers[0]?.licence },
    { kind: 'province', value: '上海市' },
  ]);
  t.match(soon, { title: { zh: '编造第二示例医院' }, why: ['soon-too-old'], due: '2026-12-09' });
  t.strictSame(others, [], 'a row that is fresh and will be is not looked up again');
  const verdict = await verify(`licenceNumber=${numbers[1]?.licence}`);
  const state = openServiceState(data);
  const ask = (of: QueueItem | undefined, times: number) =>
    state.demand.add(new Map([[of?.institution ?? '', times]]), '2026-11-20');
  // The question above was the fifth.
  await ask(soon, 4);
  t.match(await queue(), [
    { why: ['asked-for', 'soon-too-old'], asked: 5 },
    { why: ['too-old', 'well-known'] },
  ]);
  await ask(old, 9);
  t.match(await queue(), [{ asked: 9 }, { asked: 5 }], 'the one asked for most is first');
  const watch = { id: 'made-up', partner: 'Made-up Agency', name: 'made up', lang: 'en' } as const;
  const question = { institution: { id: verdict.identity.institution?.id ?? '' }, claims: [] };
  await state.watches.add(
    { ...watch, tell: ['verdict'], createdAt: '2026-11-01T00:00:00Z' },
    [{ question, reference: null }],
    1,
  );
  t.equal((await state.watches.watchedInstitutions(9)).size, 0, 'not asked yet, so not known who is meant');
  const basis = { key: 'made up', generation: 3 };
  const [entry] = await state.watches.stale(basis, 1);
  if (entry !== undefined) await state.watches.tell([{ entry, told: toldOf(verdict), event: null }], basis);
  await state.close();
  t.match(await queue(), [
    { title: { zh: '编造第二示例医院' }, why: ['watched', 'asked-for', 'soon-too-old'], watched: 1 },
    { title: { zh: '编造示例医院' }, why: ['asked-for', 'too-old', 'well-known'], asked: 9 },
  ]);
  t.match(
    (await licet('capture', '--queue')).out,
    /2\. 编造示例医院 {2}\(why: asked for, its captured row is too old to decide, well known, .*, 9 questions, decides until 2026-08-30\)/,
  );
  t.match((await licet('capture', '--queue', '--limit', '0')).err, /--limit 0 is no number from 1 to 500/);
});

t.test('a saved page named behind --read is told where it belongs', async (t) => {
  const { licet } = captureCommand(t);
  const slip = await licet('capture', ID, '--read', 'saved.html');
  t.match(slip, { code: 2, err: /--read takes no file: name the saved page with --page saved\.html --read/ });
  t.match(await licet('capture', ID, 'another'), { code: 2, err: /one source at a time/ });
});
