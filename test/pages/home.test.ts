import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const get = async (url: string) => service.app.inject({ url, headers: { accept: 'text/html' } });

t.test(
  'the first page shows what is held: lists over provinces, as a picture and as the same table',
  async (t) => {
    const { body } = await get('/?lang=en');
    t.match(body, /\d+ hospitals and other health institutions on record; \d+ lists of authorities/);
    t.match(body, 'The newest list is of');
    t.match(body, 'The next list stops deciding after');
    const drawn = [...body.matchAll(/<rect class="(?:fresh|old)"/g)].length;
    const table = body.slice(body.indexOf('The same as a table'));
    const counted = [...table.matchAll(/<td>([1-9]\d*)<\/td>/g)].length;
    t.ok(drawn > 30, 'most provinces stand on some list');
    t.equal(drawn, counted, 'picture and table say the same');
  },
);

t.test('its three ways in and its examples all lead somewhere', async (t) => {
  const { body } = await get('/?lang=en');
  const main = body.slice(body.indexOf('<main'), body.indexOf('What is held today'));
  const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
  t.ok(['/check', '/treatments', '/offer'].every((path) => links.some((link) => link.startsWith(path))));
  for (const link of links) t.match((await get(link)).statusCode, /^(?:200|302)$/, link);
});

t.test('a treatment typed as a name leads to its page, a hospital called after one does not', async (t) => {
  const moved = await get('/?q=CAR-T&lang=zh');
  t.equal(moved.statusCode, 302);
  t.equal(moved.headers.location, '/treatments/car-t?lang=zh');
  const hospital = await get(`/?q=${encodeURIComponent('上海市质子重离子医院')}`);
  t.equal(hospital.statusCode, 200);
  const both = await get('/?q=proton%20therapy%20for%20a%20child&lang=en');
  t.match(both.body, 'Do you mean the treatment');
});

t.test(
  'a treatment with a place leads to its page, and to the hospitals named for it in that province',
  async (t) => {
    for (const [words, leads] of [
      ['surrogacy China', '/treatments/surrogacy?lang=en'],
      ['IVF Shanghai', '/treatments/art.ivf?province=%E4%B8%8A%E6%B5%B7%E5%B8%82&lang=en'],
      ['IVF in Guangzhou', '/treatments/art.ivf?province=%E5%B9%BF%E4%B8%9C%E7%9C%81&lang=en'],
      ['肝移植 天津', '/treatments/transplant.liver?province=%E5%A4%A9%E6%B4%A5%E5%B8%82&lang=en'],
      ['PGT Yunnan', '/treatments/art.pgt?province=%E4%BA%91%E5%8D%97%E7%9C%81&lang=en'],
    ] as const)
      t.equal((await get(`/?q=${encodeURIComponent(words)}&lang=en`)).headers.location, leads, words);
    for (const hospital of [
      'IVF Ruijin',
      'IVF Zhongshan',
      'CAR-T at West China Hospital',
      '北京协和医院试管',
    ])
      t.equal((await get(`/?q=${encodeURIComponent(hospital)}&lang=en`)).statusCode, 200, hospital);
  },
);

t.test('a number that no list holds is told as a number, not as a name', async (t) => {
  const { body } = await get('/?q=12100000400777097N&lang=en');
  t.match(body, 'No hospital was found by this number');
  t.notMatch(body, 'names a hospital like this');
});

t.test('words that mean several treatments lead to a choice among them', async (t) => {
  const moved = await get('/?q=organ%20transplant&lang=en');
  t.equal(moved.headers.location, '/treatments?q=organ+transplant&lang=en');
  const part = await get('/?q=stem%20cell&lang=en');
  t.ok((/Do you mean the treatment.*/.exec(part.body)?.[0].split('/treatments/').length ?? 0) > 2);
  const asked = await get('/check?name=Ruijin%20Hospital&service=stem%20cell&lang=en');
  const again = /Did you mean <a href="([^"]+)"/.exec(asked.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  t.match(again, /^\/check\?name=Ruijin\+Hospital&service=[a-z.-]+&lang=en$/);
  t.equal((await get(again)).statusCode, 200, 'what was typed besides stays');
});

t.test(
  'a treatment that no list is about is told what it rests on; an unknown hospital is not taken for one',
  async (t) => {
    for (const words of [
      'chemotherapy',
      'cataract',
      '化疗',
      'dental implants',
      'BNCT',
      'MRI',
      'células madre',
      'Stammzellen',
      'sel punca',
    ])
      t.match((await get(`/?q=${encodeURIComponent(words)}&lang=en`)).body, 'Is this a treatment?', words);
    for (const name of [
      'Zzyzx Nonesuch Hospital',
      '编造示例医院',
      'Ruijin Hospital',
      'CAR-T for a child',
      'Boao Lecheng',
      'iKang',
    ])
      t.notMatch((await get(`/?q=${encodeURIComponent(name)}&lang=en`)).body, 'Is this a treatment?', name);
    const asked = await get('/check?name=Ruijin%20Hospital&service=chemotherapy&lang=en');
    t.match(asked.body, 'whether it may be offered cannot be said');
    const organs = /Trade in human organs is prohibited/;
    t.match((await get('/check?name=Ruijin%20Hospital&service=buy%20a%20kidney&lang=en')).body, organs);
    t.match((await get('/?q=buy%20a%20kidney&lang=en')).body, organs);
    t.notMatch(
      (await get('/?q=12100000400777097N&lang=en')).body,
      'Is this a treatment?',
      'a number is none',
    );
  },
);

t.test(
  'each of several treatments that words beside a hospital mean is a link, and no warning is said twice',
  async (t) => {
    const { body } = await get(`/?q=${encodeURIComponent('Ruijin Hospital stem cells')}&lang=en`);
    t.match(body, /<a href="\/check\?id=\w+&amp;service=stem-cell.research&amp;lang=en">/u);
    const warned = await get(
      `/?q=${encodeURIComponent('Made-up Medical Center stem cells for ALS')}&lang=en`,
    );
    t.equal(warned.body.split('Ask for the filing or approval number').length, 2);
  },
);

t.test('several hospitals that one line names can be seen side by side', async (t) => {
  const { body } = await get(`/?q=${encodeURIComponent('瑞金医院和北京协和医院哪个好')}&lang=en`);
  t.match(body, /<a href="\/compare\?id=\w+&amp;id=\w+&amp;lang=en">See them side by side/);
  t.notMatch((await get('/?q=Zhongshan%20Hospital&lang=en')).body, 'side by side');
});

t.test('a treatment asked for at a hospital is answered for that hospital', async (t) => {
  const { body } = await get('/?q=CAR-T%20at%20Ruijin%20Hospital&lang=en');
  t.match(body, 'May it offer CAR-T cell therapy?');
  t.match(body, /\/check\?id=[^"]{1,80}&amp;service=car-t/);
});

t.test('a treatment chosen under another code of its own stays what is asked', async (t) => {
  const { body } = await get('/check?name=x&service=G06&lang=en');
  t.match(body, '<option value="G06" selected>Proton therapy</option>');
  t.notMatch(body, '<option value="proton"');
});
