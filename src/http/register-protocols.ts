import type { FastifyInstance } from 'fastify';
import type { Generations } from '../store/generations.ts';
import type { Deps } from './deps.ts';
import { registerFhir } from './fhir/register.ts';
import type { PublicLog } from './log/keep-log.ts';
import { registerLog } from './log/register.ts';
import { registerMcp } from './mcp/register.ts';
import { registerReconcile } from './reconcile/register.ts';

/**
 * The same answers in the protocols of others, each at an address of its own: assistants, data tools, health systems, readers of
 * transparency logs. `readerAt`: where past generations can be read.
 */
export const registerProtocols = (
  app: FastifyInstance,
  deps: Deps,
  publicLog: PublicLog | null,
  readerAt?: Generations['readerAt'],
): void => {
  if (publicLog !== null) registerLog(app, deps, publicLog);
  registerMcp(app, deps);
  registerReconcile(app, deps);
  registerFhir(app, deps, readerAt);
};
