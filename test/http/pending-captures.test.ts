import t from 'tap';
import { problemSchema } from '../../schema/problem.ts';
import { pendingAnswer, pendingDecision } from '../../src/http/operator/pending.ts';
import { captureAnswer } from '../../src/http/operator/shapes.ts';
import { madeUpNumbers } from '../support/made-up.ts';
import { formOf, NAME, openApi, row, saved } from '../support/operator-api.ts';

const one = madeUpNumbers('MA9YYYY1');
const at = '/v1/operator/captures/pending';

t.test(
  'a capture that turns an answer into a no waits for another operator, who sees page and answers',
  async (t) => {
    const api = await openApi(t);
    const { token } = JSON.parse(
      (await api.licet('operator', 'add', 'Made-up Second', '--role', 'reviewer', '--json')).out,
    ) as { token: string };
    const other = `Bearer ${token}`;
    const until = async (day: string, query = '') => {
      const capture = JSON.stringify({ fields: { ...row(one), 有效期至: day }, lookedOn: '2026-11-20' });
      const page = [saved(one).replace('2028.6.30', day), 'page.html'] as const;
      return api.post(query, await formOf({ capture, page }));
    };
    const dry = captureAnswer.parse((await until('2028-06-30', '?dryRun=true')).json());
    t.match(dry, {
      rows: [{ dated: { asOf: '2026-11-20', from: 'page' } }],
      answers: [{ service: null, before: null, after: { outcome: 'confirmed' }, negative: false }],
      pending: null,
    });
    t.equal((await until('2028-06-30')).statusCode, 201);
    const sent = await until('2026-06-30');
    t.equal(sent.statusCode, 202);
    const waits = captureAnswer.parse(sent.json());
    t.match(waits, { recorded: false, run: null, pending: 1, answers: [{ negative: true }] });
    t.equal((await api.verify(one.licence)).outcome, 'confirmed', 'nothing is published');
    const { pending } = pendingAnswer.parse((await api.send({ url: at }, other)).json());
    t.match(pending, [
      {
        id: 1,
        by: NAME,
        rows: [{ fields: { 有效期至: '2026-06-30' } }],
        answers: [{ after: { outcome: 'refuted' } }],
      },
    ]);
    const seen = await api.send({ url: pending[0]?.proof?.url ?? '' }, other);
    t.match(seen.body, /2026-06-30/, 'the page is there to be looked at');
    const decide = (what: string, by?: string, body?: object) =>
      api.send({ ...api.json(body ?? {}), url: `${at}/${what}` }, by);
    t.match(problemSchema.parse((await decide('1/confirm')).json()), {
      code: 'LICET_CANNOT_DECIDE',
      detail: /another person has to confirm/,
    });
    t.match((await decide('7/confirm', other)).json(), { code: 'LICET_UNKNOWN_CAPTURE' });
    t.match((await decide('1/reject', other, { reason: ' ' })).json(), { code: 'LICET_BAD_QUESTION' });
    const done = pendingDecision.parse((await decide('1/confirm', other)).json());
    t.match(done, { decision: 'confirm', by: 'Made-up Second', answering: true, generation: 2 });
    t.equal((await api.verify(one.licence)).outcome, 'refuted');
    t.match(await api.registry.store.runs(1), [{ decidedBy: `${NAME}; Made-up Second` }]);
    t.equal((await decide('1/reject', other, { reason: 'made up: too late' })).statusCode, 409);
    t.match((await api.licet('operator', 'log')).out, /capture.confirm[\s\S]*capture.record.*waits as 1/);
    const register = '/v1/operator/captures/cn-toyville-register';
    const rows = async () => (await api.send({ url: `${register}/rows?q=${one.licence}` }, other)).json();
    t.match(await rows(), { rows: [{ key: one.licence, fields: { 登记号: one.licence } }], more: false });
    const withdraw = (body: object, query = '') =>
      api.send({ ...api.json(body), url: `${register}/withdraw${query}` }, other);
    const wrong = { key: one.licence, because: 'made up: nobody bears it' };
    t.match((await withdraw({ key: one.licence })).json(), { errors: [{ field: '/because' }] });
    t.match((await withdraw({ ...wrong, key: 'nothing' })).json(), { errors: [{ field: '/key' }] });
    const seenFirst = await withdraw(wrong, '?dryRun=true');
    t.match(seenFirst.json(), {
      withdrawn: false,
      answers: [{ before: { outcome: 'refuted' }, after: null }],
    });
    t.match(await withdraw(wrong), { statusCode: 202 }, 'a no does not fall by the word of one person');
    const second = pendingDecision.parse(
      (await api.send({ ...api.json({}), url: `${at}/2/confirm` })).json(),
    );
    t.match(second, { answering: true, generation: 3 });
    t.equal((await api.verify(one.licence)).outcome, 'unknown');
    t.match(await rows(), { rows: [] });
  },
);
