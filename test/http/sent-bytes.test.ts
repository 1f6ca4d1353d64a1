import iconv from 'iconv-lite';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const post = async (url: string, payload: string | Buffer, contentType = 'application/json') => {
  const answer = await service.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': contentType },
  });
  return { status: answer.statusCode, body: answer.json() };
};
const gbk = (text: string): Buffer => iconv.encode(text, 'gbk');

const question = '{"name":"北京协和医院"}';
const advert = '本院承诺治愈率100%，无效退款，干细胞包治百病，代孕包成功，名额有限。';

t.test('a Chinese question in GB18030 is answered like the same one in UTF-8', async (t) => {
  const { body: utf8 } = await post('/v1/verify', question);
  t.equal(utf8.identity.institution?.name.zh ?? utf8.identity.match, '中国医学科学院北京协和医院');
  t.strictSame((await post('/v1/verify', gbk(question))).body, utf8, 'plainly Chinese, nothing declared');
  t.strictSame((await post('/v1/verify', gbk(question), 'application/json; charset=gbk')).body, utf8);
  const wide = Buffer.from(`\ufeff${question}`, 'utf16le');
  t.strictSame((await post('/v1/verify', wide, 'application/json; charset=utf-16')).body, utf8);
});

t.test('an advert in GBK has all the warnings it has in UTF-8', async (t) => {
  const { body: utf8 } = await post('/v1/claims/check', JSON.stringify({ text: advert }));
  t.ok(utf8.warnings.length >= 3);
  const { body } = await post('/v1/claims/check', gbk(JSON.stringify({ text: advert })));
  t.strictSame(body.warnings, utf8.warnings);
});

t.test('bytes that are no text in their charset are refused by name, never answered about', async (t) => {
  const cut = Buffer.from(question, 'utf8').subarray(0, 13);
  const broken = Buffer.concat([cut, Buffer.from('"}')]);
  t.match(await post('/v1/verify', broken), {
    status: 400,
    body: { code: 'LICET_BAD_JSON', detail: /UTF-8/ },
  });
  t.match(await post('/v1/verify', gbk(question), 'application/json; charset=utf-8'), {
    status: 400,
    body: { detail: /charset "utf-8"/ },
  });
  t.match(await post('/v1/verify', question, 'application/json; charset=klingon'), {
    status: 400,
    body: { detail: /charset "klingon"/ },
  });
});

t.test('a sign that stands for a lost one is refused in every field', async (t) => {
  for (const payload of [{ name: '北京��医院' }, { name: '北京协和医院', city: '北��' }])
    t.match(await post('/v1/verify', JSON.stringify(payload)), {
      status: 400,
      body: { code: 'LICET_BAD_QUESTION', errors: [{ problem: /U\+FFFD/ }] },
    });
  const read = await service.app.inject('/v1/verify?name=%EF%BF%BD%EF%BF%BD%E5%8C%BB%E9%99%A2');
  t.match(read.json(), { status: 400, errors: [{ field: '?name', problem: /U\+FFFD/ }] });
});

t.test('JSON with two meanings is refused: a key twice, a key of the language itself', async (t) => {
  for (const body of [
    '{"name":"北京协和医院","name":"瑞金医院"}',
    '{"name":"a","name":"a"}',
    '[{"name":"a","claim":["jci"],"claim":["ciha"]}]',
  ])
    t.match(await post('/v1/verify', body), {
      status: 400,
      body: { code: 'LICET_BAD_JSON', detail: /twice/ },
    });
  t.match(await post('/v1/verify', '{"__proto__":{"name":"x"}}'), {
    status: 400,
    body: { detail: /__proto__/ },
  });
  t.match(await post('/v1/verify', '['.repeat(200_000)), { status: 400, body: { code: 'LICET_BAD_JSON' } });
});
