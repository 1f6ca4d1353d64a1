import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { badgeStates } from '../../../schema/badge.ts';
import { STATUS_ENTRIES } from '../../badge/status-list.ts';
import { addDays, shanghaiDay } from '../../text/dates.ts';

/** What a credential states, and its place in the status list. */
const entry = z.object({
  institution: z.string(),
  site: z.string(),
  campus: z.string().nullable(),
  state: z.enum(badgeStates),
  index: z.number().int().min(0).lt(STATUS_ENTRIES),
  /** The last day such a credential was issued; it has ended a day later. */
  day: z.iso.date(),
});
export type StatusEntry = Readonly<z.infer<typeof entry>>;
export type Stated = Omit<StatusEntry, 'index' | 'day'>;

const FILE = 'badge-status.jsonl';

const keyOf = ({ institution, site, campus, state }: Stated): string =>
  JSON.stringify([institution, site, campus, state]);

const readEntries = async (dir: string): Promise<readonly StatusEntry[]> => {
  const text = await readFile(join(dir, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  // A line cut off by a crash was never handed out.
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => entry.parse(JSON.parse(line)));
};

/** The entry's own place, found the same way by every process; the next free one where another has it. */
const placeOf = (key: string, taken: ReadonlyMap<number, string>): number => {
  let index = createHash('sha256').update(key).digest().readUInt32BE(0) % STATUS_ENTRIES;
  while (taken.has(index) && taken.get(index) !== key) index = (index + 1) % STATUS_ENTRIES;
  return index;
};

export type StatusBook = Readonly<{
  /** The place of a credential that is about to be issued; the same statement has the same place. */
  place(stated: Stated): Promise<number>;
  /** What credentials that may still be in force state. */
  live(): Promise<readonly StatusEntry[]>;
}>;

/** The places handed out, in a file of the data folder that is only ever appended to. */
export const openStatusBook = (dir: string, clock: () => Date): StatusBook => {
  const entries = new Map<string, StatusEntry>();
  const taken = new Map<number, string>();
  const hold = (one: StatusEntry): void => {
    entries.set(keyOf(one), one);
    taken.set(one.index, keyOf(one));
  };
  let loaded: Promise<void> | null = null;
  const load = async (): Promise<void> => {
    for (const one of await readEntries(dir)) hold(one);
  };
  const append = async (one: StatusEntry): Promise<void> => {
    await mkdir(dir, { recursive: true });
    await appendFile(join(dir, FILE), `${JSON.stringify(one)}\n`, { mode: 0o600 });
  };
  return {
    place: async (stated) => {
      loaded ??= load();
      await loaded;
      const key = keyOf(stated);
      const [known, day] = [entries.get(key), shanghaiDay(clock())];
      if (known?.day === day) return known.index;
      const one = { ...stated, index: known?.index ?? placeOf(key, taken), day };
      hold(one);
      await append(one);
      return one.index;
    },
    live: async () => {
      // Other processes on this folder append as well.
      await load();
      const oldest = addDays(shanghaiDay(clock()), -1);
      return [...entries.values()].filter(({ day }) => day >= oldest);
    },
  };
};
