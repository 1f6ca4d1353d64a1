import type { CountWaiting, Waiting } from '../../service/waiting.ts';
import type { Durable } from '../durable.ts';

export const waitingIn = ({ reading }: Durable): CountWaiting => {
  const count = reading.prepare<[], Waiting>(
    `SELECT (SELECT count(*) FROM error_report WHERE answered_at IS NULL) AS reports,
            (SELECT count(*) FROM batch WHERE state IN ('waiting', 'running')) AS lists,
            (SELECT count(*) FROM watch_delivery WHERE state = 'waiting') AS deliveries,
            (SELECT count(*) FROM watch_delivery WHERE state = 'given-up') AS deliveriesGivenUp`,
  );
  const none: Waiting = { reports: 0, lists: 0, deliveries: 0, deliveriesGivenUp: 0 };
  return async () => count.get() ?? none;
};
