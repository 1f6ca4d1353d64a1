import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { codeDigests } from '../../src/code-digest.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { root } from './tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'licet-digest-'));
t.teardown(() => rmSync(folder, { recursive: true, force: true }));
for (const part of ['src', 'schema', 'package.json'])
  cpSync(join(root, part), join(folder, part), { recursive: true });

const reconcile = join(folder, 'src/registry/reconcile.ts');
const builder = join(folder, 'src/names/index/name-index.ts');
const reader = join(folder, 'src/harvest/read/read-edition.ts');
const entries = { reconcile, builder, reader };

/** The digest anew, after the file was changed; the file is put back. */
const changed = (file: string, entry: string): string => {
  const path = join(folder, file);
  const before = readFileSync(path);
  writeFileSync(path, `${before}\n`);
  const digest = codeDigests(folder).of(entry);
  writeFileSync(path, before);
  return digest;
};

for (const [name, entry] of Object.entries(entries))
  t.test(`changing a file that ${name} reaches changes its digest`, async (t) => {
    const digests = codeDigests(folder);
    const own = digests.of(entry);
    // All are reached by the same few ways of importing: every sixth shows each of them.
    const reached = digests.reach(entry).filter((_, at) => at % 6 === 0);
    t.ok(reached.length > 3);
    t.strictSame(
      reached.filter((file) => changed(file, entry) === own),
      [],
    );
    t.equal(codeDigests(folder).of(entry), own, 'and putting it back gives the old one');
  });

t.test(
  'rules that are baked into stored name keys and links are reached, data files among them',
  async (t) => {
    const reached = codeDigests(folder).reach(reconcile);
    const baked = [
      'schema/lexicon/former-places.json',
      'schema/lexicon/universities.json',
      'src/name-keys/keys.ts',
      'src/names/parse/sound.ts',
      'src/registry/link/place-row.ts',
      'src/names/link/link-model.json',
      'schema/codes/divisions.json',
    ];
    t.strictSame(
      baked.filter((file) => !reached.includes(file)),
      [],
    );
  },
);

t.test('changing a file nothing reaches, or one that only lends its types, changes nothing', async (t) => {
  const own = codeDigests(folder).of(reconcile);
  t.equal(changed('src/http/pages/home.ts', reconcile), own);
  t.equal(
    changed('src/store/registry-writer.ts', reconcile),
    own,
    'reconcile imports only types from the store',
  );
});

t.test('the version of a package that is reached counts, another does not', async (t) => {
  const path = join(folder, 'package.json');
  const before = readFileSync(path, 'utf8');
  const own = codeDigests(folder).of(reconcile);
  const withVersion = (name: string) => {
    const described = JSON.parse(before);
    described.dependencies[name] = '0.0.0-made-up';
    writeFileSync(path, JSON.stringify(described));
    const digest = codeDigests(folder).of(reconcile);
    writeFileSync(path, before);
    return digest;
  };
  t.not(withVersion('opencc-js'), own);
  t.equal(withVersion('qrcode'), own);
});

t.test('a helper that no parser reaches makes no source "read by other code"', async (t) => {
  const sources = join(folder, 'scrapers');
  mkdirSync(sources);
  for (const id of ['presets', 'cn-nhc-assisted-reproduction', 'cn-wuxi-institutions'])
    cpSync(join(root, 'scrapers', id), join(sources, id), { recursive: true });
  // Parsers load packages by name, as they do in the checkout.
  cpSync(join(root, 'scrapers/document.ts'), join(sources, 'document.ts'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const readings = async () => (await loadCatalogue(sources)).map(({ reading }) => reading);
  const own = await readings();
  const edit = async (file: string) => {
    const path = join(folder, file);
    const before = readFileSync(path);
    writeFileSync(path, `${before}\n`);
    const now = await readings();
    writeFileSync(path, before);
    return now.map((reading, at) => reading !== own[at]);
  };
  t.strictSame(await edit('src/http/pages/html.ts'), [false, false]);
  t.strictSame(await edit('src/readers/formats/docx-table.ts'), [false, false], 'a format neither reads');
  t.strictSame(await edit('src/readers/lists/row-reader.ts'), [true, true]);
  t.strictSame(await edit('src/readers/formats/sheet.ts'), [false, true], 'only who reads spreadsheets');
});
