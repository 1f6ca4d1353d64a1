import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const base = 'https://licet.example';
const service = await openService({ baseUrl: base }, fewSources);
t.teardown(service.close);

const BOUNDARY = 'made-up-boundary';
type Part = Readonly<{ name: string; value: string; file?: string }>;

const part = ({ name, value, file }: Part): string =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\ncontent-type: image/svg+xml`}\r\n\r\n${value}\r\n`;

/** Sends the form as a browser does. */
const send = (parts: readonly Part[]) =>
  service.app.inject({
    method: 'POST',
    url: '/verify-badge?lang=en',
    headers: { accept: 'text/html', 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: `${parts.map(part).join('')}--${BOUNDARY}--\r\n`,
  });

const badge = (await service.app.inject({ url: '/badge/test-confirmed.svg' })).body;
const file = (value: string): Part => ({ name: 'file', value, file: 'badge.svg' });

t.test('a badge is checked as a file, and the answer names the hospital', async (t) => {
  const answer = await send([file(badge), { name: 'address', value: '' }, { name: 'badge', value: '' }]);
  t.equal(answer.statusCode, 200);
  t.equal(answer.headers['cache-control'], 'no-store');
  t.match(answer.body, 'Genuine, untouched and in force');
  t.match(answer.body, /<dt>About<\/dt><dd><a href="\/hospitals\/test-confirmed\?lang=en"><span lang="\w+/);
});

t.test('a repainted file is not genuine, whatever it was called', async (t) => {
  const answer = await send([file(badge.replaceAll('#', '#1'))]);
  t.notMatch(answer.body, 'Genuine');
});

t.test('an address of ours or the code in it names the hospital and today’s answer', async (t) => {
  for (const value of [
    'test-confirmed',
    `${base}/hospitals/test-confirmed?site=agency.example`,
    `${base}/badge/test-confirmed.svg`,
  ]) {
    const { body } = await send([{ name: 'address', value }]);
    t.match(body, 'This address is ours', value);
    t.match(body, 'Our answer today', value);
    t.match(body, 'href="/hospitals/test-confirmed', value);
  }
  const bound = await send([
    { name: 'address', value: `${base}/hospitals/test-confirmed?site=agency.example` },
  ]);
  t.match(bound.body, 'No badge is issued for this website');
});

t.test('an address elsewhere, a code of nobody and words say so, and nothing is opened', async (t) => {
  t.match(
    (await send([{ name: 'address', value: 'https://agency.example/hospitals/test-confirmed' }])).body,
    'This address is not ours',
  );
  for (const value of ['nobody-has-this', `${base}/sources`, 'no address at all'])
    t.match((await send([{ name: 'address', value }])).body, 'No badge of ours', value);
});

t.test(
  'what is too long, or no form at all, is refused or not genuine, and never a fault of ours',
  async (t) => {
    const long = await send([file('x'.repeat(100_000))]);
    t.equal(long.statusCode, 200);
    t.notMatch(long.body, 'Genuine');
    const many = await send(Array.from({ length: 20 }, (_, at) => ({ name: `f${at}`, value: 'x' })));
    t.ok(many.statusCode >= 400 && many.statusCode < 500, `${many.statusCode}`);
    const broken = await service.app.inject({
      method: 'POST',
      url: '/verify-badge',
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      payload: 'no parts',
    });
    t.ok(broken.statusCode < 500, `${broken.statusCode}`);
  },
);
