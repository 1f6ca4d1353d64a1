import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const post = (fields: Readonly<Record<string, string>>) =>
  service.app.inject({
    method: 'POST',
    url: '/physician?lang=en',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

const physician = '编造示例医师';
const asked = { name: '北京协和医院', practitioner: physician, purpose: 'own-treatment' };

t.test('a physician is asked about by POST, and the answer is shown once and kept nowhere', async (t) => {
  const form = await service.app.inject({ url: '/physician?lang=en', headers: { accept: 'text/html' } });
  t.match(form.body, 'method="post"');
  const answer = await post(asked);
  t.equal(answer.statusCode, 200);
  t.equal(answer.headers['cache-control'], 'no-store');
  t.equal(answer.headers.etag, undefined);
  t.match(answer.body, 'Not known');
  t.match(answer.body, 'Physician');
  t.notMatch(answer.body, new RegExp(`href="[^"]*${encodeURIComponent(physician)}`), 'in no address');
  t.notMatch(service.log(), physician, 'in no log');
});

t.test(
  'a name alone, a question without a purpose and an identity number are refused, and not repeated',
  async (t) => {
    const { name: _, ...alone } = asked;
    for (const fields of [
      alone,
      { ...asked, purpose: '' },
      { ...asked, certificateNumber: '11010519491231002X' },
    ]) {
      const answer = await post(fields);
      t.equal(answer.statusCode, 400);
      t.equal(answer.headers['cache-control'], 'no-store');
      t.notMatch(answer.body, physician);
      t.notMatch(answer.body, '11010519491231002X');
    }
  },
);

t.test('an address that names a physician fills nothing in', async (t) => {
  const url = `/physician?practitioner=${encodeURIComponent(physician)}&id=test-confirmed&lang=en`;
  const { body } = await service.app.inject({ url, headers: { accept: 'text/html' } });
  t.match(body, '<input type="hidden" name="id" value="test-confirmed">');
  t.notMatch(body, `value="${physician}"`);
});

t.test('the form counts against the same share as the API', async (t) => {
  let last = 200;
  for (let at = 0; at < 8; at += 1) last = (await post(asked)).statusCode;
  t.equal(last, 429);
});
