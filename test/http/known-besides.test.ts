import t from 'tap';
import { z } from 'zod';
import { knownBesides } from '../../schema/problem.ts';
import { openWhole } from '../support/app.ts';

const { app, close } = await openWhole();
t.teardown(close);

const problem = z.looseObject({
  status: z.number(),
  errors: z.array(z.looseObject({ field: z.string() })),
  known: knownBesides.optional(),
});
const get = async (query: Readonly<Record<string, string>>) =>
  problem.parse((await app.inject(`/v1/verify?${new URLSearchParams(query)}`)).json());
const post = async (payload: object, address = '/v1/verify') =>
  (await app.inject({ method: 'POST', url: address, payload })).json();

t.test(
  'beside a treatment that no list is about stands who the hospital is, without an outcome',
  async (t) => {
    for (const service of ['dental implants', '化疗', 'exosomes', 'stem cells', 'G66']) {
      const { status, errors, known } = await get({ name: 'Ruijin Hospital', service });
      t.equal(status, 400, service);
      t.match(errors, [{ field: '?service' }]);
      t.match(known, { without: ['service'], institution: { id: 'cnfwrug2wzkm' }, asked: [] });
      t.match(known?.sentence, /official list/);
      t.notOk(known !== undefined && 'outcome' in known, 'nothing that could be taken for an answer');
    }
  },
);

t.test('what else is asked is told, marks that cannot be read are left out', async (t) => {
  const { known } = await get({
    name: 'Ruijin Hospital',
    service: 'dental implants',
    claim: 'jci,a made-up prize',
  });
  t.match(known, {
    without: ['service', 'claim'],
    asked: [{ ask: 'jci', sentence: /^JCI accreditation: / }],
  });
});

t.test('who is meant is not settled by leaving the treatment out', async (t) => {
  const { known } = await get({ name: '编造示例医院没有此名', service: 'dental implants' });
  t.match(known, { institution: null, sentence: /No list we hold names a hospital like this/ });
});

t.test('another fault, a physician or an earlier generation is refused whole', async (t) => {
  for (const query of [
    { name: 'Ruijin Hospital', service: 'dental implants', asOf: 'yesterday' },
    { name: 'Ruijin Hospital', service: 'dental implants', generation: '1' },
    { service: 'dental implants' },
  ])
    t.equal((await get(query)).known, undefined);
  const asked = { name: 'Ruijin Hospital', practitioner: '编造医师', service: 'dental implants' };
  t.notOk('known' in (await post(asked)));
});

t.test('a body, and each question of a batch that is answered in part, is told the same', async (t) => {
  const asked = { name: 'Ruijin Hospital', service: 'dental implants' };
  const { known } = await get(asked);
  t.strictSame((await post(asked)).known, known);
  const { answers } = await post([asked, { name: 'Ruijin Hospital' }], '/v1/verify?partial=true');
  t.strictSame(answers[0].problem.known, known);
  t.equal(answers[1].outcome, 'limited');
  t.notOk('known' in (await post([asked, asked])), 'a batch that is refused whole names its faults alone');
});

t.test('an assistant is told the same, and that it is no answer', async (t) => {
  const call = async (asked: object) => {
    const { body } = await app.inject({
      method: 'POST',
      url: '/mcp',
      headers: { accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-11-25' },
      payload: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'verify_institution', arguments: asked },
      },
    });
    const { result } = JSON.parse(body.slice(body.indexOf('{')));
    return { isError: result.isError, ...JSON.parse(result.content[0].text) };
  };
  const asked = { name: 'Ruijin Hospital', service: 'dental implants', claim: ['jci'] };
  const { known } = await post(asked);
  t.match(await call(asked), { isError: true, known, message: /no answer to the question/ });
  const other = await call({ name: 'Ruijin Hospital', asOf: 'yesterday' });
  t.match(other, { isError: true, known: undefined, message: /nothing follows about any hospital/ });
});

t.test('a compressed body that is said to be one is refused as such, and not read as plain', async (t) => {
  const { statusCode } = await app.inject({
    method: 'POST',
    url: '/v1/verify',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    payload: '{"name":"瑞金医院"}',
  });
  t.equal(statusCode, 415);
});
