import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { createAnswers } from './ask/answers.ts';
import { openPastGenerations } from './ask/past-generations.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Tracing } from './fetch/traces/open-tracing.ts';
import { type CaptureForm, captureFormsOf } from './harvest/capture/capture-form.ts';
import { loadDescriptors } from './harvest/catalogue.ts';
import { registerBadge } from './http/badge/register.ts';
import { watchChain } from './http/chain-watch.ts';
import { registerConsole } from './http/console/register.ts';
import { createChallenges } from './http/console/sign-in/challenges.ts';
import { createPasswords, type PasswordCost } from './http/console/sign-in/password.ts';
import { createDemand, keepDemand } from './http/demand.ts';
import type { Deps, KeptBytes } from './http/deps.ts';
import { keepLog } from './http/log/keep-log.ts';
import { createMetrics } from './http/metrics/metrics.ts';
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
import { refuseCrowdedAddresses } from './http/plugins/crowded-addresses.ts';
import { refusePersonalNumbers } from './http/plugins/personal-numbers.ts';
import { readAndWriteJson } from './http/plugins/read-and-write-json.ts';
import { collectReference, registerReference } from './http/plugins/reference.ts';
import { registerRequestHooks } from './http/plugins/request-hooks.ts';
import { createQuestionQuota } from './http/question-quota.ts';
import { registerProtocols } from './http/register-protocols.ts';
import { registerOperations } from './http/routes/operations.ts';
import { registerProblemPages } from './http/routes/problems.ts';
import { registerRoutes } from './http/routes/register.ts';
import { answerLists } from './jobs/batches/answer-lists.ts';
import { releaseLease } from './jobs/lease-guard.ts';
import { openOperatorWorker } from './jobs/operator/worker-client.ts';
import { runsShown, type ShownStore } from './jobs/runs-shown.ts';
import { followWatches } from './jobs/watches/follow-watches.ts';
import { openPractitioners } from './registry/practitioners.ts';
import type { Moving } from './serve.ts';
import type { Generations } from './store/generations.ts';
import type { Integrity } from './store/integrity/integrity.ts';
import type { Leases } from './store/leases.ts';
import { openServiceState } from './store/open-store.ts';

type AppNeeds = Readonly<{
  store: Pick<Generations, 'reader'> &
    Partial<Generations & Pick<Leases, 'dropLease'> & Readonly<{ integrity: Integrity }>> &
    ShownStore;
  archive: KeptBytes;
  config: Config;
  clock: Clock;
  /** Where log lines go; the process's standard output when left out. */
  log?: DestinationStream;
  /** Another folder of sources, for tests, which pass it in code. */
  catalogue?: string;
  /** What looks for the proof of a domain, for tests, which open no address outside. */
  checkNow?: CheckNow;
  /** What checking an operator's password costs, for tests, which sign in often. */
  passwordCost?: PasswordCost;
  /** The same for the website of whoever sends a correction. */
  lookForProof?: LookForProof;
  /** Where requests and lists are traced; nothing is where it is left out. */
  tracing?: Pick<Tracing, 'plugin' | 'record'> | undefined;
  /** Called before and after the service moves to a generation that an operator's work published. */
  moving?: Moving;
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

/** Opened by the first request that needs it: a service that is never asked about a physician has no file of them. */
const openLate = <T extends Readonly<{ close(): void | Promise<void> }>>(open: () => T) => {
  let opened: T | undefined;
  return {
    get: (): T => {
      opened ??= open();
      return opened;
    },
    close: async (): Promise<void> => opened?.close(),
  };
};

/** What operators' routes are handed besides; their thread is opened by the first request that needs it. */
const operatorDeps = ({ store, config, catalogue, moving = {} }: AppNeeds, deps: Deps): OperatorDeps => {
  let forms: Promise<readonly CaptureForm[]> | undefined;
  const worker = openOperatorWorker({
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
        if (await store.refresh?.(moving.before)) moving.moved?.();
        return true;
      };
      return Promise.race([move().catch(() => false), sleep(LONGEST_MOVE_MS, false, { ref: false })]);
    },
  };
};

/** The whole service: what surrounds every answer first, then the routes, one line each. It does not listen yet. */
export const buildApp = async (needs: AppNeeds): Promise<FastifyInstance> => {
  const { store, archive, config, clock } = needs;
  const reader = () => store.reader();
  const past = store.readerAt === undefined ? undefined : openPastGenerations(store.readerAt);
  const people = openLate(() => openPractitioners(config.data));
  const state = openLate(() => openServiceState(config.data));
  const answers = createAnswers(reader, clock, config, past, people.get);
  const questionQuota = createQuestionQuota({ people: people.get, state: state.get, clock });
  const runs = runsShown(store, reader);
  const demand = createDemand(() => state.get().demand, clock);
  const deps: Deps = {
    reader,
    archive,
    runs,
    state: state.get,
    answers,
    config,
    clock,
    questionQuota,
    demand,
  };
  const metrics = createMetrics();
  const app = createServer(needs);
  app.addHook('onClose', async () => {
    past?.close();
    await Promise.all([people.close(), state.close()]);
  });
  if (needs.tracing !== undefined) await app.register(needs.tracing.plugin);
  keepDemand(app, demand);
  boundConnections(app, config.trustProxy);
  readAndWriteJson(app);
  const usage = countUsage(app, deps);
  registerRequestHooks(app, deps, metrics, usage);
  await registerCors(app);
  await registerCompression(app);
  refuseCrowdedAddresses(app);
  refusePersonalNumbers(app);
  await collectReference(app, config);
  const publicLog = logOf(needs, deps);
  registerRoutes(app, { ...deps, publicLog });
  registerProtocols(app, deps, publicLog, store.readerAt);
  const desk = answerLists(app, deps, needs.tracing?.record ?? (() => undefined), store.readerAt);
  followWatches(app, deps);
  const operators = operatorDeps(needs, deps);
  registerOperator(app, operators);
  registerProblemPages(app);
  registerOperations(app, deps, metrics, watchChain(store.integrity, reader));
  registerReference(app, deps);
  registerBadge(app, deps);
  app.decorate('sendErrorPage', sendErrorPage(deps));
  const lookForProof = needs.lookForProof ?? tokenLooker(deps);
  app.register(async (pages) => registerPages(pages, { ...deps, lookForProof }));
  const passwords = createPasswords(needs.passwordCost);
  const challenges = createChallenges();
  const checkNow = needs.checkNow ?? proofLooker(deps, config);
  registerConsole(app, { ...operators, passwords, challenges, physicians: people.get, usage, checkNow });
  registerAccount(app, { ...deps, desk, checkNow });
  await app.ready();
  return app;
};
