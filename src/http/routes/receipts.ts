import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { practitionerFields, type Question } from '../../../schema/question.ts';
import { type SealedReceipt, sealedReceipt } from '../../../schema/receipt.ts';
import { ask } from '../../ask/ask.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext } from '../../ask/question-context.ts';
import { receiptRows } from '../../ask/receipt-rows.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { sealReceipt } from '../../badge/receipt.ts';
import { readEntry } from '../../log/entry.ts';
import { writeProof } from '../../log/inclusion.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { signerOf } from '../badge/address.ts';
import { openKeys } from '../badge/keys.ts';
import type { Deps } from '../deps.ts';
import type { PublicLog } from '../log/keep-log.ts';
import { sendJson } from '../plugins/conditional.ts';
import { bodyContext, holdsFields, ownReader } from '../read-question.ts';
import { refuse } from '../refuse.ts';
import { operation } from '../shapes/operation.ts';
import { verifyBody } from '../shapes/verify.ts';

const receiptSchema = operation(
  {
    tag: 'Verdicts',
    id: 'receipt',
    summary: 'The answer of /v1/verify as a signed file that can be checked later, offline',
    description:
      'It names every row the answer rests on by the fingerprint of its page and of its words. Check it with `licet check-receipt file`. No receipt is given about a physician, and none for a past generation.',
    examples: [{ path: '/v1/receipts', body: { name: 'Ruijin Hospital', claim: ['jci'] } }],
  },
  sealedReceipt,
  { body: verifyBody },
  [400, 413, 415, 503],
);

export const keysAnswer = z.looseObject({ keys: z.array(z.looseObject({ kid: z.string() })) });

const keysSchema = operation(
  {
    tag: 'Verdicts',
    id: 'receiptKeys',
    summary: 'Public keys that check receipts (JWK set); keep a copy beside the receipts',
    examples: [{ path: '/v1/receipts/keys' }],
  },
  keysAnswer,
  {},
);

const questionOf = (body: unknown, context: QuestionContext): Question => {
  const raw = holdsFields(body) ? body : {};
  for (const field of [...practitionerFields, 'generation'])
    if (raw[field] !== undefined) {
      const problem =
        'is not for a receipt: nothing about a person is saved, and a receipt is of the present';
      return refuse([{ code: 'LICET_BAD_QUESTION', errors: [{ field: `/${field}`, problem }] }]);
    }
  const parsed = parseQuestion(raw, context);
  return 'question' in parsed ? parsed.question : refuse([parsed]);
};

/** The entry of the public log that tells of the generation that answers, and the proof that it is there. */
const provenIn = async (
  publicLog: PublicLog | null,
  base: string,
  { generation, reference }: Reader,
): Promise<SealedReceipt['log'] | null> => {
  if (publicLog === null) return null;
  const { entries, leaves, checkpoint } = await publicLog.look(base);
  const index = entries.findLastIndex((text) => {
    const entry = readEntry(text);
    return (
      entry?.kind === 'generation' &&
      entry.generation === generation &&
      entry.registryHash === reference.registryHash
    );
  });
  const entry = entries[index];
  return entry === undefined ? null : { entry, proof: writeProof(index, leaves, checkpoint) };
};

/** Signed answers, and the keys that check them. */
export const registerReceipts = (
  app: FastifyInstance,
  deps: Deps & Readonly<{ publicLog: PublicLog | null }>,
): void => {
  const keys = openKeys(() => deps.state().signingKeys, 'receipt', deps.clock);
  app.post('/v1/receipts', { schema: receiptSchema, ...ownReader }, async (request, reply) => {
    const issuer = signerOf(deps);
    const now = deps.clock();
    const question = questionOf(request.body, bodyContext(request, now));
    const reader = readerFor(question.institution.id, deps.reader(), deps.config.testInstitutions, now);
    const verdict = await ask(question, reader, now);
    const receipt = {
      version: 1,
      issuer,
      issuedAt: now.toISOString(),
      question,
      verdict,
      registryHash: reader.reference.registryHash,
      rows: await receiptRows(verdict, reader),
    } as const;
    const sealed = await sealReceipt(receipt, await keys.signing());
    const log = await provenIn(deps.publicLog, issuer, reader);
    return reply
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(log === null ? sealed : { ...sealed, log }, null, 2));
  });
  app.get('/v1/receipts/keys', { schema: keysSchema }, async (request, reply) => {
    const { baseUrl } = deps.config;
    const log = baseUrl === null ? undefined : await deps.publicLog?.look(baseUrl);
    return sendJson(request, reply, {
      ...(await keys.jwks()),
      ...(log === undefined ? {} : { log: log.keys }),
    });
  });
};
