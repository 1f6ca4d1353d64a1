import type { Operator } from '../../store/operators.ts';
import { type Finding, note } from './finding.ts';

/** Can anybody manage operators and partners at the console? */
export const checkOperators = (operators: readonly Operator[]): readonly Finding[] =>
  operators.some(({ role, revokedAt }) => role === 'administrator' && revokedAt === null)
    ? []
    : [
        note(
          'no-administrator',
          'no administrator is on file, so nobody manages the console',
          'licet operator add NAME --role administrator',
        ),
      ];
