import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mayAs, type OperatorRole } from '../../../schema/operator-role.ts';
import { LicetError } from '../../errors.ts';
import type { Act, OperatorName } from '../../store/operators.ts';
import type { Deps } from '../deps.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The operator whose token, or whose session at the console, came with the request; null outside the operators' addresses. */
    operator: OperatorName | null;
  }
  interface FastifyContextConfig {
    /** From which role on an operators' address may be used. */
    role?: OperatorRole;
  }
}

/** Who acts in a request behind `authenticateOperator` or a session at the console. */
const operatorOf = <Who>({ operator }: Readonly<{ operator: Who | null }>): Who => {
  if (operator === null) throw new LicetError('LICET_WRONG_TOKEN');
  return operator;
};

const requireRole = async (request: FastifyRequest): Promise<void> => {
  const { role: from } = request.routeOptions.config;
  const { role } = operatorOf(request);
  if (from === undefined || !mayAs(role, from))
    throw new LicetError('LICET_ROLE_NOT_ALLOWED', `This is for the role ${from}; yours is ${role}.`);
};

/**
 * Lets a scope's routes be used by operators of their role alone, by token and at the console alike: the route's `config.role` says
 * from which role on. A route that says nothing is a fault of ours, and keeps the service from starting.
 */
export const guardByRole = (scope: FastifyInstance): void => {
  scope.addHook('onRoute', ({ url, config }) => {
    if (config?.role === undefined) throw new Error(`${url} says no role: add config: { role: … }`);
  });
  scope.addHook('onRequest', requireRole);
};

/** A request and whose it is, as far as an act names them. */
export type ActingRequest = Readonly<{ id: string; operator: Readonly<{ name: string }> | null }>;

/** The act of a request, to be written down before it is done. */
export const actOf = (
  { clock }: Pick<Deps, 'clock'>,
  request: ActingRequest,
  act: string,
  about: string,
): Act => ({
  at: clock().toISOString(),
  operator: operatorOf(request).name,
  act,
  about,
  request: request.id,
});
