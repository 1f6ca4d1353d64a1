import type { CountWaiting, Waiting } from '../../service/waiting.ts';
import type { Durable } from '../durable.ts';

export const waitingIn = ({ reading }: Durable): CountWaiting => {
  const count = reading.prepare<[string], Waiting>(
    `SELECT (SELECT count(*) FROM error_report WHERE answered_at IS NULL) AS reports,
            (SELECT count(*) FROM rights_request WHERE state = 'waiting') AS rightsRequests,
            (SELECT count(*) FROM rights_request WHERE state = 'waiting' AND due_on < ?) AS rightsRequestsOverdue,
            (SELECT count(*) FROM pending_capture WHERE state IN ('waiting', 'confirming')) AS captures,
            (SELECT count(*) FROM batch WHERE state IN ('waiting', 'running')) AS lists,
            (SELECT count(*) FROM watch_delivery WHERE state = 'waiting') AS deliveries,
            (SELECT count(*) FROM watch_delivery WHERE state = 'given-up') AS deliveriesGivenUp`,
  );
  const none = { reports: 0, rightsRequests: 0, rightsRequestsOverdue: 0, captures: 0, lists: 0 };
  return async (today) => (await count.get(today)) ?? { ...none, deliveries: 0, deliveriesGivenUp: 0 };
};
