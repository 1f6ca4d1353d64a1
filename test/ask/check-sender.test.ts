import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const codesFor = async (body: object): Promise<readonly string[]> => {
  const answer = await service.app.inject({ method: 'POST', url: '/v1/claims/check', payload: body });
  return answer.json().sender.notes.map(({ code }: { code: string }) => code);
};

t.test('an agency is on no register and borrows no trust, by name or by address', async (t) => {
  const nothing = ['sender.no-register', 'sender.no-trust'];
  t.strictSame(await codesFor({ sender: 'Madeup Health Travel Agency' }), nothing);
  t.strictSame(await codesFor({ sender: 'agency.example' }), ['sender.name-the-hospital', ...nothing]);
  t.strictSame(
    await codesFor({ sender: 'someone@agency.example', name: RUIJIN }),
    ['website.unknown', ...nothing],
    'an e-mail address is asked about by its domain',
  );
});

t.test('a famous word in a name or an address ties nobody to the hospitals that bear it', async (t) => {
  for (const sender of ['Ruijin Health Travel', 'rui-jin-health.example', '编造协和就医服务公司'])
    t.ok((await codesFor({ sender })).includes('sender.famous-word'), sender);
});

t.test('a hospital that is said to have sent it is told from an agency', async (t) => {
  t.strictSame(await codesFor({ sender: RUIJIN, text: 'CAR-T' }), ['sender.is-on-record']);
});

t.test('a verdict on the hospital named is the same with and without a sender', async (t) => {
  const ask = async (more: object) =>
    (
      await service.app.inject({
        method: 'POST',
        url: '/v1/claims/check',
        payload: { text: 'JCI accredited', name: RUIJIN, ...more },
      })
    ).json();
  const { sender, ...without } = await ask({});
  const { sender: asked, ...rest } = await ask({ sender: 'agency.example' });
  t.equal(sender, null);
  t.not(asked, null);
  t.strictSame(rest, without);
});

t.test('an agency that is asked for as if it were a hospital is told to be none', async (t) => {
  const noticesOf = async (name: string): Promise<readonly string[]> => {
    const answer = await service.app.inject(`/v1/verify?${new URLSearchParams({ name })}`);
    return answer.json().notices.map(({ code }: { code: string }) => code);
  };
  for (const name of ['Madeup Health Travel Agency', '编造国际就医咨询有限公司'])
    t.strictSame(await noticesOf(name), ['sender.reads-like-agency', 'sender.no-register'], name);
  for (const name of ['Madeup Hospital', '编造医院'])
    t.strictSame(await noticesOf(name), [], `${name} is nobody's, and reads like a hospital`);
  t.notOk((await noticesOf(RUIJIN)).some((code) => code.startsWith('sender.')));
});
