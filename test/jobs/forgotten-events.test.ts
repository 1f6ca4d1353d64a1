import t from 'tap';
import { sending } from '../support/sending-webhooks.ts';

t.test('old events and deliveries are forgotten, those that still wait never', async (t) => {
  const { change, deliver, state, id, key, eventsOf, log, receiver } = await sending(t);
  await change('revoked', '2026-02-02');
  t.equal(await deliver(), 2);
  receiver.answers.status = 500;
  await change('active', '2026-02-03');
  await deliver();
  const numbers = async () => (await eventsOf(key, id)).map(({ number }) => number);
  const states = async () => (await log()).map(({ state }: { state: string }) => state);
  const prune = (deliveriesBefore: string, eventsBefore: string) =>
    state.watches.prune({ deliveriesBefore, eventsBefore });
  t.equal(await prune('2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'), 0, 'nothing is that old');
  t.strictSame(await numbers(), [1, 2, 3, 4]);
  t.equal(await prune('2027-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'), 2);
  t.strictSame(await states(), ['waiting', 'waiting'], 'what was delivered is forgotten first');
  t.strictSame(await numbers(), [1, 2, 3, 4]);
  t.equal(await prune('2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'), 2);
  t.strictSame(await numbers(), [3, 4], 'events on their way stay');
  t.strictSame(await states(), ['waiting', 'waiting']);
  t.match(
    (await eventsOf(key, id, 3)).map(({ number }) => number),
    [4],
    'numbers go on as they were',
  );
});
