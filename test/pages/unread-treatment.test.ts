import t from 'tap';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const page = async (treatment: string): Promise<string> => {
  const query = new URLSearchParams({ name: 'Ruijin Hospital', service: treatment, lang: 'en' });
  return (await service.app.inject(`/check?${query}`)).body;
};

t.test(
  'a treatment that cannot be read is shown as typed, and the hospital with its licence beside it',
  async (t) => {
    for (const treatment of ['chemotherapy', 'knee replacement', 'dialysis']) {
      const body = await page(treatment);
      t.match(body, `“${treatment}”`);
      t.match(body, 'class="inset"><p><a href="/hospitals/', treatment);
      t.ok(body.indexOf('class="inset"') < body.indexOf('role="alert"'), 'the hospital stands first');
      t.match(body, 'Whether this treatment may be offered cannot be said');
      t.notMatch(body, 'The question cannot be read');
    }
    const body = await page('egg donation');
    t.match(body, 'may mean several treatments', 'as the interface says it');
    t.match(body, 'Which treatment is meant?');
  },
);

t.test('what was typed stays in the field of treatments, and everyday words choose theirs', async (t) => {
  for (const treatment of ['chemotherapy', 'egg donation', '化疗'])
    t.match(await page(treatment), `<option value="${treatment}" selected>${treatment}</option>`);
  const body = await page('IVF');
  t.notMatch(body, '<option value="IVF"');
  t.match(body, '<option value="art.ivf" selected>');
});

t.test('a hospital and such a treatment in one line are asked apart, and the hospital stays', async (t) => {
  for (const [name, hospital, words] of [
    ['Ruijin Hospital stem cells', 'Ruijin Hospital', 'stem cells'],
    ['北医三院 试管', '北医三院', '试管'],
    ['瑞金医院化疗', '瑞金医院', '化疗'],
  ] as const) {
    const query = new URLSearchParams({ name, lang: 'en' });
    const moved = await service.app.inject(`/check?${query}`);
    t.equal(moved.statusCode, 302, name);
    const asked = new URL(String(moved.headers.location), 'http://localhost').searchParams;
    t.match(Object.fromEntries(asked), { name: hospital, service: words });
    const { body } = await service.app.inject(String(moved.headers.location));
    t.match(body, `“${words}”`);
    t.match(body, 'class="inset"><p><a href="/hospitals/', 'its licence is told');
    const first = await service.app.inject(`/?${new URLSearchParams({ q: name, lang: 'en' })}`);
    t.match(first.body, 'Choose the treatment at this hospital');
  }
});
