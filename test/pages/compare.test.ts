import { load } from 'cheerio';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const idOf = async (name: string): Promise<string> => {
  const { json } = await service.app.inject(`/v1/verify?${new URLSearchParams({ name })}`);
  return json().identity.institution.id;
};
const ids = [await idOf('北京协和医院'), await idOf('上海交通大学医学院附属瑞金医院')];

const open = async (path: string) => {
  const { body } = await service.app.inject({ url: path, headers: { accept: 'text/html' } });
  const $ = load(body);
  for (const time of $('time').toArray()) $(time).text($(time).attr('datetime') ?? '');
  return $;
};
const compared = ids.map((id) => `id=${id}`).join('&');

t.test('what is compared is said in the words of each answer, and CAR-T is always asked', async (t) => {
  const $ = await open(`/compare?${compared}&service=G06&lang=en`);
  const rows = $('tbody tr').toArray();
  const named = rows.map((row) => $(row).find('th').text());
  t.match(named.join(), /CAR-T/);
  t.match(named.join(), /Proton and heavy-ion/, 'a treatment that was added');
  for (const code of ['car-t', 'G06', 'art.ivf'])
    for (const id of ids) {
      const { asked } = (await service.app.inject(`/v1/verify?id=${id}&service=${code}&lang=en`)).json();
      const cell = $(`td a[href*="id=${id}"][href*="service=${code}"]`).closest('td').text();
      t.ok(cell.includes(asked[0].sentence), `${code} at ${id}`);
    }
  t.equal($('td').filter((_, cell) => $(cell).text().includes('nothing on file')).length, 0);
});

t.test('a hospital can be taken away, and what else was chosen stays', async (t) => {
  const $ = await open(`/compare?${compared}&service=G06&lang=en`);
  const link = $('main p.no-print a').first().attr('href') ?? '';
  t.equal(new URLSearchParams(link.split('?')[1]).getAll('id').join(), ids[1]);
  const rest = await open(link);
  t.equal(rest('thead th').length, 1);
  t.match(rest('tbody').text(), /Proton and heavy-ion/);
});

t.test(
  'a printed answer carries its address and a code of it; one too long for a code does not',
  async (t) => {
    const $ = await open(`/hospitals/${ids[0]}?lang=en`);
    t.match($('.paper').text(), `/hospitals/${ids[0]}?lang=en`);
    t.match($('.paper .qr path').attr('d'), /^M0 0h7v1h-7z/, 'the corner of a code');
    const long = await open(`/check?name=${encodeURIComponent('很'.repeat(200))}`);
    t.equal(long('.paper').length, 1);
    t.equal(long('.qr').length, 0);
  },
);

t.test('the licence has one word on a page, also behind the answer', async (t) => {
  const $ = await open(`/check?id=${ids[0]}&service=car-t&lang=en`);
  const words = [...$('.lines .tag, .check h3 .tag')].map((one) => $(one).text());
  t.strictSame(
    words.filter((word) => word !== 'Not known'),
    ['On an official list', 'On an official list'],
  );
});

t.test(
  'several names are read, one field or many, and all that are settled are added by one link',
  async (t) => {
    const both = ['北京协和医院', '上海交通大学医学院附属瑞金医院'];
    const queries = [
      ...['; ', '；', '、', '\n', ', ', '，'].map((sign) => new URLSearchParams({ name: both.join(sign) })),
      new URLSearchParams(both.map((name): [string, string] => ['name', name])),
    ];
    for (const query of queries) {
      const $ = await open(`/compare?${query}&lang=en`);
      const link = $('.all a').attr('href') ?? '';
      t.strictSame(new URLSearchParams(link.split('?')[1]).getAll('id'), ids, String(query));
    }
    const $ = await open(
      `/compare?${new URLSearchParams({ name: 'Ruijin Hospital, Shanghai', lang: 'en' })}`,
    );
    t.equal($('.all a').length, 0, 'a city behind a comma is no second hospital');
    t.equal($('li.card').length, 1);
    const mixed = await open(
      `/compare?${new URLSearchParams({ name: `${both[0]};Made-up Nobody`, lang: 'en' })}`,
    );
    t.match(mixed('main').text(), 'Nothing on file under “Made-up Nobody”');
  },
);
