import type { FastifyRequest } from 'fastify';
import type { CaptureForm } from '../../harvest/capture/capture-form.ts';
import type { Act, OperatorTokens } from '../../store/operators.ts';
import type { Deps } from '../deps.ts';
import type { OperatorWorkerClient } from './jobs.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose token came with the request; empty outside the operators' addresses. */
    operator: string;
  }
}

/** What operators' routes are handed besides `Deps`. */
export type OperatorDeps = Deps &
  Readonly<{
    /** Live tokens, read anew for every request: a revoked one is worth nothing at once. */
    tokens: () => OperatorTokens;
    worker: OperatorWorkerClient;
    /** The forms of all captured sources; they change only with the sources, so no thread is asked. */
    captureForms: () => Promise<readonly CaptureForm[]>;
    /** Lets the service answer from the newest generation; false where that takes longer than an operator waits. */
    moved: () => Promise<boolean>;
  }>;

/** The act of a request, to be written down before it is done. */
export const actOf = ({ clock }: OperatorDeps, request: FastifyRequest, act: string, about: string): Act => ({
  at: clock().toISOString(),
  operator: request.operator,
  act,
  about,
  request: request.id,
});
