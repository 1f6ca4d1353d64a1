import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import type { loadCatalogue as Load, Source } from '../../src/harvest/catalogue.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { plainNode } from '../support/child.ts';
import type { outcomeOf as OutcomeOf } from '../support/source-outcome.ts';
import { openToy } from '../support/toy-night.ts';

const root = join(import.meta.dirname, '../..');
const ID = 'cn-toyville-hospitals';

/** A copy of the checkout, without pages: they are many, and nothing here reads them. */
const copyOf = (folder: string): string => {
  const pages = /\/(fixtures|bundled)(\/|$)/;
  for (const part of ['schema', 'src', 'scrapers', 'test/support', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !pages.test(path) });
  return folder;
};

const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );

/** The command as a newcomer gives it. Compiled code is not kept: its place is named from the working folder, which is watched. */
const newSource = (copy: string, ...args: readonly string[]) => {
  const [command, given] = plainNode(['src/harvest/source-tools/new-source.ts', ...args]);
  const env = { ...process.env, NODE_COMPILE_CACHE: '' };
  return spawnSync(command, given, { cwd: copy, encoding: 'utf8', env });
};

/** The copy's own code, as a checkout runs it. */
const codeOf = async (
  copy: string,
): Promise<Readonly<{ loadCatalogue: typeof Load; outcomeOf: typeof OutcomeOf }>> => {
  const [catalogue, outcome] = ['src/harvest/catalogue.ts', 'test/support/source-outcome.ts'].map(
    (path) => import(pathToFileURL(join(copy, path)).href),
  );
  return { ...(await catalogue), ...(await outcome) };
};

t.test('a new source takes one folder and no other file', async (t) => {
  const copy = copyOf(t.testdir());
  const before = contents(copy);
  const made = newSource(copy, ID);
  t.equal(made.status, 0, made.stderr);
  const after = contents(copy);
  const touched = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  t.ok(touched.length > 0 && touched.every((path) => path.startsWith(`scrapers/${ID}/`)), touched.join(' '));
  t.strictSame(
    [...before.keys()].filter((path) => !after.has(path)),
    [],
  );

  const { loadCatalogue, outcomeOf } = await codeOf(copy);
  const sources: readonly Source[] = await loadCatalogue();
  const source = sources.find(({ descriptor }) => descriptor.id === ID);
  t.ok(source, 'the catalogue finds it by itself');
  if (source === undefined) return;
  t.equal(
    sources.length,
    readdirSync(join(root, 'scrapers')).filter((name) => /^(cn|intl)-/.test(name)).length + 1,
  );
  for (const file of readdirSync(join(source.dir, 'fixtures')).filter((name) => name.includes('.nasty.')))
    t.ok((await outcomeOf(source, file, 2)).refusedBy, `${file} is refused`);

  const toy = await openToy(copy);
  const obtain: Obtain = async ({ id }, page) => ({
    state: 'obtained',
    body: readFileSync(join(copy, 'scrapers', id, 'fixtures/list.html')),
    url: page.url,
    transport: 'https',
    contentType: 'text/html',
    retrievedAt: '2026-02-01T00:00:00.000Z',
    details: {},
  });
  const night = await toy.night([source], '2026-02-01T00:00:00.000Z', obtain);
  t.equal(night.sources[0]?.state, 'accepted', night.sources[0]?.refusals.join(' ') ?? 'nothing was read');
  t.equal((await toy.store.reader().counts()).institutions, 2);
  await toy.store.close();
});

t.test('an id that is none, or is taken, writes nothing and says why', async (t) => {
  const copy = copyOf(t.testdir());
  const before = contents(copy);
  for (const [args, says] of [
    [[], /Say which/],
    [['Toyville Hospitals'], /is no source id/],
    [['../cn-elsewhere'], /is no source id/],
    [['cn-nhc-transplant'], /is there already/],
  ] as const) {
    const refused = newSource(copy, ...args);
    t.equal(refused.status, 2);
    t.match(refused.stderr, says);
  }
  t.strictSame(contents(copy), before);
});
