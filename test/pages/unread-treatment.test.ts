import t from 'tap';
import { openService } from '../support/app.ts';

const service = await openService();
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
      t.match(body, 'class="inset"><a href="/hospitals/', treatment);
    }
    const body = await page('egg donation');
    t.match(body, 'may mean several treatments', 'as the interface says it');
  },
);
