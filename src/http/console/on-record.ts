import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { type ActingRequest, actOf } from '../operator/require-role.ts';

/**
 * Does something in an operator's name, written down before it is done, with its outcome after; an act without an outcome was cut off.
 * What the operator worker does is written down by the worker itself.
 * @param about what it is done to; nothing secret, and nothing that was typed besides
 */
export const onRecord = async <T>(
  deps: Pick<Deps, 'state' | 'clock'>,
  request: ActingRequest,
  act: string,
  about: string,
  work: () => Promise<T>,
): Promise<T> => {
  const { operators } = deps.state();
  const id = await operators.begin(actOf(deps, request, act, about));
  try {
    const answer = await work();
    await operators.end(id, 'done');
    return answer;
  } catch (cause) {
    await operators.end(id, `refused: ${cause instanceof LicetError ? cause.code : 'a fault of ours'}`);
    throw cause;
  }
};
