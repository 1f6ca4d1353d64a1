import { z } from 'zod';
import { answerChange } from '../../../../schema/answer-change.ts';
import type { PendingCapture, PendingCaptureStore } from '../../service/pending-captures.ts';
import type { Durable } from '../durable.ts';

const sentRows = z.array(
  z.strictObject({
    row: z.number(),
    fields: z.record(z.string(), z.string()),
    asOf: z.string(),
    lookedOn: z.string().nullable(),
    read: z.boolean(),
  }),
);
const answers = z.array(answerChange);

type Row = Omit<PendingCapture, 'rows' | 'answers' | 'proof'> &
  Readonly<{ rows: string; answers: string; proofSha256: string | null; proofType: string | null }>;

const COLUMNS = `id, at, operator AS by, source, rows, answers, because, withdraws, proof_sha256 AS proofSha256, proof_type AS proofType,
  state, decided_by AS decidedBy, decided_at AS decidedAt, reason`;

const captureOf = ({ proofSha256, proofType, ...row }: Row): PendingCapture => ({
  ...row,
  rows: sentRows.parse(JSON.parse(row.rows)),
  answers: answers.parse(JSON.parse(row.answers)),
  proof: proofSha256 === null ? null : { sha256: proofSha256, contentType: proofType ?? '' },
});

/** Captures that wait for a second person, in the file of what the service records. */
export const pendingCapturesIn = ({ reading, write }: Durable): PendingCaptureStore => {
  const byId = reading.prepare<[number], Row>(`SELECT ${COLUMNS} FROM pending_capture WHERE id = ?`);
  const waiting = reading.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM pending_capture WHERE state IN ('waiting', 'confirming') ORDER BY id LIMIT ?`,
  );
  return {
    add: ({ at, by, source, rows, answers: changes, because, withdraws, proof }) =>
      write(
        async (db) =>
          (await db
            .prepare<unknown[], number>(
              `INSERT INTO pending_capture (at, operator, source, rows, answers, because, withdraws, proof_sha256, proof_type, state)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting') RETURNING id`,
            )
            .pluck()
            .get(
              ...[at, by, source, JSON.stringify(rows), JSON.stringify(changes), because, withdraws],
              ...[proof?.sha256 ?? null, proof?.contentType ?? null],
            )) ?? 0,
      ),
    find: async (id) => {
      const row = await byId.get(id);
      return row === undefined ? undefined : captureOf(row);
    },
    waiting: async (limit) => (await waiting.all(limit)).map(captureOf),
    showAnew: (id, changes) =>
      write(async (db) => {
        await db
          .prepare(
            "UPDATE pending_capture SET answers = ? WHERE id = ? AND state IN ('waiting', 'confirming')",
          )
          .run(JSON.stringify(changes), id);
      }),
    decide: (id, { state, by, at, reason, begun }) =>
      write(
        async (db) =>
          (
            await db
              .prepare(
                `UPDATE pending_capture SET state = ?, decided_by = ?, decided_at = ?, reason = ?
               WHERE id = ? AND (state = 'waiting' OR (state = 'confirming' AND ? <> 'rejected'))`,
              )
              .run(state, by, at, reason, id, begun === true ? 'begun' : state)
          ).changes === 1,
      ),
  };
};
