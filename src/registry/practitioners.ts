import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PractitionerEntry, PractitionerRow } from '../../schema/practitioner.ts';
import type { PractitionerQuestion } from '../../schema/question.ts';
import { normaliseIdentifier } from '../identifiers/identifier.ts';
import { openPractitionerStore, type PersonalAct } from '../store/sqlite/practitioners/practitioners.ts';
import { addDays, shanghaiDay } from '../text/dates.ts';
import { bare, simplify } from '../text/han.ts';

/** A row is kept so many days after it was read; then it is deleted (docs/data-protection.md). */
export const KEEP_ROW_DAYS = 400;
/** A note of who asked about whom is kept so many days. */
export const KEEP_ACT_DAYS = 180;

const KEY_FILE = 'practitioner.key';
const DAY_MS = 86_400_000;

/** The secret under which names and numbers are hashed; made on first use, readable by its owner alone. */
const readKey = (folder: string): Buffer => {
  const file = join(folder, KEY_FILE);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new Error(`${KEY_FILE} in the data folder does not hold a key of 32 bytes`);
  return key;
};

export type Subject = Readonly<{ name?: string | undefined; certificateNumber?: string | undefined }>;

export type Practitioners = Readonly<{
  /** Rows of the person asked about: by certificate, or by name at this institution. Never more is given out. */
  find(question: PractitionerQuestion, institution: string | null): readonly PractitionerRow[];
  /** Keeps what an operator read off a register; `sites` are the institutions as the registry knows them. */
  record(entry: PractitionerEntry, sites: PractitionerRow['sites'], now: Date): PractitionerRow;
  /** Deletes all that is held of a person; gives how many rows. `why` is written down. */
  erase(subject: Subject, institution: string | null, why: string, now: Date): number;
  /** Deletes what has been kept long enough; gives how many rows. */
  expire(now: Date): number;
  /** Writes down that somebody asked about a person, for what. */
  noteQuestion(question: PractitionerQuestion, client: string, now: Date): void;
  /** What limits count one person by. */
  subjectKey(question: Subject): string;
  acts(limit: number): readonly PersonalAct[];
  count(): number;
  close(): void;
}>;

const hasher = (key: Buffer) => {
  const hash = (kind: string, value: string): string =>
    createHmac('sha256', key).update(`${kind}\n${value}`).digest('hex');
  return {
    name: (value: string) => hash('name', simplify(bare(value))),
    certificate: (value: string) => hash('certificate', normaliseIdentifier(value)),
    client: (value: string) => hash('client', value).slice(0, 16),
  };
};

const rowOf = (entry: PractitionerEntry, sites: PractitionerRow['sites'], now: Date): PractitionerRow => {
  const { name: _name, certificateNumber, sites: _sites, seen, ...facts } = entry;
  const row = {
    ...facts,
    lastFour: certificateNumber?.slice(-4) ?? null,
    sites,
    authority: seen.authority,
    url: seen.url,
    seenOn: seen.on,
    recordedAt: now.toISOString(),
  };
  const sha256 = seen.screenshot ?? createHash('sha256').update(JSON.stringify(row)).digest('hex');
  return { ...row, sha256 };
};

/** Opens the physicians' rows of a data folder. */
export const openPractitioners = (folder: string): Practitioners => {
  const of = hasher(readKey(folder));
  const store = openPractitionerStore(join(folder, 'practitioners.db'));
  const subjectKey = ({ name, certificateNumber }: Subject): string =>
    certificateNumber === undefined ? of.name(name ?? '') : of.certificate(certificateNumber);
  const note = (act: PersonalAct['act'], purpose: string, client: string, subject: string, now: Date): void =>
    store.note({ at: now.toISOString(), act, purpose, client, subject: subject.slice(0, 16) });
  return {
    find: ({ name, certificateNumber }, institution) => {
      if (certificateNumber !== undefined)
        return store.byCertificate(
          of.certificate(certificateNumber),
          name === undefined ? null : of.name(name),
        );
      return store.byName(of.name(name ?? ''), institution ?? '');
    },
    record: (entry, sites, now) => {
      const row = rowOf(entry, sites, now);
      const certificateHash =
        entry.certificateNumber === undefined ? null : of.certificate(entry.certificateNumber);
      const keepUntil = addDays(entry.seen.on, KEEP_ROW_DAYS);
      store.put({ nameHash: of.name(entry.name), certificateHash, keepUntil, row });
      note('recorded', 'capture', '', subjectKey(entry), now);
      return row;
    },
    erase: (subject, institution, why, now) => {
      const erased =
        subject.certificateNumber === undefined
          ? store.erase({ nameHash: of.name(subject.name ?? ''), institution: institution ?? '' })
          : store.erase({ certificateHash: of.certificate(subject.certificateNumber) });
      note('erased', why, '', subjectKey(subject), now);
      return erased;
    },
    expire: (now) => {
      const before = new Date(now.getTime() - KEEP_ACT_DAYS * DAY_MS).toISOString();
      return store.expire(shanghaiDay(now), before);
    },
    noteQuestion: (question, client, now) =>
      note('asked', question.purpose ?? '', of.client(client), subjectKey(question), now),
    subjectKey,
    acts: store.acts,
    count: store.count,
    close: store.close,
  };
};
