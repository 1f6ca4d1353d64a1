import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { type Early, prepare } from './answer-early.ts';
import type { Tracing } from './fetch/traces/open-tracing.ts';
import { type CaptureForm, captureFormsOf } from './harvest/capture/capture-form.ts';
import { loadDescriptors } from './harvest/catalogue.ts';
import { registerBadge } from './http/badge/register.ts';
import { watchChain } from './http/chain-watch.ts';
import { registerConsole } from './http/console/register.ts';
import { createChallenges } from './http/console/sign-in/challenges.ts';
import { createPasswords, type PasswordCost } from './http/console/sign-in/password.ts';
import { keepDemand } from './http/demand.ts';
import type { Deps } from './http/deps.ts';
import { keepLog } from './http/log/keep-log.ts';
import type { OperatorDeps } from './http/operator/deps.ts';
import { registerOperator } from './http/operator/register.ts';
import { type CheckNow, proofLooker } from './http/pages/account/domains/check-now.ts';
import { registerAccount } from './http/pages/account/register.ts';
import { registerPages } from './http/pages/register.ts';
import { type LookForProof, tokenLooker } from './http/pages/reports/look-for-proof.ts';
import { sendErrorPage } from './http/pages/send-error-page.ts';
import { countUsage } from './http/partners/usage.ts';
import { registerCompression } from './http/plugins/compression.ts';
import { boundConnections } from './http/plugins/connections.ts';
import { registerCors } from './http/plugins/cors.ts';
import { createServer } from './http/plugins/create-server.ts';
import { refusePersonalNumbers } from './http/plugins/personal-numbers.ts';
import { readAndWriteJson } from './http/plugins/read-and-write-json.ts';
import { collectReference, registerReference } from './http/plugins/reference.ts';
import { registerRequestHooks } from './http/plugins/request-hooks.ts';
import { registerProtocols } from './http/register-protocols.ts';
import { registerOperations } from './http/routes/operations.ts';
import { registerProblemPages } from './http/routes/problems.ts';
import { registerRoutes } from './http/routes/register.ts';
import { registerWatches } from './http/watches/register.ts';
import { takeLists, workOnLists } from './jobs/batches/answer-lists.ts';
import { releaseLease } from './jobs/lease-guard.ts';
import { openOperatorWorker } from './jobs/operator/worker-client.ts';
import { followWatches } from './jobs/watches/follow-watches.ts';
import type { DepsNeeds } from './open-deps.ts';
import type { Moving } from './serve.ts';

type AppNeeds = DepsNeeds &
  Readonly<{
    /** Where log lines go; the process's standard output when left out. */
    log?: DestinationStream;
    /** Another folder of sources, for tests, which pass it in code. */
    catalogue?: string;
    /** What looks for the proof of a domain, for tests, which open no address outside. */
    checkNow?: CheckNow;
    /** What checking an operator's password costs, for tests, which sign in often. */
    passwordCost?: PasswordCost;
    /** What does the jobs of operators, for tests, which need no thread of their own for it. */
    openOperators?: typeof openOperatorWorker;
    /** The same for the website of whoever sends a correction. */
    lookForProof?: LookForProof;
    /** Where requests and lists are traced; nothing is where it is left out. */
    tracing?: Pick<Tracing, 'plugin' | 'record'> | undefined;
    /** Called before and after the service moves to a generation that an operator's work published. */
    moving?: Moving;
    /** The server that answers plain questions already; one is made where it is left out. */
    early?: Early | undefined;
    /** False where another process answers lists, compares watches and tells of them; this one takes them and shows what came of them. */
    jobs?: boolean;
  }>;

/** The public log of the registry; null for a store of tests that proves nothing of itself. */
const logOf = ({ store, config }: AppNeeds, { state, clock }: Pick<Deps, 'state' | 'clock'>) =>
  store.integrity === undefined
    ? null
    : keepLog({ state, clock, integrity: store.integrity, data: config.data });

/**
 * How long, in milliseconds, an operator's request waits until answers use what it recorded; after that its reply says that they
 * soon will.
 */
const LONGEST_MOVE_MS = 20_000;

/** What operators' routes are handed besides; their thread is opened by the first request that needs it. */
const operatorDeps = (needs: AppNeeds, deps: Deps): OperatorDeps => {
  const { store, config, catalogue, moving = {}, openOperators = openOperatorWorker } = needs;
  let forms: Promise<readonly CaptureForm[]> | undefined;
  const worker = openOperators({
    data: config.data,
    catalogue,
    releaseLease: async (holder) =>
      void (store.dropLease && (await releaseLease({ dropLease: store.dropLease }, holder))),
  });
  return {
    ...deps,
    worker,
    captureForms: () => {
      forms ??= loadDescriptors(catalogue).then(captureFormsOf);
      return forms;
    },
    moved: () => {
      const move = async (): Promise<boolean> => {
        if (await store.refresh?.(moving)) moving.moved?.();
        return true;
      };
      return Promise.race([move().catch(() => false), sleep(LONGEST_MOVE_MS, false, { ref: false })]);
    },
  };
};

/** The whole service: what surrounds every answer first, then the routes, one line each. It does not listen yet. */
export const buildApp = async (needs: AppNeeds): Promise<FastifyInstance> => {
  const { store, config, early } = needs;
  const { opened, metrics, surrounding } = early?.prepared ?? prepare(needs);
  const { deps, physicians, close } = opened;
  const app = createServer(needs, surrounding.nextId, early);
  app.addHook('onClose', close);
  if (needs.tracing !== undefined) await app.register(needs.tracing.plugin);
  keepDemand(app, deps.demand);
  if (early === undefined) boundConnections(app.server, config.trustProxy);
  readAndWriteJson(app);
  const usage = countUsage(app, deps);
  registerRequestHooks(app, deps, surrounding, metrics, usage);
  await registerCors(app);
  await registerCompression(app);
  refusePersonalNumbers(app);
  const described = collectReference(app, config);
  const publicLog = logOf(needs, deps);
  registerRoutes(app, { ...deps, publicLog }, early === undefined ? surrounding.envelope(app.log) : null);
  registerProtocols(app, deps, publicLog, store.readerAt);
  const record = needs.tracing?.record ?? (() => undefined);
  const desk = takeLists(
    app,
    deps,
    needs.jobs === false ? null : workOnLists(app, deps, record, store.readerAt),
  );
  registerWatches(app, deps);
  if (needs.jobs !== false) followWatches(app, deps);
  const operators = operatorDeps(needs, deps);
  registerOperator(app, operators);
  registerProblemPages(app);
  registerOperations(app, deps, metrics, watchChain(store.integrity, deps.reader));
  registerReference(app, deps, described);
  registerBadge(app, deps);
  app.decorate('sendErrorPage', sendErrorPage(deps));
  const lookForProof = needs.lookForProof ?? tokenLooker(deps);
  app.register(async (pages) => registerPages(pages, { ...deps, lookForProof }));
  const passwords = createPasswords(needs.passwordCost);
  const challenges = createChallenges();
  const checkNow = needs.checkNow ?? proofLooker(deps, config);
  registerConsole(app, { ...operators, passwords, challenges, physicians, usage, checkNow });
  registerAccount(app, { ...deps, desk, checkNow });
  if (early !== undefined) app.addHook('preClose', async () => early.close());
  await app.ready();
  early?.open();
  return app;
};
