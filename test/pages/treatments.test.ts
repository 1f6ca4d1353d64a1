import t from 'tap';
import { treatmentGroups, treatments } from '../../schema/lexicon/treatments.ts';
import { gatesOf } from '../../src/verdict/vocabulary/treatments.ts';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const get = async (url: string) => service.app.inject({ url, headers: { accept: 'text/html' } });
const textOf = async (url: string): Promise<string> => {
  const { statusCode, body } = await get(url);
  t.equal(statusCode, 200, url);
  return body;
};

t.test('the list names every treatment once, under its group, in both languages', async (t) => {
  for (const lang of ['en', 'zh'] as const) {
    const body = await textOf(`/treatments?lang=${lang}`);
    const links = [...body.matchAll(/href="\/treatments\/([^"?]+)/g)].map(([, code]) => code);
    t.strictSame([...links].sort(), treatments.map(({ code }) => code).sort());
    for (const title of Object.values(treatmentGroups)) t.match(body, `>${title[lang]}</h2>`);
  }
});

t.test('everyday words find a treatment, and words that mean none show them all', async (t) => {
  t.match(await textOf('/treatments?q=%E8%AF%95%E7%AE%A1%E5%A9%B4%E5%84%BF'), '/treatments/art.ivf');
  t.match(await textOf('/treatments?q=zzzz'), 'No treatment of this name is known here');
});

t.test('codes that mean one thing to a patient lead to one page; a code of nothing to none', async (t) => {
  const moved = await get('/treatments/G06?lang=zh');
  t.equal(moved.statusCode, 308);
  t.equal(moved.headers.location, '/treatments/proton?lang=zh');
  t.equal((await get('/treatments/nope')).statusCode, 404);
});

t.test(
  'each page explains before it names, and where it names nobody it says what was searched',
  async (t) => {
    const order = [
      'What a hospital needs',
      'Which lists exist',
      'What nobody publishes',
      'Questions to ask',
      'Warning signs',
    ];
    const wrong: string[] = [];
    for (const treatment of treatments) {
      const { body } = await get(`/treatments/${treatment.code}?lang=en`);
      const places = order.map((words) => body.indexOf(words));
      if (places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0))) wrong.push(treatment.code);
      const hospitals = body.indexOf('id="hospitals"');
      const prohibited = gatesOf(treatment).includes('prohibited-technology');
      if (prohibited ? hospitals >= 0 : hospitals < (places.at(-1) ?? 0))
        wrong.push(`${treatment.code}: hospitals`);
      const searched = /Not on it:|No list about this treatment is held here/.test(body);
      if (!searched) wrong.push(`${treatment.code}: what was searched`);
      if (/\{(?:ask|code|number)\}/.test(body)) wrong.push(`${treatment.code}: a gap is left open`);
    }
    t.strictSame(wrong, []);
  },
);

t.test(
  'hospitals come twenty at a time, each with its list, the date and whether it may decide',
  async (t) => {
    const first = await textOf('/treatments/art.ivf?lang=en');
    const second = await textOf('/treatments/art.ivf?page=2&lang=en');
    const named = (body: string) => [...body.matchAll(/\/check\?id=([a-z0-9]+)/g)].map(([, id]) => id);
    t.equal(named(first).length, 20);
    t.equal(named(second).length, 20);
    t.equal(new Set([...named(first), ...named(second)]).size, 40);
    t.match(first, /June 2025<\/time>, \d+ days old · <strong>(?:may decide|too old to decide)</);
    t.match(first, 'Page 1 of');
  },
);

t.test('a text of law is none too old, and never said to decide: it names no hospital', async (t) => {
  const body = await textOf('/treatments/G11?lang=en');
  t.match(body, /text of law, <time datetime="2022-04-20">/);
  const catalogue = body.slice(
    body.indexOf('text of law'),
    body.indexOf('</li>', body.indexOf('text of law')),
  );
  t.notMatch(catalogue, /days old|may decide/);
});

t.test('a page of hospitals that is not there is not found, and says how many there are', async (t) => {
  const first = await textOf('/treatments/art.ivf?lang=en');
  const [, pages = ''] = /Page 1 of (\d+)/.exec(first) ?? [];
  t.match(await textOf(`/treatments/art.ivf?page=${pages}&lang=en`), `Page ${pages} of ${pages}`);
  for (const beyond of [String(Number(pages) + 1), '9999', '0', '-1', '1.5', 'two', '1e1']) {
    const { statusCode, body } = await get(`/treatments/art.ivf?page=${beyond}&lang=en`);
    t.equal(statusCode, 404, beyond);
    t.match(body, `stand on ${pages} pages. There is no page of this number.`);
    t.match(body, `href="/treatments/art.ivf?page=${pages}&amp;lang=en#hospitals"`);
  }
  t.match((await get('/treatments/surrogacy?page=2&lang=zh')).body, '只有一页');
});

t.test(
  'the hospitals named for a treatment are shown of one province, and leafed through within it',
  async (t) => {
    const shanghai = await textOf('/treatments/art.ivf?province=Shanghai&lang=en');
    t.match(shanghai, /<option value="上海市" selected>Shanghai/);
    t.match(shanghai, /[?&]province=%E4%B8%8A%E6%B5%B7%E5%B8%82&amp;page=2/);
    const listed = shanghai.slice(shanghai.indexOf('id="hospitals"'));
    t.match(listed, 'Shanghai');
    t.notMatch(listed.slice(listed.indexOf('<dl')), /, Beijing|, Guangdong/);
    t.match(await textOf('/treatments/art.ivf?province=澳门&lang=en'), 'no sign against any hospital there');
    t.equal((await get('/treatments/art.ivf?province=Shanghai&page=9')).statusCode, 404);
  },
);
