import { randomBytes } from 'node:crypto';
import type { Test } from 'tap';
import { openPoster } from '../../src/fetch/post.ts';
import { deliverDue } from '../../src/jobs/watches/deliver.ts';
import { startReceiver } from './receiver.ts';
import { BASE, watchedNights } from './watched-nights.ts';

/** Two hospitals that are watched, and a receiver on this machine; `change` turns their licences, `deliver` does what the thread does. */
export const sending = async (t: Test, status = 200) => {
  const service = await watchedNights(t, { fetch: true });
  const { night, compare, keyOf, watch, state } = service;
  const [names, receiver] = [['编造甲医院', '编造乙医院'], await startReceiver(0, status)];
  t.teardown(receiver.close);
  await night({ 编造甲医院: 'active', 编造乙医院: 'active' }, '2026-02-01');
  const key = await keyOf('Made-up Agency');
  const id = await watch(key, names);
  await compare();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  await state.watchHooks.put({ watch: id, url: receiver.url, secret, since: '2026-02-01T00:00:00.000Z' });
  let now = Date.parse('2026-02-02T15:00:00Z');
  const poster = openPoster('Licet test', true);
  t.teardown(poster.close);
  const deliver = (post = poster.post) =>
    deliverDue({ hooks: state.watchHooks, post, clock: () => new Date(now), base: BASE });
  const change = async (said: 'active' | 'revoked', day: string) => {
    await night(Object.fromEntries(names.map((name) => [name, said])), day);
    return compare();
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  const log = async () => (await service.call(key, 'GET', `/v1/watches/${id}/deliveries`)).body.deliveries;
  return { ...service, key, id, secret, receiver, deliver, change, pass, log, at: () => new Date(now) };
};
