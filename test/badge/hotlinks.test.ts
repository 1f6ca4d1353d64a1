import t from 'tap';
import { MOST_HOTLINKS } from '../../src/http/badge/hotlinks.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService } from '../support/app.ts';

t.test('badges loaded on pages of other domains are counted by host, and nothing else is kept', async (t) => {
  const service = await openService({}, fewSources);
  t.teardown(service.close);
  const load = (referer: string, form = '.svg') =>
    service.app.inject({ url: `/badge/test-confirmed${form}?site=agency.example`, headers: { referer } });
  for (const referer of [
    'https://thief.example/secret?patient=1',
    'https://thief.example/other',
    'https://blog.agency.example/',
    'not an address',
  ])
    await load(referer);
  const forms = ['/frame', '/shields.json', '/qr.svg', '.png'];
  for (const form of forms) await load('https://framed.example/', form);
  for (let host = 0; host < MOST_HOTLINKS + 20; host += 1) await load(`https://h${host}.example/`);
  await service.app.close();
  const state = openServiceState(service.data);
  t.teardown(state.close);
  const book = await state.hotlinks.counts();
  const thief = book.hotlinks.find(({ host }) => host === 'thief.example');
  t.match(thief, { host: 'thief.example', site: 'agency.example', count: 2 });
  t.ok(
    book.hotlinks.some(({ host, count }) => host === 'framed.example' && count === forms.length),
    'a frame, a shield, a code for print and a PNG are counted as the picture is',
  );
  t.equal(book.hotlinks.length, MOST_HOTLINKS);
  t.equal(book.others, 22);
  t.notMatch(JSON.stringify(book), /secret|patient|blog/);
  t.match(
    (await runHere(service.data, ['partner', 'hotlinks'])).out,
    /2 {2}thief\.example shows badges of agency\.example/,
  );
});
