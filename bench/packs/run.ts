import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { openFolder, type Registry } from '../../src/jobs/data-folder.ts';
import { runNight } from '../../src/jobs/night.ts';
import { publishPack } from '../../src/jobs/packs/publish-pack.ts';
import { shelfFolder } from '../../src/packs/pack-shelf.ts';
import { applyPack } from '../../src/packs/take-pack.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { compareHeadlines } from '../../src/watch/compare-headlines.ts';
import { randomQuestions } from '../../test/support/random-questions.ts';
import { toyRecord, toySource } from '../../test/support/toy-night.ts';
import { bundledFolder } from '../http/registry.ts';

const QUESTIONS = 1_000;
const now = systemClock();

const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const began = performance.now();
  const done = await work();
  return [done, (performance.now() - began) / 1000];
};
const print = (what: string, figure: string): void => void process.stdout.write(`| ${what} | ${figure} |\n`);
const seconds = (s: number): string => `${s.toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const folders = mkdtempSync(join(tmpdir(), 'licet-bench-packs-'));
const [data, folder] = [join(folders, 'publisher'), join(folders, 'follower')];
cpSync(await bundledFolder(now), data, { recursive: true });
rmSync(shelfFolder(data), { recursive: true, force: true });
const publisher = await openFolder(data);
const state = openServiceState(data);
const publish = () =>
  publishPack({
    registry: publisher,
    state,
    sources: () => loadCatalogue(),
    data,
    clock: systemClock,
    publisher: null,
  });
const { institutions, records } = await publisher.store.reader().counts();
const [{ full }, made] = await timed(publish);

const follower = await openFolder(folder);
const apply = (name: string) =>
  applyPack(join(shelfFolder(data), name), { ...follower, shelf: shelfFolder(folder), now: systemClock() });
const [, applied] = await timed(() => apply(full.name));

/** A night that brings ten made-up hospitals. */
const CHANGED = 10;
const list = Array.from({ length: CHANGED }, (_, at) =>
  toyRecord(`编造第${at}示例医院`, { province: '江苏省' }),
);
await runNight({ ...publisher, sources: [toySource(folders, list)], now: systemClock() });
const [{ delta }, deltaMade] = await timed(publish);
const [, deltaApplied] = await timed(() => apply(delta?.name ?? ''));

/** Moves on with the questions, so that those about the past stay within what a minute allows. */
let asked = now.getTime();
const serviceOver = ({ store, archive }: Registry, where: string) =>
  buildApp({
    store,
    archive,
    config: { ...readConfig({ LICET_DATA: where }), rateLimit: 0, log: 'silent' },
    clock: () => new Date(asked),
  });
const [theirs, ours] = [await serviceOver(publisher, data), await serviceOver(follower, folder)];
const questions = await randomQuestions(publisher.store.reader(), QUESTIONS, 14);
let equal = 0;
for (const url of questions) {
  const [one, other] = [await theirs.inject(url), await ours.inject(url)];
  if (one.statusCode === 200 && one.body === other.body) equal += 1;
  asked += 2_000;
}
const [, judged] = await timed(() =>
  compareHeadlines({
    headlines: state.headlines,
    generations: publisher.store,
    pause: async () => {},
  }),
);

const unpacked = full.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
process.stdout.write('\n| | |\n|---|---|\n');
print('registry', `${institutions} institutions, ${records} rows, generation ${full.manifest.generation}`);
print(
  'full pack',
  `${megabytes(full.bytes)}; unpacked ${megabytes(unpacked)} in ${full.manifest.files.length} files`,
);
print('made in', seconds(made));
print('applied to an empty folder in', seconds(applied));
print(`delta of a night with ${CHANGED} new hospitals`, `${((delta?.bytes ?? 0) / 1e3).toFixed(0)} kB`);
print('made in, beside the next full pack', seconds(deltaMade));
print('applied in', seconds(deltaApplied));
print(
  'registry hash of the follower',
  follower.store.reader().reference.registryHash === publisher.store.reader().reference.registryHash
    ? 'the publisher’s'
    : 'another one',
);
print('questions drawn, and answered with equal bytes', `${questions.length}, ${equal}`);
print('verdicts of all institutions compared in', seconds(judged));
print('resident memory at the end', megabytes(process.memoryUsage().rss));

await Promise.all([theirs.close(), ours.close()]);
await Promise.all([publisher.close(), follower.close(), state.close()]);
rmSync(folders, { recursive: true, force: true });
process.exit(equal === questions.length ? 0 : 1);
