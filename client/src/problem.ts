import type { components } from './schema.ts';

/** What a refusal says (RFC 9457): which field, what was wrong with it, what would be right. */
export type Problem = components['schemas']['Problem'];

const isProblem = (given: unknown): given is Problem =>
  typeof given === 'object' && given !== null && 'code' in given && 'detail' in given && 'status' in given;

/** Thrown for every answer that is no success. `problem` is what the service said; null where it was not Licet that answered. */
export class LicetProblem extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly problem: Problem | null;

  constructor(status: number, said: unknown) {
    const problem = isProblem(said) ? said : null;
    const fields = problem?.errors?.map(({ field, problem: what }) => `${field} ${what}`).join('; ');
    super(problem === null ? `HTTP ${status}` : [problem.detail, fields].filter(Boolean).join(' '));
    this.name = 'LicetProblem';
    this.status = status;
    this.code = problem?.code ?? null;
    this.problem = problem;
  }
}
