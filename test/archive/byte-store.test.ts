import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { archiveOver } from '../../src/archive/archive.ts';
import { fileBytes, fileOf } from '../../src/archive/file-bytes.ts';
import { keepsBytes } from '../support/keeps-bytes.ts';
import { memoryBytes } from '../support/memory-bytes.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

keepsBytes('in files', (t) => fileBytes(t.testdir()));
keepsBytes('in memory', memoryBytes);

t.test(
  'files are written whole, unfinished ones are told apart, and only those can be discarded',
  async (t) => {
    const root = t.testdir();
    const folder = join(root, 'kept');
    const store = fileBytes(folder);
    await store.put('abcdef', bytesOf('whole'));
    t.strictSame(readdirSync(join(folder, 'ab', 'cd')), ['abcdef'], 'nothing is left beside it');
    const half = join(folder, 'ab', '.half.partial');
    writeFileSync(half, 'half');
    const outside = join(root, 'other.partial');
    writeFileSync(outside, 'none of ours');
    const unfinished: string[] = [];
    for await (const item of store.walk()) if (item.unfinished) unfinished.push(item.place);
    t.strictSame(unfinished, [half]);
    for (const place of [half, outside, fileOf(folder, 'abcdef')]) await store.discard(place);
    t.strictSame(
      [half, outside, fileOf(folder, 'abcdef')].map((file) => existsSync(file)),
      [false, true, true],
    );
  },
);

t.test('what lies under a name and cannot be read is damaged, not missing', async (t) => {
  const folder = t.testdir();
  const number = 'ab'.repeat(32);
  mkdirSync(fileOf(folder, number), { recursive: true });
  t.match(await archiveOver(fileBytes(folder)).look(number), { state: 'damaged' });
});
