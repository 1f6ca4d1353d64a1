import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);
const HOSPITAL = '北京协和医院';

t.test('one client, and all clients about one person, are held to a few questions an hour', async (t) => {
  const ask = (practitioner: string, remoteAddress: string) =>
    service.app.inject({
      method: 'POST',
      url: '/v1/verify',
      payload: { name: HOSPITAL, practitioner, purpose: 'referral' },
      remoteAddress,
    });
  const one = await Promise.all(Array.from({ length: 31 }, (_, at) => ask(`编造甲${at}`, '10.9.0.1')));
  t.equal(one.filter(({ statusCode }) => statusCode === 429).length, 1);
  t.ok(one.some(({ headers }) => Number(headers['retry-after']) > 0));
  const same = await Promise.all(Array.from({ length: 20 }, () => ask('编造被问者', '10.8.0.1')));
  t.equal(same.filter(({ statusCode }) => statusCode === 429).length, 15, 'five about one person');
});

t.test('nobody uses up the questions about a physician for others', async (t) => {
  const ask = async (client: number) => {
    const payload = { name: HOSPITAL, practitioner: '编造被封锁者', purpose: 'referral' };
    const remoteAddress = `10.7.0.${client}`;
    return (await service.app.inject({ method: 'POST', url: '/v1/verify', payload, remoteAddress }))
      .statusCode;
  };
  for (let client = 0; client < 20; client += 1)
    for (let at = 0; at < 5; at += 1) t.equal(await ask(client), 200);
  t.equal(await ask(100), 200, 'the first question of another client, when a hundred are used up');
  t.equal(await ask(100), 429, 'its second one has to wait');
});
