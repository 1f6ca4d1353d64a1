import { readFileSync } from 'node:fs';
import t from 'tap';
import { openConsole } from '../../support/console.ts';
import { madeUpLicence } from '../../support/made-up.ts';
import { formOf, png } from '../../support/operator-api.ts';
import { copiedText, earlierDetail, madeUpHospital } from '../../support/saved-pages.ts';

const api = await openConsole(t);
const clerk = await api.signedIn('Made-up Clerk', 'clerk');
const reviewer = await api.signedIn('Made-up Reviewer', 'reviewer');
const AT = '/console/captures/cn-nhc-institutions';
const other = { ...madeUpHospital, licence: madeUpLicence(609, '310115'), name: '编造第九示例医院' };

type Parts = Parameters<typeof formOf>[0];
const send = async (parts: Parts, cookie = clerk.cookie) => {
  const { headers, ...form } = await formOf({ lookedOn: '2026-11-20', of: '', ...parts });
  const from = { host: 'localhost', origin: 'http://localhost', 'accept-language': 'en', cookie };
  return api.app.inject({ ...form, url: AT, headers: { ...headers, ...from } });
};

/** The inputs of a page as a browser would send them. */
const inputsOf = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
const record = (form: Readonly<Record<string, string>>) => api.post(clerk.cookie, `${AT}/record`, form);
const outcome = async (licence: string): Promise<string> =>
  (await api.app.inject(`/v1/verify?licenceNumber=${licence}`)).json().outcome;

t.test('what was altered since it was shown is shown again before it is recorded', async (t) => {
  const read = await send({ page: [earlierDetail(other), 'saved.html'] });
  t.match(read.body, /Judged by the day 2026-11-18[\s\S]*Yes, record it/);
  const form = { ...inputsOf(read.body), do: 'record' };
  const altered = await record({ ...form, 'f:地址': '上海市编造路9号' });
  t.match(altered, { statusCode: 200, body: /What changes/ }, 'shown again');
  t.equal(await outcome(other.licence), 'unknown');
  const bad = await record({ ...form, 'f:登记号': '123' });
  t.match(bad.body, /This has to be mended first[\s\S]*is no 登记号/);
  t.notMatch(bad.body, /Yes, record it/);
  const done = await record(form);
  t.match(done, { statusCode: 303, headers: { location: /done=recorded/ } });
  t.equal(await outcome(other.licence), 'confirmed');
});

t.test(
  'pasted text is read, a picture is shown and typed off, and nothing at all is asked for again',
  async (t) => {
    t.match((await send({ text: copiedText() })).body, new RegExp(`value="${madeUpHospital.licence}"`));
    t.match(await send({}), { statusCode: 422, body: /Choose the saved page, or paste its text/ });
    t.match(await send({ page: ['<p>x', 'a.png'] }), {
      statusCode: 422,
      body: />the page is not [^<]*no PNG/,
    });
    const { body } = await send({ page: [png(), 'shot.png'] });
    const [, src = ''] = /<img src="([^"]+)"/.exec(body) ?? [];
    const shown = await api.get(clerk.cookie, src.replaceAll('&amp;', '&'));
    t.match(shown.headers, { 'content-type': 'image/png', 'content-security-policy': /sandbox/ });
    const html = src.replace(/\?.*/, '?type=text/html');
    t.match((await api.get(clerk.cookie, html)).headers, {
      'content-type': 'application/octet-stream',
      'content-disposition': /attachment/,
    });
  },
);

t.test(
  'what a screenshot seems to say stands in the fields beside it, with what it would change',
  async (t) => {
    const picture = readFileSync(new URL('../../harvest/pictures/made-up-detail.png', import.meta.url));
    const { body } = await send({ page: [picture, 'shot.png'] });
    t.equal(inputsOf(body)['f:登记号'], madeUpHospital.licence);
    t.match(body, /Yes, record it[\s\S]*The picture seems to show this[\s\S]*<img src=/);
    t.match((await record({ ...inputsOf(body), do: 'record' })).headers, { location: /done=recorded/ });
    t.equal(await outcome(madeUpHospital.licence), 'confirmed');
  },
);

t.test('what turns an answer into a no waits at the console for another person', async (t) => {
  const ended = earlierDetail({ ...other, until: '2026-02-28' });
  const read = await send({ page: [ended, 'saved.html'] });
  t.match(read.body, /<strong>Contradicted[\s\S]*Nothing is published until another person has looked/);
  const sent = await record({ ...inputsOf(read.body), do: 'record' });
  t.match(sent.headers, { location: /done=waits/ });
  t.equal(await outcome(other.licence), 'confirmed');
  const own = await api.get(clerk.cookie, '/console/captures');
  t.match(own.body, /No\. 1: cn-nhc-institutions, sent by Made-up Clerk[\s\S]*A reviewer other than/);
  t.notMatch(own.body, /Confirm and publish/);
  t.match((await api.get(reviewer.cookie, '/console/captures')).body, /Confirm and publish/);
  const at = '/console/captures/pending/1';
  t.equal((await api.post(clerk.cookie, `${at}/confirm`)).statusCode, 403);
  t.equal((await api.post(reviewer.cookie, `${at}/reject`, { reason: '' })).statusCode, 400);
  t.match((await api.post(reviewer.cookie, `${at}/confirm`)).headers, { location: /done=confirmed/ });
  t.equal(await outcome(other.licence), 'refuted');
});

t.test('another day or another file than was shown is shown again before it is recorded', async (t) => {
  const { body } = await send({ page: [earlierDetail({ ...other, until: '2028-06-30' }), 'saved.html'] });
  const shown = { ...inputsOf(body), do: 'record' };
  for (const altered of [{ lookedOn: '2026-11-19' }, { file: 'other.html' }])
    t.match(await record({ ...shown, ...altered }), { statusCode: 200, body: /name="mark"/ });
  t.match(await record(shown), { statusCode: 303 });
});

t.test(
  'a page of another hospital than the one looked up is pointed out, and so is a row that gets another name',
  async (t) => {
    const of = (await api.app.inject(`/v1/verify?licenceNumber=${other.licence}`)).json().identity.institution
      .id;
    const right = await send({ of, page: [earlierDetail(other), 'saved.html'] });
    t.notMatch(right.body, /was looked up|on record until now/);
    const name = '编造改名示例医院';
    const renamed = await send({ of, page: [earlierDetail({ ...other, name }), 'saved.html'] });
    t.match(renamed.body, new RegExp(`${other.name}</bdi> was looked up, and none of its names`));
    t.match(renamed.body, new RegExp(`机构名称: ${other.name} → ${name}`));
    t.notMatch(renamed.body, /value="record" autofocus/, 'one key alone does not record it');
    const unknown = await send({ of: 'nobody', page: [earlierDetail({ ...other, name }), 'saved.html'] });
    t.notMatch(unknown.body, /was looked up/);
  },
);

t.test('a look at a kept page is written down', async (t) => {
  const { body } = await send({ page: [earlierDetail(other), 'saved.html'] });
  const sha256 = inputsOf(body).page ?? '';
  t.equal((await api.get(clerk.cookie, `/console/pages/${sha256}`)).statusCode, 200);
  t.match((await api.licet('operator', 'log')).out, new RegExp(`page.look +${sha256}`));
});

t.test('addresses and forms that are none of ours are refused as such', async (t) => {
  const { cookie } = reviewer;
  t.equal((await api.get(cookie, '/console/pages/none')).statusCode, 404);
  t.equal((await api.post(cookie, '/console/captures/pending/none/confirm')).statusCode, 404);
  t.equal((await record({ file: 'x'.repeat(5_001) })).statusCode, 400);
});
