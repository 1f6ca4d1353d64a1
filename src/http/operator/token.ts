import { timingSafeEqual } from 'node:crypto';
import type { LiveToken, OperatorName } from '../../store/operators.ts';
import { tokenKind } from '../tokens.ts';

/** Operators' tokens. */
export const operatorToken = tokenKind('licet_op_');

/**
 * Whose token an `Authorization` header holds; null for none that is live. Every live token is compared, each in constant
 * time, so that the time taken says nothing of how near a guess came or whose it was.
 */
export const whoseToken = (
  live: readonly LiveToken[],
  authorization: string | undefined,
): OperatorName | null => {
  const given = Buffer.from(operatorToken.hashIn(authorization) ?? '0'.repeat(64), 'hex');
  let found: OperatorName | null = null;
  for (const { name, role, tokenHash } of live)
    if (timingSafeEqual(Buffer.from(tokenHash, 'hex'), given)) found = { name, role };
  return found;
};
