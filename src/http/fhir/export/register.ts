import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import type { Epoch } from '../../../ask/answers.ts';
import { answerInstant } from '../../../ask/ask.ts';
import { LicetError } from '../../../errors.ts';
import type { Generations } from '../../../store/generations.ts';
import { grownCache } from '../../../text/grown-cache.ts';
import type { FhirDeps, Way } from '../deps.ts';
import { FHIR_JSON, remark } from '../outcome.ts';
import { type Exported, expiryOf, exported, type Job, jobId, readJob } from './job.ts';
import { readKickOff } from './kick-off.ts';
import { exportLines, withheldBy } from './lines.ts';

type ReaderAt = Generations['readerAt'];
type OfJob = Readonly<{ Params: Readonly<{ job: string }> }>;
type OfFile = Readonly<{ Params: Readonly<{ job: string; file: string }> }>;

const NDJSON = 'application/fhir+ndjson';
const REMARKS = 'OperationOutcome';
/** Files written at the same time; each takes a processor for seconds. */
const MOST_STREAMS = 2;
const WAIT_SECONDS = '30';
const GIVEN_UP = 10_000;
const hidden = { schema: { hide: true } };

const unknownJob = (): LicetError => new LicetError('LICET_UNKNOWN_ADDRESS', fhirWords.export.unknown);

/** What cannot be exported, said once: institutions on lists that may not be handed on. */
const leftOut = (deps: FhirDeps): string | null => {
  const withheld = withheldBy(deps.reader().reference);
  return withheld.length === 0 ? null : fhirWords.export.withheld.replace('{sources}', withheld.join(', '));
};

const manifest = (id: string, job: Job, requested: string, deps: FhirDeps, { root }: Way) => {
  const file = (type: string) => ({ type, url: `${root}/export/${id}/${type}.ndjson` });
  return {
    transactionTime: job.at.toISOString(),
    request: requested,
    requiresAccessToken: false,
    output: job.types.map(file),
    error: leftOut(deps) === null ? [] : [file(REMARKS)],
  };
};

/** The address that began the export, as far as its id holds it. */
const requestOf = ({ types, since }: Job, { root }: Way): string => {
  const query = new URLSearchParams();
  if (types.length < exported.length) query.set('_type', types.join(','));
  if (since !== null) query.set('_since', since.toISOString());
  return `${root}/$export${query.size === 0 ? '' : `?${query}`}`;
};

const writer = (deps: FhirDeps, readerAt: ReaderAt) => {
  let streams = 0;
  /** A connection of its own for each file: a night that publishes in between changes nothing in it. */
  async function* lines(type: Exported, job: Job, way: Way): AsyncGenerator<string> {
    const reader = await readerAt(job.generation);
    if (reader === undefined) throw unknownJob();
    try {
      const instant = answerInstant(reader.reference, job.at);
      const at = instant.getTime();
      const epoch: Epoch = { reader, instant, from: at, until: at, key: '' };
      yield* exportLines(type, reader, job.since, { answers: deps.answers, epoch, way });
    } finally {
      reader.close();
    }
  }
  return (type: Exported, job: Job, way: Way, reply: FastifyReply): Readable => {
    if (streams >= MOST_STREAMS) {
      reply.header('retry-after', WAIT_SECONDS);
      throw new LicetError('LICET_TOO_MANY_REQUESTS', fhirWords.export.busy);
    }
    streams += 1;
    return Readable.from(lines(type, job, way)).once('close', () => {
      streams -= 1;
    });
  };
};

/**
 * Bulk Data export of the whole registry (FHIR Bulk Data Access 2.0, system level): begun, looked at, fetched as NDJSON, given up.
 * Nothing is prepared: a file is written while it is fetched, of the generation in which the export was begun.
 */
export const registerExport = (
  app: FastifyInstance,
  deps: FhirDeps,
  readerAt: ReaderAt,
  wayOf: (request: FastifyRequest) => Way,
): void => {
  const givenUp = grownCache<true>(GIVEN_UP);
  const write = writer(deps, readerAt);
  const known = (id: string): Job => {
    const job = givenUp.has(id) ? null : readJob(id, deps.clock(), deps.reader().generation);
    if (job === null) throw unknownJob();
    return job;
  };
  app.get('/fhir/$export', hidden, async (request, reply) => {
    const job = readKickOff(request, deps.reader().generation, deps.clock());
    const way = wayOf(request);
    return reply
      .code(202)
      .header('content-location', `${way.root}/export/${jobId(job)}`)
      .header('cache-control', 'no-store')
      .type(FHIR_JSON)
      .send(JSON.stringify(remark('information', 'informational', fhirWords.export.begun)));
  });
  app.get<OfJob>('/fhir/export/:job', hidden, async (request, reply) => {
    const job = known(request.params.job);
    const way = wayOf(request);
    reply.header('expires', expiryOf(job).toUTCString()).header('cache-control', 'no-store');
    return reply.send(manifest(request.params.job, job, requestOf(job, way), deps, way));
  });
  app.delete<OfJob>('/fhir/export/:job', hidden, async (request, reply) => {
    known(request.params.job);
    givenUp.set(request.params.job, true);
    const said = remark('information', 'informational', fhirWords.export.givenUp);
    return reply.code(202).type(FHIR_JSON).send(JSON.stringify(said));
  });
  const file = { ...hidden, exposeHeadRoute: false };
  app.get<OfFile>('/fhir/export/:job/:file', file, async (request, reply) => {
    const job = known(request.params.job);
    const wanted = request.params.file.replace(/\.ndjson$/, '');
    reply.header('cache-control', 'no-store').type(NDJSON);
    const remarks = leftOut(deps);
    if (wanted === REMARKS && remarks !== null)
      return reply.send(`${JSON.stringify(remark('information', 'suppressed', remarks))}\n`);
    const type = job.types.find((one) => one === wanted);
    if (type === undefined) throw unknownJob();
    return reply.send(write(type, job, wayOf(request), reply));
  });
};
