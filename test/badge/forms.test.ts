import { decodeJwt } from 'jose';
import sharp from 'sharp';
import t from 'tap';
import { readSeal } from '../../src/badge/seal.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example' }, fewSources);
t.teardown(service.close);
const get = (url: string, headers: Record<string, string> = {}) => service.app.inject({ url, headers });
const page = encodeURIComponent('https://licet.example/hospitals/test-confirmed');

t.test('oEmbed stays within the width and height that are asked for', async (t) => {
  const sizes: readonly (readonly [string, number, number])[] = [
    ['', 240, 80],
    ['&maxwidth=240', 240, 80],
    ['&maxwidth=239', 120, 40],
    ['&maxheight=79', 120, 40],
    ['&maxwidth=100', 73, 79],
  ];
  for (const [query, width, height] of sizes) {
    const card = (await get(`/oembed?url=${page}${query}`)).json();
    t.match(card, { width, height }, query);
    t.match(card.html, `width="${width}" height="${height}"`, query);
  }
  t.match((await get(`/oembed?url=${page}&maxwidth=20`)).json(), {
    status: 400,
    errors: [{ field: '?maxwidth', expected: /120 × 40/ }],
  });
  t.match((await get(`/oembed?url=${page}&maxheight=wide`)).json(), { errors: [{ field: '?maxheight' }] });
});

t.test('oEmbed says 501 to XML and 400 to an address it cannot read', async (t) => {
  t.match((await get(`/oembed?url=${page}&format=xml`)).json(), {
    status: 501,
    code: 'LICET_FORMAT_NOT_OFFERED',
  });
  const broken = encodeURIComponent('https://licet.example/hospitals/%E0%A4%A');
  t.equal((await get(`/oembed?url=${broken}`)).statusCode, 400);
});

t.test('shields reads a refusal as an error of a good answer', async (t) => {
  for (const [url, isError] of [
    ['/badge/test-confirmed/shields.json', false],
    ['/badge/nobody-here/shields.json', true],
    ['/badge/test-confirmed/shields.json?site=unproven.example', true],
    ['/badge/test-confirmed/shields.json?size=huge', true],
  ] as const) {
    const answer = await get(url);
    t.equal(answer.statusCode, 200, url);
    t.equal(answer.json().isError, isError, url);
  }
});

t.test('what is signed is issued a minute back, and still ends within a day', async (t) => {
  const { body } = await get('/badge/test-confirmed.svg');
  const hour = Math.floor(TODAY.getTime() / 3_600_000) * 3600;
  const { iat = 0, exp = 0 } = decodeJwt(readSeal(body)?.token ?? '');
  t.equal(iat, hour - 60);
  t.ok(exp - iat <= 86_400);
  const credential = (await get('/badge/test-confirmed.vc')).body;
  const claims = decodeJwt(credential.split('~', 1)[0] ?? '');
  t.equal(claims.iat, TODAY.getTime() / 1000 - 60);
  t.equal(claims.nbf, claims.iat);
});

t.test('an ETag that a compressing proxy marked names the same bytes', async (t) => {
  const url = '/v1/verify?name=Ruijin+Hospital';
  const etag = String((await get(url)).headers.etag);
  const marked = (end: string) => `${etag.slice(0, -1)}${end}"`;
  for (const held of [
    etag,
    `W/${etag}`,
    marked('-gzip'),
    `W/${marked('-br')}`,
    marked(';gzip'),
    `"other", ${marked('-gzip')}`,
  ])
    t.equal((await get(url, { 'if-none-match': held })).statusCode, 304, held);
  for (const held of [marked('-else'), '"other-gzip"', '-gzip"'])
    t.equal((await get(url, { 'if-none-match': held })).statusCode, 200, held);
});

t.test('a problem has its title in the language of whoever asks', async (t) => {
  const titleFor = async (language: string) =>
    (await get('/v1/nothing-here', { 'accept-language': language })).json().title;
  t.equal(await titleFor('zh-CN,zh;q=0.9'), '此地址没有内容');
  t.equal(await titleFor('fr, en;q=0.5'), 'Nothing is served at this address');
});

t.test('a page of contradictions is empty only where there are no more', async (t) => {
  const whole = await openService();
  t.teardown(whole.close);
  const empty: string[] = [];
  let after = '';
  for (let asked = 0; asked < 50; asked += 1) {
    const { body } = await whole.app.inject(`/v1/contradictions?limit=5${after}`);
    const { contradictions, next } = JSON.parse(body);
    if (contradictions.length === 0 && next !== null) empty.push(after);
    if (next === null) break;
    after = `&after=${next}`;
  }
  t.strictSame(empty, []);
});

t.test('mail and previews get the badge as PNG, with the same words and twice as dense', async (t) => {
  const png = await service.app.inject({ url: '/badge/test-limited.png?size=small&service=art.ivf' });
  t.equal(png.headers['content-type'], 'image/png');
  t.match(await sharp(png.rawPayload).metadata(), { format: 'png', width: 240, height: 80 });
  const again = await service.app.inject({
    url: '/badge/test-limited.png?size=small&service=art.ivf',
    headers: { 'if-none-match': String(png.headers.etag) },
  });
  t.equal(again.statusCode, 304);
  for (const [url, status] of [
    ['/badge/nobody-here.png', '404'],
    ['/badge/test-limited.png?lang=ar', '400'],
    ['/badge/test-limited.png?service=G99', '400'],
    ['/badge/test-limited.png?site=unproven.example', '403'],
  ] as const) {
    const refused = await service.app.inject({ url });
    t.equal(refused.statusCode, 200, `${url} is a picture`);
    t.equal(refused.headers['content-type'], 'image/png', url);
    t.equal(refused.headers['x-licet-status'], status, url);
  }
});

t.test(
  'a badge of a treatment leads to the answer about it, and is told apart from that of the licence',
  async (t) => {
    const { body } = await get('/badge/test-limited.svg?service=art.ivf');
    t.match(body, /<title>IVF: /);
    t.match(decodeJwt(readSeal(body)?.token ?? ''), { about: 'art.ivf' });
    t.match(decodeJwt(readSeal((await get('/badge/test-limited.svg')).body)?.token ?? ''), {
      about: 'licence',
    });
    const frame = (await get('/badge/test-limited/frame?service=art.ivf')).body;
    t.match(frame, '/check?id=test-limited&amp;service=art.ivf&amp;site=licet.example');
    const pasted = encodeURIComponent('https://licet.example/check?id=test-limited&service=art.ivf');
    t.match((await get(`/oembed?url=${pasted}`)).json().html, /service=art\.ivf/);
    const place = (query: string) =>
      get(`/badge/test-limited.vc${query}`).then(
        (answer) =>
          decodeJwt<{ credentialStatus: { id: string } }>(answer.body.split('~', 1)[0] ?? '').credentialStatus
            .id,
      );
    t.not(await place(''), await place('?service=art.ivf'), 'each is revoked by itself');
  },
);
