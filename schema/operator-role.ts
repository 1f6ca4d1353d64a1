import { z } from 'zod';

/**
 * What an operator may do, least first; each may do what those before it may. A clerk looks and captures; a reviewer also decides about
 * what was refused or is doubtful; an administrator also manages operators, partners and their keys.
 */
export const operatorRoles = ['clerk', 'reviewer', 'administrator'] as const;
export const operatorRole = z.enum(operatorRoles);
export type OperatorRole = z.infer<typeof operatorRole>;

/** Whether somebody of one role may do what is open from another role on. */
export const mayAs = (role: OperatorRole, from: OperatorRole): boolean =>
  operatorRoles.indexOf(role) >= operatorRoles.indexOf(from);
