import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

const send = (fields: Readonly<Record<string, string>>, lang = 'en') =>
  service.app.inject({
    method: 'POST',
    url: `/offer?lang=${lang}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

t.test(
  'a pasted offer is shown with its places marked, each with the rule or the answer behind it',
  async (t) => {
    const { body, statusCode } = await send({
      text: 'We guarantee a cure.\r\nCAR-T available.',
      name: RUIJIN,
    });
    t.equal(statusCode, 200);
    t.match(body, '<mark class="mark-sign">guarantee a cure</mark><a class="mark-sign" href="#note-1">');
    t.match(body, '<mark class="mark-term">CAR-T</mark><a class="mark-term" href="#note-2">');
    t.match(body, /id="note-1"[\s\S]*A cure is promised[\s\S]*Advertising Law, art\. 16/);
    t.match(
      body,
      /Looked up for[\s\S]*id="note-2"[\s\S]*Not known<\/strong>\. The approval is the product’s/,
    );
  },
);

t.test('it reads in Chinese as well, and a text with nothing in it is not vouched for', async (t) => {
  const { body } = await send({ text: '祖传秘方' }, 'zh');
  t.match(body, /宣传祖传秘方[\s\S]*药品管理法/);
  t.match((await send({ text: 'Open on weekdays.' })).body, /no all-clear/);
});

t.test('a text in a language that is not read is told so, and nothing else is said of it', async (t) => {
  const foreign = await send({ text: 'Garantizamos la curación del cáncer' });
  t.match(foreign.body, 'This text seems to be in Spanish. Only English and Chinese are read here');
  t.notMatch(foreign.body, /None of the warning words/);
  const both = await send({ text: '保证治愈。Garantizamos la curación del cáncer.' }, 'zh');
  t.match(both.body, /文中有一部分看来是西班牙语[\s\S]*与规则相悖/);
});

t.test('what is sent is text, never markup', async (t) => {
  const { body } = await send({ text: '<script>x</script> guarantee <b>a cure</b>', sender: '<i>x' });
  t.notMatch(body, /<script>x|<b>a|<i>x/);
  t.match(body, '&lt;script&gt;');
});

t.test(
  'an offer as long as one may be, in Chinese, is read; a longer one is refused on the page',
  async (t) => {
    t.equal((await send({ text: '包治'.repeat(10_000) })).statusCode, 200);
    const { statusCode, body } = await send({ text: '包治'.repeat(10_001) });
    t.equal(statusCode, 400);
    t.match(body, 'more than can be read at once (20000 letters)');
  },
);

/** Every byte that the service keeps, as one text. */
const kept = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('');

t.test('an offer is stored nowhere and logged nowhere, and no cache may keep its answer', async (t) => {
  const secret = 'zyxwvutmadeupword';
  const sender = `${secret}.example`;
  const page = await send({ text: `${secret} guarantee a cure`, name: `${secret} Hospital`, sender });
  t.equal(page.headers['cache-control'], 'no-store');
  t.equal(page.headers.etag, undefined);
  const api = await service.app.inject({
    method: 'POST',
    url: '/v1/claims/check',
    payload: { text: `${secret} guarantee a cure`, name: `${secret} Hospital`, sender },
  });
  t.equal(api.statusCode, 200);
  t.ok(page.body.includes(secret) && api.body.includes(secret), 'the answer holds it');
  t.notOk(service.log().includes(secret), 'no line of the log does');
  t.notOk(kept(service.data).includes(secret), 'no file of the data folder does');
});

t.test('a number that identifies a person is refused and not shown again', async (t) => {
  const number = '11010519491231002X';
  const { body, statusCode } = await send({ text: `Made-up ${number}` });
  t.equal(statusCode, 400);
  t.notOk(body.includes(number) || service.log().includes(number));
});

t.test(
  'an agency can be asked about alone: no register holds it, and no hospital vouches for it',
  async (t) => {
    const alone = await send({ sender: 'Madeup Health Travel Agency' });
    t.equal(alone.statusCode, 200);
    t.match(alone.body, /No Chinese register of medical-travel agencies exists/);
    t.match(alone.body, /lend it nothing/);
    t.match((await send({ sender: '编造就医服务公司' }, 'zh')).body, /没有就医中介的登记册/);
  },
);

t.test(
  'a form that is too large is answered with a page in words, and a program with the document',
  async (t) => {
    const payload = new URLSearchParams({ text: '很'.repeat(40_000) }).toString();
    const post = (accept: string, language: string) =>
      service.app.inject({
        method: 'POST',
        url: '/offer',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept,
          'accept-language': language,
        },
        payload,
      });
    const page = await post('text/html,*/*;q=0.8', 'en');
    t.equal(page.statusCode, 413);
    t.match(page.headers['content-type'], /^text\/html/);
    t.match(page.body, 'This is too long');
    t.match((await post('text/html', 'zh-CN')).body, '内容过长');
    t.match((await post('*/*', 'en')).json(), { code: 'LICET_BODY_TOO_LARGE' });
  },
);
