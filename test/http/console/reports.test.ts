import t from 'tap';
import type { LookForProof } from '../../../src/http/pages/reports/look-for-proof.ts';
import { openConsole } from '../../support/console.ts';
import { formOf, png } from '../../support/operator-api.ts';

/** What stands on the hospital's website, as whoever looks there finds it. */
let onSite = '';
const lookForProof: LookForProof = async ({ token }) => (onSite === token ? 'proven' : 'absent');
const api = await openConsole(t, {}, undefined, { lookForProof });
const { cookie } = await api.signedIn('Made-up Clerk', 'clerk');

const send = async (parts: Parameters<typeof formOf>[0], remoteAddress = '192.0.2.9') =>
  api.app.inject({ url: '/report', remoteAddress, ...(await formOf(parts)) });
const addressIn = (body: string): string => /\/report\/report_[\w-]{43}/.exec(body)?.[0] ?? '';
const read = async (address: string): Promise<string> => (await api.app.inject(address)).body;

t.test('a report with a picture is answered in the console, and its sender reads the answer', async (t) => {
  const sent = await send({
    about: 'Made-up Hospital',
    text: 'The address is old',
    file: [png(), 'photo.png'],
  });
  t.equal(sent.statusCode, 200);
  const address = addressIn(sent.body);
  t.match(sent.headers['cache-control'], /no-store/, 'the secret address is kept by nobody between');
  t.match(await read(address), /has not answered yet/);
  t.match((await api.get(cookie, '/console/reports')).body, /The address is old/);
  const shown = await api.get(cookie, '/console/reports/1');
  t.match(shown.body, /image\/png/);
  const file = await api.get(cookie, '/console/reports/1/file');
  t.ok(file.rawPayload.equals(png()), 'the picture, byte by byte');
  t.match(file.headers['content-disposition'], 'attachment; filename="report-1.png"');
  t.match(file.headers['content-security-policy'], 'sandbox');
  t.equal((await api.post(cookie, '/console/reports/1/answer', { answer: ' ' })).statusCode, 400);
  const answer = '<b>Thank you</b>: the new address is in.';
  t.equal((await api.post(cookie, '/console/reports/1/answer', { answer })).statusCode, 303);
  const told = await read(address);
  t.match(told, '&lt;b&gt;Thank you&lt;/b&gt;: the new address is in.');
  t.notMatch(told, 'Made-up Clerk', 'who answered is not shown');
  const again = await api.post(cookie, '/console/reports/1/answer', { answer: 'something else' });
  t.match(again.body, /answered already/);
  t.match((await api.licet('report', 'list', '--answered')).out, /answered .* by Made-up Clerk/);
  t.match((await api.licet('operator', 'log')).out, /report\.answer/);
  t.notMatch((await api.licet('operator', 'log')).out, /Thank you/, 'the log holds no words');
});

t.test('a hospital proves by its website that it writes; nobody else’s word is taken for it', async (t) => {
  const wish = { about: '编造医院', text: '地址已变更', kind: 'correction', site: 'https://no.domain/x' };
  t.equal((await send(wish)).statusCode, 400);
  const sent = await send({ ...wish, site: 'hospital.example' });
  const address = addressIn(sent.body);
  const page = await read(address);
  const token = /licet-site=[0-9a-f]{32}/.exec(page)?.[0] ?? '';
  t.match(page, 'https://hospital.example/.well-known/licet.txt');
  const prove = () =>
    api.app.inject({ method: 'POST', url: `${address}/prove`, headers: { host: 'localhost' } });
  t.match((await prove()).body, /the line is not there yet/);
  t.match((await api.get(cookie, '/console/reports/2')).body, /says it owns hospital\.example/);
  onSite = token;
  t.match((await prove()).body, /stands on hospital\.example/);
  t.match((await api.get(cookie, '/console/reports/2')).body, /the owner of hospital\.example, proven on/);
});

t.test('files of other forms and wrong addresses are refused, and nothing is kept', async (t) => {
  const refused = await send({ about: 'x', text: 'x', file: ['<script>', 'photo.png'] });
  t.equal(refused.statusCode, 400);
  t.match(refused.body, /is not a whole PDF, PNG or JPEG/);
  t.equal((await send({ about: 'x', text: 'x', file: [Buffer.alloc(6e6), 'a.png'] })).statusCode, 413);
  t.equal((await api.app.inject(`/report/report_${'x'.repeat(43)}`)).statusCode, 404);
  t.equal((await api.app.inject('/report/1')).statusCode, 404, 'no address can be guessed from the number');
  t.equal((await api.get(cookie, '/console/reports/3')).statusCode, 404);
});

t.test('a sender who sends too much is told before the file is read', async (t) => {
  const parts = await formOf({ about: 'x', text: 'again', file: [png(), 'a.png'] });
  const answers = [];
  for (let at = 0; at < 6; at += 1)
    answers.push(await api.app.inject({ url: '/report', remoteAddress: '192.0.2.10', ...parts }));
  t.strictSame(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200, 200, 429],
  );
  t.equal(answers.at(-1)?.headers.connection, 'close');
});

t.test('an answer may be as long in Chinese, and no report leads an operator to another site', async (t) => {
  await send({ about: '//evil.example/console/sign-in', text: 'made-up' }, '192.0.2.11');
  const listed = (await api.get(cookie, '/console/reports')).body;
  const id = Math.max(...[...listed.matchAll(/\/console\/reports\/(\d+)/g)].map(([, n]) => Number(n)));
  const shown = (await api.get(cookie, `/console/reports/${id}`)).body;
  t.match(shown, 'evil.example');
  t.notMatch(shown, /href="\/\/evil/);
  const answer = '更'.repeat(2000);
  t.equal((await api.post(cookie, `/console/reports/${id}/answer`, { answer })).statusCode, 303);
  const tooLong = { answer: '更'.repeat(2001) };
  t.equal((await api.post(cookie, `/console/reports/${id}/answer`, tooLong)).statusCode, 400);
});

t.test('the command line answers too, and a removed report is gone', async (t) => {
  t.match(await api.licet('report', 'answer', '2', '--by', 'Made-up Name', '--text', '已更正'), { code: 0 });
  t.match(await api.licet('report', 'answer', '2', '--by', 'Made-up Name', '--text', 'x'), {
    code: 2,
    err: /report 2 is answered already/,
  });
  t.match(await api.licet('report', 'answer', '2', '--by', 'Made-up Name'), {
    code: 2,
    err: /--text is missing/,
  });
  t.match(await api.licet('report', 'show', '9'), { code: 2, err: /no report has the number 9/ });
  t.notMatch((await api.get(cookie, '/console/reports/2')).body, /Remove this report/);
  t.equal((await api.post(cookie, '/console/reports/2/remove')).statusCode, 403, 'not by a clerk alone');
  const reviewer = await api.signedIn('Made-up Reviewer', 'reviewer');
  t.match((await api.get(reviewer.cookie, '/console/reports/2')).body, /Remove this report/);
  t.equal((await api.post(reviewer.cookie, '/console/reports/2/remove')).statusCode, 303);
  t.match(await api.licet('report', 'show', '2'), { code: 2 });
});
