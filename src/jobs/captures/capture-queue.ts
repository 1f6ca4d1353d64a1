import type { Dossier } from '../../../schema/institution.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { askAbout } from '../../ask/ask.ts';
import { type CaptureForm, captureFormsOf } from '../../harvest/capture/capture-form.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { QueueItem } from '../../http/operator/queue-item.ts';
import { standingOf } from '../../identify/standing.ts';
import type { Reader } from '../../store/registry-reader.ts';
import type { Asked, DemandStore } from '../../store/service/demand.ts';
import type { WatchStore } from '../../store/service/watches.ts';
import { addDays, earliest, shanghaiDay } from '../../text/dates.ts';

type Needs = Readonly<{
  reader: Reader;
  watches: Pick<WatchStore, 'watchedInstitutions'>;
  demand: Pick<DemandStore, 'most' | 'of'>;
  sources: readonly Source[];
  now: Date;
}>;

/** Days ahead of which a captured row is to be looked at again. */
const AHEAD = 30;
/** Institutions that are looked at for the queue, by what speaks for them; the rest comes once these are done. */
const MOST_LOOKED_AT = 500;

type Register = Readonly<{ form: CaptureForm; descriptor: Descriptor }>;

/** The captured registers whose rows are recorded here. */
const registersOf = (sources: readonly Source[]): readonly Register[] =>
  sources.flatMap(({ descriptor }) => {
    const [form] = captureFormsOf([descriptor]);
    return form === undefined || form.closed !== null ? [] : [{ form, descriptor }];
  });

/** Until when this register's newest row about an institution may decide; null where it has none. */
const dueOn = ({ evidence }: Dossier, { descriptor }: Register): string | null => {
  const dates = evidence
    .filter(({ source, current, asOf }) => source === descriptor.id && current && asOf !== null)
    .map(({ asOf }) => earliest(asOf ?? ''));
  const newest = dates.sort().at(-1);
  return newest === undefined ? null : addDays(newest, descriptor.freshnessDays ?? 0);
};

/** The exact words to copy into the register's search: the names and numbers on record. */
const wordsOf = ({ title, identifiers, place }: Dossier): QueueItem['words'] => {
  const number = (scheme: string): string | undefined =>
    identifiers.find((one) => one.scheme === scheme)?.value;
  const all = [
    { kind: 'name', value: title.zh ?? title.en ?? undefined },
    { kind: 'licence-number', value: number('licence-number') },
    { kind: 'uscc', value: number('uscc') },
    { kind: 'province', value: place.province ?? undefined },
  ] as const;
  return all.flatMap(({ kind, value }) => (value === undefined ? [] : [{ kind, value }]));
};

const itemOf = (
  dossier: Dossier,
  { form }: Register,
  why: QueueItem['why'],
  due: string | null,
): QueueItem => ({
  institution: dossier.id,
  title: { zh: dossier.title.zh, en: dossier.title.en },
  place: [dossier.place.province, dossier.place.city].filter((one) => one != null).join(' '),
  source: form.source,
  register: form.title,
  open: form.address,
  type: form.type,
  words: wordsOf(dossier),
  why,
  watched: 0,
  asked: 0,
  due,
});

/** Rows of captured registers that are, or within a month will be, too old to decide. */
const ageing = async ({ reader, now }: Needs, registers: readonly Register[]) => {
  const soon = addDays(shanghaiDay(now), AHEAD);
  const items: QueueItem[] = [];
  for (const register of registers)
    for (const id of (await reader.institutionsOn?.(register.descriptor.id)) ?? []) {
      const dossier = await reader.dossier(id);
      const due = dossier === undefined ? null : dueOn(dossier, register);
      if (dossier === undefined || due === null || due > soon) continue;
      const why = due < shanghaiDay(now) ? 'too-old' : 'soon-too-old';
      items.push(itemOf(dossier, register, [why], due));
    }
  return items.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
};

const standings = new WeakMap<Reader['reference'], Promise<ReadonlyMap<string, number>>>();

/** Institutions that are watched or asked for most, and the well known, whose licence no fresh register row says. */
const unconfirmed = async (
  { reader, now }: Needs,
  register: Register,
  wanted: readonly string[],
): Promise<readonly QueueItem[]> => {
  const standing = standings.get(reader.reference) ?? standingOf(reader);
  standings.set(reader.reference, standing);
  const known = await standing;
  const famous = [...known].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_LOOKED_AT);
  const items: QueueItem[] = [];
  for (const id of new Set([...wanted, ...famous.map(([one]) => one)])) {
    const dossier = await reader.dossier(id);
    if (dossier === undefined || dossier.test || dossier.title.zh === null) continue;
    if (askAbout(dossier, 'en', reader.reference, now).licence.result === 'met') continue;
    const why = known.has(id) ? (['well-known'] as const) : [];
    items.push(itemOf(dossier, register, why, null));
  }
  return items;
};

/** Hospitals of several lists of reasons, each register and hospital once, with how often it is watched and was asked for. */
const merged = (
  all: readonly QueueItem[],
  watched: ReadonlyMap<string, number>,
  asked: Asked,
): readonly QueueItem[] => {
  const found = new Map<string, QueueItem>();
  for (const item of all) {
    const key = `${item.source} ${item.institution}`;
    const before = found.get(key);
    const why = [...new Set([...(before?.why ?? []), ...item.why])];
    found.set(key, { ...(before ?? item), why });
  }
  return [...found.values()].map((item) => {
    const counts = {
      watched: watched.get(item.institution) ?? 0,
      asked: asked.get(item.institution) ?? 0,
    };
    const more = [
      ...(counts.watched > 0 ? (['watched'] as const) : []),
      ...(counts.asked > 0 ? (['asked-for'] as const) : []),
    ];
    return { ...item, ...counts, why: [...more, ...item.why] };
  });
};

/**
 * Whom to look up next, most urgent first: who is watched, who is asked for most, whose captured row is or soon will be too old, then the
 * well known whose licence nobody has read in the register.
 */
export const captureQueue = async (needs: Needs, limit: number): Promise<readonly QueueItem[]> => {
  const registers = registersOf(needs.sources);
  const licences = registers.find(
    ({ descriptor }) =>
      descriptor.evidenceKind === 'primary-register' && descriptor.gates.includes('practice-licence'),
  );
  const watched = await needs.watches.watchedInstitutions(MOST_LOOKED_AT);
  const most = await needs.demand.most(MOST_LOOKED_AT);
  const old = await ageing(needs, registers);
  const wanted = [...watched.keys(), ...most.keys()];
  const open = licences === undefined ? [] : await unconfirmed(needs, licences, wanted);
  const all = [...old, ...open];
  const asked = await needs.demand.of(all.map(({ institution }) => institution));
  return merged(all, watched, asked)
    .toSorted((a, b) => b.watched - a.watched || b.asked - a.asked)
    .slice(0, limit);
};
