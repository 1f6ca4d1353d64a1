import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import t from 'tap';
import { readInput, readInputJson, readInputText } from '../../src/cli/read-input.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const dir = t.testdir();
const put = (name: string, bytes: string | Uint8Array): string => {
  const file = join(dir, name);
  writeFileSync(file, bytes);
  return file;
};
const input = (file: string, most?: number) => ({
  option: '<file>',
  file,
  expected: 'a list',
  ...(most === undefined ? {} : { most }),
});

t.test('a text file is read in the charset it is plainly in', async (t) => {
  const text = '本院获得JCI认证，治愈率高。';
  t.equal(await readInputText(input(put('utf8.txt', text))), text);
  t.equal(await readInputText(input(put('mark.txt', `\ufeff${text}`))), text);
  t.equal(await readInputText(input(put('gbk.txt', iconv.encode(text, 'gbk')))), text);
  t.equal(await readInputText(input(put('utf16.txt', Buffer.from(`\ufeff${text}`, 'utf16le')))), text);
});

t.test('a file that cannot be read is one line that names it and says what would be right', async (t) => {
  mkdirSync(join(dir, 'folder'));
  const wrong: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
    [
      'missing',
      () => readInput(input(join(dir, 'missing.txt'))),
      /missing\.txt cannot be read \(ENOENT\); expected a list/,
    ],
    ['a folder', () => readInput(input(join(dir, 'folder'))), /cannot be read \(EISDIR\)/],
    [
      'too large',
      () => readInput(input(put('large.txt', 'x'.repeat(2_000_000)), 1_048_576)),
      /larger than 1 MB; expected/,
    ],
    // A pipe says that it holds nothing, as files of the system do, and may hold more than there is room for.
    ...(existsSync('/proc/self/status')
      ? [
          [
            'too large, though it says that it is empty',
            () => readInput(input('/proc/self/status', 100)),
            /status is larger than 0 MB; expected/,
          ] as const,
        ]
      : []),
    [
      'cut',
      () => readInputText(input(put('cut.txt', Buffer.from('协和医院').subarray(0, 4)))),
      /neither UTF-8 nor/,
    ],
    [
      'no JSON',
      () => readInputJson(input(put('no.json', '{'))),
      /is not JSON: line 1, column 2: .*, and the text ends; expected a list/,
    ],
    ['doubled', () => readInputJson(input(put('two.json', '{"a":1,"a":2}'))), /gives the key "a" twice/],
    ['proto', () => readInputJson(input(put('proto.json', '{"receipt":{"__proto__":{}}}'))), /__proto__/],
  ];
  for (const [name, work, says] of wrong) {
    const fault = await work().then(
      () => null,
      (cause: unknown) => cause,
    );
    t.ok(fault instanceof UsageError && says.test(fault.message) && !fault.message.includes('\n'), name);
  }
});
