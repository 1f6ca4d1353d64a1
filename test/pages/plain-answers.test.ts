import { load } from 'cheerio';
import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = encodeURIComponent('上海交通大学医学院附属瑞金医院');
const page = async (url: string) => load((await service.app.inject({ url })).body);

t.test('lists that are not read here are not among those that were looked at', async (t) => {
  const query = `name=${RUIJIN}&service=art.ivf&lang=en`;
  const { searched } = (await service.app.inject({ url: `/v1/verify?${query}` })).json<Verdict>();
  const read = searched.filter(({ state }) => state !== 'unavailable');
  const $ = await page(`/check?${query}`);
  const block = $('details').filter((_, one) =>
    $(one).children('summary').text().startsWith('Lists that were'),
  );
  t.equal(block.children('summary').text(), `Lists that were looked at (${read.length})`);
  t.equal(block.find('li').length, read.length);
  t.ok(searched.length > read.length, 'a test that holds every list would prove nothing');
  for (const { title, state } of searched)
    if (state === 'unavailable') t.match(block.children('p').text(), title);
});

t.test('a permission is named beside its treatment only where the treatment needs several', async (t) => {
  const headings = async (code: string) => {
    const $ = await page(`/check?name=${RUIJIN}&service=${code}&lang=zh`);
    return $('section.check h3')
      .toArray()
      .map((one) => $(one).clone().children().remove().end().text().trim());
  };
  t.ok((await headings('art.aih')).includes('夫精人工授精'));
  t.ok(
    (await headings('proton')).some((heading) => /^质子治疗（.+）$/.test(heading)),
    'Chinese brackets, no space',
  );
});

t.test('who was meant is explained where a name was asked, and not where the page itself was', async (t) => {
  const asked = await page(`/check?name=${RUIJIN}&lang=en`);
  t.match(asked('.why').text(), 'exactly its full name');
  const own = await page('/hospitals/test-confirmed?lang=en');
  t.notMatch(own('.why').text(), 'registry id');
});

t.test('a page about something that is only called after a hospital shows no yes of that one', async (t) => {
  for (const name of ['北京华山医院', 'Ruijin Hospital Pudong Branch']) {
    const address = `name=${encodeURIComponent(name)}&lang=en`;
    const { identity }: Verdict = (await service.app.inject(`/v1/verify?${address}`)).json();
    t.match(identity.match, /lookalike|branch-not-on-record/, name);
    t.strictSame(
      identity.candidates.filter(() => identity.candidates.length === 1).flatMap(({ apart }) => apart ?? []),
      [],
      'nothing is told apart from nobody',
    );
    const { body } = await service.app.inject({ url: `/check?${address}`, headers: { accept: 'text/html' } });
    t.match(body, identity.candidates[0]?.name.en ?? '-', 'the hospital on record is named');
    t.notMatch(body, 'Yes, with a caveat', name);
  }
});
