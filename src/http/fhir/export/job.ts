import { randomBytes } from 'node:crypto';

/** Kinds of resources that are exported, in the order in which they are told. */
export const exported = ['Organization', 'Location', 'HealthcareService', 'VerificationResult'] as const;
export type Exported = (typeof exported)[number];

/**
 * An export: which generation it is of, when it was asked for, since when something must have changed, and which kinds. All of it stands
 * in its id, so that nothing is kept of it, and every process of a service answers for it.
 */
export type Job = Readonly<{ generation: number; at: Date; since: Date | null; types: readonly Exported[] }>;

/** How long an export can be fetched after it was asked for, in milliseconds. */
const LIFE_MS = 86_400_000;
const ID = /^(\d{1,9})-([a-z0-9]{1,10})-([a-z0-9]{1,10})-(\d{1,2})-[a-f0-9]{8}$/;

/** The id of a new export; no two are alike, so that one can be given up without the other. */
export const jobId = ({ generation, at, since, types }: Job): string => {
  const kinds = exported.reduce((sum, type, bit) => sum + (types.includes(type) ? 2 ** bit : 0), 0);
  const [asked, from] = [at, since].map((one) => (one === null ? 0 : one.getTime()).toString(36));
  return `${generation}-${asked}-${from}-${kinds}-${randomBytes(4).toString('hex')}`;
};

/** The last instant at which an export can be fetched. */
export const expiryOf = ({ at }: Job): Date => new Date(at.getTime() + LIFE_MS);

/** Reads an id; null where it is of no export that can be fetched now. `newest`: the newest generation. */
export const readJob = (id: string, now: Date, newest: number): Job | null => {
  const [, generation, asked = '', from = '', kinds] = ID.exec(id) ?? [];
  const at = new Date(Number.parseInt(asked, 36));
  const job: Job = {
    generation: Number(generation),
    at,
    since: from === '0' ? null : new Date(Number.parseInt(from, 36)),
    types: exported.filter((_, bit) => Math.floor(Number(kinds) / 2 ** bit) % 2 === 1),
  };
  const inTime = at.getTime() <= now.getTime() && now.getTime() < expiryOf(job).getTime();
  const there = generation !== undefined && job.generation >= 1 && job.generation <= newest;
  return there && inTime && job.types.length > 0 ? job : null;
};
