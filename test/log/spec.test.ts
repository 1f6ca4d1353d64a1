import { generateKeyPairSync, webcrypto } from 'node:crypto';
import t from 'tap';
import { openCheckpoint, signCheckpoint } from '../../src/log/checkpoint.ts';
import { provesEntry, writeProof } from '../../src/log/inclusion.ts';
import { beginsWith, inclusionProof, isIncluded, leafHash, rootOf } from '../../src/log/merkle-tree.ts';
import { openNote, readVerifierKey, verifierKey } from '../../src/log/signed-note.ts';
import { bundleOf, bundlePaths, entriesIn, hashesOf, tileAt, tilePath } from '../../src/log/tiles.ts';
import { fc } from '../support/draws.ts';

/** Leaves and heads that implementations of RFC 6962 (Certificate Transparency) publish as their test vectors. */
const vectors = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const;
const leaves = vectors.map(([entry]) => leafHash(Buffer.from(entry, 'hex')));

t.test('heads are those of the vectors of Certificate Transparency', async (t) => {
  t.equal(rootOf([]).toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const [at, [, head]] of vectors.entries())
    t.equal(rootOf(leaves.slice(0, at + 1)).toString('hex'), head, `of ${at + 1} leaves`);
});

t.test('a signed note and its key are read as the specification’s own example', async (t) => {
  const key = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  const note =
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
  t.equal(await openNote(note, [key]), 'This is an example message.\n');
  t.equal(await openNote(note.replace('example m', 'another m'), [key]), null);
  t.equal(await openNote(note, [key.replace('foo', 'bar')]), null, 'an id is of its name');
  t.equal(readVerifierKey(key.replace('530d', '530e')), null);
});

const pair = generateKeyPairSync('ed25519');
const publicKey = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
const privateKey = await webcrypto.subtle.importKey(
  'pkcs8',
  pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
  'Ed25519',
  false,
  ['sign'],
);
const signer = { name: 'made-up.example/log', publicKey, privateKey };
const keys = [verifierKey(signer)];
const treeOf = (size: number) =>
  Array.from({ length: size }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));

t.test(
  'each entry of a tree of any size is proven, and no other entry, place, size or head is',
  async (t) => {
    const faults: string[] = [];
    for (const [size, index] of fc.sample(
      fc
        .integer({ min: 1, max: 70 })
        .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 }))),
      150,
    )) {
      const tree = treeOf(size);
      const proof = inclusionProof(index, tree);
      const root = rootOf(tree);
      const leaf = tree[index] ?? Buffer.alloc(0);
      if (!isIncluded(leaf, { index, size, proof, root })) faults.push(`${index} of ${size}`);
      const wrong = [
        isIncluded(leafHash(Buffer.from('other')), { index, size, proof, root }),
        isIncluded(leaf, { index: index + 1, size, proof, root }),
        isIncluded(leaf, { index, size, proof: [...proof, root], root }),
        isIncluded(leaf, { index, size, proof, root: leaf }) && size > 1,
      ];
      if (wrong.includes(true)) faults.push(`${index} of ${size} too much`);
    }
    t.strictSame(faults, []);
  },
);

t.test('a log that grew begins with what it was, and one that was rewritten does not', async (t) => {
  const [older, newer] = [treeOf(37), treeOf(300)];
  t.ok(beginsWith(newer, 37, rootOf(older)));
  const edited = newer.map((leaf, at) => (at === 12 ? leafHash(Buffer.from('edited')) : leaf));
  t.notOk(beginsWith(edited, 37, rootOf(older)));
  t.notOk(beginsWith(older, 300, rootOf(newer)), 'nor one that was cut off');
});

t.test('a checkpoint and a proof are texts that carry all that is needed', async (t) => {
  const entries = ['one', 'two', 'three'];
  const tree = entries.map((entry) => leafHash(Buffer.from(entry)));
  const checkpoint = await signCheckpoint(tree, signer);
  t.match(checkpoint, /^made-up\.example\/log\n3\n[\w+/]{43}=\n\n— made-up\.example\/log [\w+/]+=*\n$/);
  t.match(await openCheckpoint(checkpoint, keys), { origin: 'made-up.example/log', size: 3 });
  t.equal(await openCheckpoint(checkpoint.replace('\n3\n', '\n4\n'), keys), null);
  const proof = writeProof(1, tree, checkpoint);
  t.match(proof, /^c2sp\.org\/tlog-proof@v1\nindex 1\n/);
  t.ok(await provesEntry('two', proof, keys));
  t.notOk(await provesEntry('three', proof, keys));
  t.notOk(await provesEntry('two', proof.replace('index 1', 'index 2'), keys));
  t.notOk(await provesEntry('two', proof, []), 'nor to whoever knows no key');
});

t.test('tiles are laid out as the specification says', async (t) => {
  t.equal(tilePath(1_234_067), 'x001/x234/067');
  t.strictSame(tileAt('0/x001/x234/067.p/8'), { level: 0, index: 1_234_067, width: 8 });
  for (const wrong of [
    '64/000',
    '0/1',
    '0/000.p/256',
    '0/000.p/0',
    '00/000',
    'entries/x000',
    '0/000/../1',
    '0/x000/001',
  ])
    t.equal(tileAt(wrong), null, wrong);
  const tree = treeOf(70_000);
  const widths = (level: number, index: number, width: number) =>
    hashesOf({ level, index, width }, tree)?.length ?? null;
  t.strictSame([widths(0, 272, 256), widths(0, 273, 112), widths(0, 273, 113)], [8192, 112 * 32, null]);
  t.strictSame(
    [widths(1, 0, 256), widths(1, 1, 17), widths(2, 0, 1), widths(2, 0, 2)],
    [8192, 17 * 32, 32, null],
  );
  const [head] = [hashesOf({ level: 1, index: 0, width: 1 }, tree)];
  t.ok(head?.equals(rootOf(tree.slice(0, 256))), 'above the leaves stand heads of full tiles');
});

t.test('entries come back out of their bundles', async (t) => {
  const entries = Array.from({ length: 300 }, (_, at) => `{"n":${at},"名":"${'x'.repeat(at)}"}`);
  t.strictSame(bundlePaths(300), ['entries/000', 'entries/001.p/44']);
  const bundles = bundlePaths(300).map((path) =>
    bundleOf(tileAt(path) ?? { level: 0, index: 0, width: 0 }, entries),
  );
  t.strictSame(
    bundles.flatMap((bundle) => entriesIn(bundle ?? Buffer.alloc(0))),
    entries,
  );
  t.equal(entriesIn(Buffer.of(0, 9, 1)), null);
});
