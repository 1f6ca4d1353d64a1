import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import type { PublicLog } from '../log/keep-log.ts';
import { registerPacks } from '../packs/register.ts';
import type { Envelope } from '../plugins/envelope.ts';
import { registerChanges } from './changes.ts';
import { registerClaims } from './claims.ts';
import { registerContradictions } from './contradictions.ts';
import { registerEvidence } from './evidence.ts';
import { registerIdentifiers } from './identifiers.ts';
import { registerInstitutions } from './institutions.ts';
import { registerReceipts } from './receipts.ts';
import { registerRuns } from './runs.ts';
import { registerSources } from './sources.ts';
import { registerSuggest } from './suggest.ts';
import { registerTechnologies } from './technologies.ts';
import { registerVerify } from './verify.ts';

/** The addresses at which machines ask, one line each; the reference lists them in this order. */
export const registerRoutes = (
  app: FastifyInstance,
  deps: Deps & Readonly<{ publicLog: PublicLog | null }>,
  envelope: Envelope | null,
): void => {
  registerVerify(app, deps, envelope);
  registerClaims(app, deps);
  registerInstitutions(app, deps);
  registerSuggest(app, deps);
  registerIdentifiers(app, deps);
  registerTechnologies(app, deps);
  registerSources(app, deps);
  registerRuns(app, deps);
  registerEvidence(app, deps);
  registerChanges(app, deps);
  registerPacks(app, deps);
  registerContradictions(app, deps);
  registerReceipts(app, deps);
};
