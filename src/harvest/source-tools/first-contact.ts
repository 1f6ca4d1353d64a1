import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartialDate } from '../../../schema/base.ts';
import type { Page } from '../../../schema/source.ts';
import { ShapeError } from '../../../schema/source.ts';
import type { Source } from '../catalogue.ts';
import { judgeEdition } from '../gate/gate.ts';
import type { Obtain, ObtainedPage } from '../obtain/obtain.ts';
import { recordsOf } from '../read/packed-rows.ts';
import { type ReadEdition, readEdition } from '../read/read-edition.ts';
import { headingRows } from './heading-rows.ts';

/** How a live page compares with what its source folder promises. Nothing is written to the registry. */
export type Contact = Readonly<{
  source: string;
  page: string;
  /** `agrees`, `differs`, or why the page did not come. */
  state: string;
  url: string;
  sha256: string | null;
  rows: number | null;
  asOf: PartialDate | null;
  /** What differs, in plain words. */
  findings: readonly string[];
  /** First rows of the largest table: in the fixture, and on the live page. */
  headings: Readonly<{ fixture: readonly string[]; live: readonly string[] }>;
  /** The live page itself, for a fixture. */
  body: Uint8Array | null;
}>;

const fixtureOf = async ({ dir, descriptor }: Source, page: Page): Promise<Uint8Array | null> => {
  const cwd = join(dir, 'fixtures');
  for await (const file of glob(`${page.key}.${descriptor.format}`, { cwd }))
    return new Uint8Array(await readFile(join(cwd, file)));
  return null;
};

const readOne = async (source: Source, page: Page, parts: readonly ObtainedPage[], now: Date) => {
  const { id, how } = source.descriptor;
  const snapshots = parts.map((part) => ({
    sha256: createHash('sha256').update(part.body).digest('hex'),
    source: id,
    page: page.key,
    url: part.url,
    retrievedAt: now.toISOString(),
    how,
    transport: part.transport,
    contentType: part.contentType,
    bytes: part.body.length,
  }));
  const read = await readEdition(
    source,
    { snapshots, bodies: parts.map(({ body }) => body) },
    now.toISOString(),
  ).catch((cause: unknown) => {
    if (cause instanceof ShapeError) return cause.message;
    throw cause;
  });
  return { read, sha256: snapshots[0]?.sha256 ?? null };
};

const headingsDiffer = (live: ReadEdition, fixture: ReadEdition | string | null): readonly string[] => {
  if (fixture === null || typeof fixture === 'string' || fixture.shape === live.shape) return [];
  const [then, now] = [fixture.shape.split('|'), live.shape.split('|')];
  const gone = then.filter((heading) => !now.includes(heading));
  const fresh = now.filter((heading) => !then.includes(heading));
  return [`headings: gone ${gone.join(', ') || 'none'}; new ${fresh.join(', ') || 'none'}`];
};

const findingsOf = (
  source: Source,
  live: ReadEdition,
  fixture: ReadEdition | string | null,
): readonly string[] => {
  const { expect, pages, dated } = source.descriptor;
  const records = [...recordsOf(live.records)];
  const whole = pages.length === 1 ? expect : { ...expect, rows: { min: 1, max: expect.rows.max } };
  const issues = [...Map.groupBy(live.issues, ({ code, column }) => `${code} ${column ?? ''}`.trim())];
  return [
    ...judgeEdition(records, whole, null),
    ...headingsDiffer(live, fixture),
    ...(dated !== 'when-read' && live.asOf === null && records.every(({ asOf }) => asOf === undefined)
      ? ['the page prints no date that was understood']
      : []),
    ...issues.map(([what, of]) => `${of.length} times ${what}, e.g. ${of[0]?.detail}`),
  ];
};

/** Looks at one live page of a source and says what agrees and what differs. */
export const firstContact = async (source: Source, obtain: Obtain, now: Date): Promise<Contact> => {
  const { descriptor } = source;
  const [page] = descriptor.pages;
  if (page === undefined) throw new Error(`${descriptor.id} has no page`);
  const nothing = {
    source: descriptor.id,
    page: page.key,
    url: page.url,
    sha256: null,
    rows: null,
    asOf: null,
  } as const;
  const fixture = await fixtureOf(source, page);
  const { format } = descriptor;
  const known = fixture === null ? [] : headingRows(format, fixture, '');
  const got = await obtain(descriptor, page);
  if (got.state !== 'obtained')
    return {
      ...nothing,
      state: got.state,
      findings: [got.detail],
      headings: { fixture: known, live: [] },
      body: null,
    };
  const { read, sha256 } = await readOne(source, page, [got, ...(got.rest ?? [])], now);
  const way = { url: got.url, transport: 'file', contentType: '' } as const;
  const then = fixture === null ? null : (await readOne(source, page, [{ ...way, body: fixture }], now)).read;
  const findings =
    typeof read === 'string' ? [`the page cannot be read: ${read}`] : findingsOf(source, read, then);
  return {
    ...nothing,
    url: got.url,
    sha256,
    state: findings.length === 0 ? 'agrees' : 'differs',
    rows: typeof read === 'string' ? null : read.records.length,
    asOf: typeof read === 'string' ? null : read.asOf,
    findings,
    headings: { fixture: known, live: headingRows(format, got.body, got.contentType) },
    body: got.body,
  };
};
