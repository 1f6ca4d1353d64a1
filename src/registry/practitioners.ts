import { createHash, createHmac } from 'node:crypto';
import type { PractitionerEntry, PractitionerRow } from '../../schema/practitioner.ts';
import type { PractitionerQuestion } from '../../schema/question.ts';
import { normaliseIdentifier } from '../identifiers/identifier.ts';
import { eraseAllPractitioners, openPractitionerStore } from '../store/open-store.ts';
import type { PersonalAct, PractitionerStore } from '../store/practitioners.ts';
import { addDays, shanghaiDay } from '../text/dates.ts';
import { foldText, simplify } from '../text/han.ts';

/** A row is kept so many days after it was read; then it is deleted (docs/data-protection.md). */
const KEEP_ROW_DAYS = 400;
/** A note of who asked about whom is kept so many days. */
const KEEP_ACT_DAYS = 180;

const DAY_MS = 86_400_000;

type Subject = Readonly<{ name?: string | undefined; certificateNumber?: string | undefined }>;

export type Practitioners = Readonly<{
  /** Rows of the person asked about: by certificate, or by name at this institution. Never more is given out. */
  find(question: PractitionerQuestion, institution: string | null): Promise<readonly PractitionerRow[]>;
  /** Keeps what an operator read off a register; `sites` are the institutions as the registry knows them. */
  record(entry: PractitionerEntry, sites: PractitionerRow['sites'], now: Date): Promise<PractitionerRow>;
  /** Deletes all that is held of a person; gives how many rows. `why` is written down. */
  erase(subject: Subject, institution: string | null, why: string, now: Date): Promise<number>;
  /** Deletes what has been kept long enough at this instant; gives how many rows. Whoever calls it has checked the clock. */
  expire(now: Date): Promise<number>;
  /** Writes down that somebody asked about a person, for what. */
  noteQuestion(question: PractitionerQuestion, client: string, now: Date): Promise<void>;
  /** A key of the person asked about that hides name and number; the rate limits count by it. */
  subjectKey(question: Subject): string;
}> &
  Pick<PractitionerStore, 'acts' | 'count' | 'lastExpiry' | 'close'>;

const hasher = (key: Uint8Array) => {
  const hash = (kind: string, value: string): string =>
    createHmac('sha256', key).update(`${kind}\n${value}`).digest('hex');
  return {
    name: (value: string) => hash('name', simplify(foldText(value))),
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
  return { ...row, sha256, savedPage: seen.screenshot !== undefined };
};

/** Deletes all rows of a data folder whose key is lost, and writes down why; gives how many. */
export const eraseAllPhysicians = (folder: string, why: string, now: Date): number =>
  eraseAllPractitioners(folder, {
    at: now.toISOString(),
    act: 'erased',
    purpose: why,
    client: '',
    subject: 'all',
  });

/** Opens the physicians' rows of a data folder. */
export const openPractitioners = (folder: string): Practitioners => {
  const store = openPractitionerStore(folder);
  const of = hasher(store.key);
  const subjectKey = ({ name, certificateNumber }: Subject): string =>
    certificateNumber === undefined ? of.name(name ?? '') : of.certificate(certificateNumber);
  const note = (act: PersonalAct['act'], purpose: string, client: string, subject: string, now: Date) =>
    store.note({ at: now.toISOString(), act, purpose, client, subject: subject.slice(0, 16) });
  return {
    find: async ({ name, certificateNumber }, institution) => {
      if (certificateNumber !== undefined)
        return store.byCertificate(
          of.certificate(certificateNumber),
          name === undefined ? null : of.name(name),
        );
      return store.byName(of.name(name ?? ''), institution ?? '');
    },
    record: async (entry, sites, now) => {
      const row = rowOf(entry, sites, now);
      const certificateHash =
        entry.certificateNumber === undefined ? null : of.certificate(entry.certificateNumber);
      const keepUntil = addDays(entry.seen.on, KEEP_ROW_DAYS);
      await store.put({ nameHash: of.name(entry.name), certificateHash, keepUntil, row });
      await note('recorded', 'capture', '', subjectKey(entry), now);
      return row;
    },
    erase: async (subject, institution, why, now) => {
      const erased =
        subject.certificateNumber === undefined
          ? await store.erase({ nameHash: of.name(subject.name ?? ''), institution: institution ?? '' })
          : await store.erase({ certificateHash: of.certificate(subject.certificateNumber) });
      await note('erased', why, '', subjectKey(subject), now);
      return erased;
    },
    expire: async (now) => {
      const before = new Date(now.getTime() - KEEP_ACT_DAYS * DAY_MS).toISOString();
      return store.expire(shanghaiDay(now), before);
    },
    noteQuestion: (question, client, now) =>
      note('asked', question.purpose ?? '', of.client(client), subjectKey(question), now),
    subjectKey,
    acts: store.acts,
    lastExpiry: store.lastExpiry,
    count: store.count,
    close: store.close,
  };
};
