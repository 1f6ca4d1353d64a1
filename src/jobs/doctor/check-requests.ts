import { type DueState, dueStateOf } from '../../registry/rights-requests.ts';
import type { RightsRequest } from '../../store/service/rights-requests.ts';
import { type Finding, note, warning } from './finding.ts';

const FIX = 'licet practitioner requests answer N, or refuse N with a reason';

/** Are physicians who asked for access, correction or erasure answered in the time that the law leaves? */
export const checkRequests = (waiting: readonly RightsRequest[], now: Date): readonly Finding[] => {
  const numbers = (state: DueState): string =>
    waiting
      .filter(({ dueOn }) => dueStateOf(dueOn, now) === state)
      .map(({ id }) => id)
      .join(', ');
  const [overdue, soon] = [numbers('overdue'), numbers('soon')];
  return [
    ...(overdue === ''
      ? []
      : [warning('request-overdue', `requests of physicians are overdue: ${overdue}`, FIX)]),
    ...(soon === ''
      ? []
      : [note('request-soon-due', `requests of physicians are due within a week: ${soon}`, FIX)]),
  ];
};
