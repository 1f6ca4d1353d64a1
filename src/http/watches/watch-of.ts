import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import type { KeptWatch } from '../../store/service/watches.ts';
import type { Deps } from '../deps.ts';
import { partnerOf } from '../partners/partner-of.ts';

/** The watch of this request's partner with this id; another partner's is as unknown as none. Throws LICET_UNKNOWN_WATCH. */
export const watchOf = async (
  { state }: Pick<Deps, 'state'>,
  request: FastifyRequest,
  id: string,
): Promise<KeptWatch> => {
  const found = await state().watches.one(partnerOf(request), id);
  if (found === null) throw new LicetError('LICET_UNKNOWN_WATCH');
  return found;
};

/** A watch as its partner sees it. */
export const shownWatch = ({ partner: _, ...watch }: KeptWatch) => ({ ...watch, tell: [...watch.tell] });
