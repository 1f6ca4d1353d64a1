import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';

/** Most parameters of an address: a question with ten claims has 26. */
const MAX_PARAMETERS = 100;

const parametersIn = (url: string): number => {
  let count = 0;
  for (let at = url.indexOf('?'); at !== -1; at = url.indexOf('&', at + 1)) count += 1;
  return count;
};

/** Whether an address holds more parameters than any question has. */
export const isCrowded = (url: string): boolean => parametersIn(url) > MAX_PARAMETERS;

/** Refuses an address with too many parameters, wherever it leads, before any of them is read. */
export const refuseCrowdedAddress = ({ url }: Pick<FastifyRequest, 'url'>): void => {
  if (!isCrowded(url)) return;
  const problem = `holds ${parametersIn(url)} parameters`;
  const expected = `at most ${MAX_PARAMETERS}`;
  const detail = `The address ${problem}; it may hold ${expected}.`;
  throw new LicetError('LICET_BAD_QUESTION', detail, [{ field: '?', problem, expected }]);
};
