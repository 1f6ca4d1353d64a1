import { Webhook } from 'standardwebhooks';
import type { Posted, Poster } from '../../fetch/post.ts';
import type { Attempt, DueDelivery, WatchHookStore } from '../../store/service/watch-hooks.ts';
import { nextAttempt } from '../../watch/back-off.ts';

/** What is read of the store at a time. */
const A_TIME = 50;
/** A receiver that is not there is left alone for so long; then one event is tried, and the others follow it. */
const REST_MS = 60_000;
/** How long is sent at a stretch: a slow receiver must not keep the thread from comparing. The next look goes on. */
const STRETCH_MS = 20_000;
/** How long a receiver is this process's alone: a stretch, and the slowest answer after it. One that was killed holds it no longer. */
const HELD_MS = 60_000;

type DeliverNeeds = Readonly<{
  hooks: Pick<WatchHookStore, 'take' | 'release' | 'settle'>;
  post: Poster['post'];
  clock: () => Date;
  /** The public address of this service, empty where it has none. */
  base: string;
}>;

/** An event as CloudEvents 1.0 writes it (structured mode). A test has no data. */
const bodyOf = ({ id, watch, event }: DueDelivery, base: string, at: string) => ({
  specversion: '1.0',
  id: event?.id ?? `${watch}-test-${id}`,
  source: `${base}/v1/watches/${watch}`,
  type: event === null ? 'licet.test' : 'licet.answer.changed',
  time: event?.at ?? at,
  ...(event?.after.id == null ? {} : { subject: event.after.id }),
  datacontenttype: 'application/json',
  data: event ?? {},
});

const settled = ({ id, watch, attempts }: DueDelivery, posted: Posted, now: Date): Attempt => {
  const [status, last] = 'status' in posted ? [posted.status, `${posted.status}`] : [null, posted.why];
  const delivered = status !== null && status >= 200 && status < 300;
  const absent = status === null || status >= 500 || status === 429;
  const stop = status === 410 ? 'the receiver answered 410 Gone' : null;
  return {
    id,
    watch,
    attempts,
    at: now.toISOString(),
    delivered,
    last,
    // What a receiver that is gone did not take waits until it is sent to again: it is never given up.
    again: stop === null ? nextAttempt(attempts + 1, now) : now.toISOString(),
    restUntil: !delivered && absent ? new Date(now.getTime() + REST_MS).toISOString() : null,
    stop,
  };
};

/** Sends what is due to one receiver, one after another, until it fails; lets go of it then, unless it is to be left alone. Gives how many were delivered. */
const sendTo = async (
  { hooks, post, clock, base }: DeliverNeeds,
  due: readonly DueDelivery[],
  { until, held }: Readonly<{ until: number; held: string }>,
): Promise<number> => {
  let [delivered, rests] = [0, false];
  for (const one of due) {
    const now = clock();
    if (now.getTime() >= until) break;
    const event = bodyOf(one, base, now.toISOString());
    const body = JSON.stringify(event);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(one.secret).sign(event.id, now, body),
    };
    const attempt = settled(one, await post(one.url, headers, body), clock());
    await hooks.settle(attempt);
    rests = attempt.restUntil !== null;
    if (rests || attempt.stop !== null) break;
    delivered += attempt.delivered ? 1 : 0;
  }
  if (!rests) await hooks.release(due[0]?.watch ?? '', held);
  return delivered;
};

/**
 * Sends all events whose time has come; receivers at a time, the events of one after another, and of one hospital in their order. Of
 * several servers one sends to a receiver at a time. What was sent but not yet noted when the process ended is sent again under the same
 * id, a minute after. Gives how many were delivered.
 */
export const deliverDue = async (needs: DeliverNeeds): Promise<number> => {
  const until = needs.clock().getTime() + STRETCH_MS;
  for (let delivered = 0; ; ) {
    const now = needs.clock();
    const held = new Date(now.getTime() + HELD_MS).toISOString();
    const due = now.getTime() < until ? await needs.hooks.take(now.toISOString(), held, A_TIME) : [];
    if (due.length === 0) return delivered;
    const receivers = [...Map.groupBy(due, ({ watch }) => watch).values()];
    const counts = await Promise.all(receivers.map((list) => sendTo(needs, list, { until, held })));
    delivered += counts.reduce((sum, count) => sum + count, 0);
  }
};
