import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { fewSources } from '../support/app.ts';
import { copyBundledData } from '../support/bundled-data.ts';
import { plainNode } from '../support/child.ts';
import { runHere } from './run-licet.ts';

const data = t.testdir({ 'a-file': 'not a folder' });

/** Every bad command line is one line on stderr, exit code 2, nothing on stdout. */
const refused: readonly (readonly [name: string, args: readonly string[], says: RegExp])[] = [
  ['nobody named', ['verify'], /<name> is missing: nobody is named; expected one of <name>, --id/],
  [
    'an unknown service lists its neighbours',
    ['verify', 'x', '--service', 'G66'],
    /--service .*nearest: .*G06/,
  ],
  [
    'two names',
    ['verify', 'Ruijin Hospital', 'Huashan Hospital'],
    /<name> is given 2 times \(“Ruijin Hospital”, “Huashan Hospital”\); .*each by itself/,
  ],
  ['an unknown claim lists its neighbours', ['verify', 'x', '--claim', 'jcii'], /--claim .*nearest: jci/],
  [
    'too many claims',
    ['verify', 'x', '--claim', '1,2,3,4,5,6,7,8,9,10,11'],
    /--claim holds 11 claims; expected at most 10/,
  ],
  ['an impossible date', ['verify', 'x', '--as-of', '2025-02-30'], /--as-of .*does not exist.*YYYY-MM-DD/],
  ['a future date', ['verify', 'x', '--as-of', '2999-01-01'], /--as-of lies in the future/],
  ['a mistyped option', ['verify', 'x', '--clam', 'jci'], /'--clam' \(Did you mean --claim\?\)/],
  ['a mistyped command', ['verifi', 'x'], /'verifi' \(Did you mean verify\?\)/],
  ['another language', ['sources', '--lang', 'fr'], /Allowed choices are en, zh/],
  ['half a hash', ['evidence', 'abc'], /<sha256> has 3 characters; expected the 64/],
  ['row nought', ['evidence', 'a'.repeat(64), '--row', '0'], /--row .*1 or more/],
  ['an unknown source', ['harvest', 'intl-jci-event'], /nearest: intl-jci-events/],
];

for (const [name, args, says] of refused) {
  t.test(`bad use is one line that says what would be right: ${name}`, async (t) => {
    const { code, out, err } = await runHere(join(data, 'empty'), args);
    t.equal(code, 2);
    t.equal(out, '');
    t.match(err, says);
    t.equal(err.trim().split('\n').length, 1);
  });
}

t.test('a data folder that is not there is told, and not created by a command that reads it', async (t) => {
  const missing = join(data, 'mistyped');
  for (const args of [
    ['log', 'check'],
    ['log', 'show'],
    ['audit', 'log'],
    ['archive', 'check'],
    ['partner', 'list'],
    ['report', 'list'],
    ['replay'],
    ['doctor'],
  ]) {
    const { code, out, err } = await runHere(missing, args);
    t.strictSame([code, out], [2, ''], args.join(' '));
    t.match(err, /^licet: --data \S+mistyped is not there; expected a data folder\n$/, args.join(' '));
  }
  t.notOk(existsSync(missing));
});

t.test('a number that names a person is refused and not repeated', async (t) => {
  const number = '110105194912310021';
  for (const args of [
    ['verify', number],
    ['identify', number],
    [
      'practitioner',
      'erase',
      '--why',
      `asked by ${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
    ],
    ['judge', 'a', 'b', 'same', '--by', 'Made-up Name', '--because', `${number} 13800138000`],
  ]) {
    const { code, out, err } = await runHere(join(data, 'empty'), args);
    t.equal(code, 2);
    t.notMatch(out + err, number);
  }
  const fields = ['--field', '机构名称=编造医院', '--field', `登记号=${number}`];
  const several = await runHere(join(data, 'empty'), ['capture', 'cn-nhc-institutions', ...fields]);
  t.match(several, { code: 2, err: /--field holds a number that identifies a person/ }, 'one of several');
  t.notMatch(several.out + several.err, number);
});

t.test('no address outside is opened before the operator says who is asking', async (t) => {
  const contact = process.env.LICET_CONTACT;
  t.teardown(() => {
    process.env.LICET_CONTACT = contact;
  });
  process.env.LICET_CONTACT = '';
  for (const args of [
    ['harvest', '--all'],
    ['harvest', 'cn-nanjing-institutions'],
    ['sources', 'check', '--live'],
  ]) {
    const { code, out, err } = await runHere(join(data, 'unasked'), args);
    t.equal(code, 2);
    t.equal(out, '');
    t.match(err, /LICET_CONTACT is not set/);
  }
});

t.test('a data folder that cannot be one is told apart from bad use', async (t) => {
  const { code, err } = await runHere(join(data, 'a-file'), ['harvest', 'cn-foreign-owned-areas']);
  t.equal(code, 4);
  t.match(err, /^licet: .*data folder/);
});

t.test('a data folder where none can be made ends in one line, and at once', async (t) => {
  const { code, err } = await runHere('/proc/licet/data', ['harvest', 'cn-foreign-owned-areas']);
  t.equal(code, 4);
  t.match(err, /^licet: E[A-Z]+: [^\n]*mkdir '\/proc[^\n]*data folder[^\n]*\n$/);
});

t.test('a number is explained without any data folder', async (t) => {
  const { code, out } = await runHere(join(data, 'none'), ['identify', '12000000000000000X']);
  t.equal(code, 0);
  t.match(out, /uscc · check character: differs/);
  t.equal((await runHere(data, ['identify', '123'])).code, 2);
});

t.test('every command explains itself with an example', async (t) => {
  for (const name of [
    'verify',
    'institution',
    'technologies',
    'identify',
    'sources',
    'evidence',
    'harvest',
    'check-badge',
  ]) {
    const { code, out } = await runHere(data, [name, '--help']);
    t.equal(code, 0);
    t.match(out, new RegExp(`Examples.*\\n +licet ${name}`));
    t.match(out, 'Exit codes');
  }
  const { out: all } = await runHere(data, ['--help']);
  const named = [...all.matchAll(/^ {2}([a-z-]+)(?:\|\w+)? /gm)].flatMap(([, name]) => name ?? []);
  for (const name of named.filter((one) => one !== 'help')) {
    const { out } = await runHere(data, [name, '--help']);
    t.match(out, new RegExp(`Examples[^]*licet ${name}[^]*Exit codes`), name);
  }
});

t.test('with --json a refused question is the problem document that HTTP answers', async (t) => {
  const folder = t.testdir();
  await copyBundledData(folder, fewSources);
  const asked = ['verify', 'Ruijin Hospital', '--service', 'dental implants'];
  const told = await runHere(folder, [...asked, '--json']);
  t.equal(told.code, 2);
  t.match(JSON.parse(told.out), {
    status: 400,
    code: 'LICET_BAD_QUESTION',
    errors: [{ field: '?service' }],
    known: { without: ['service'], institution: { name: { en: /^Ruijin Hospital/ } } },
  });
  t.match(told.err, /^licet: --service is, .*\n$/);
  const words = await runHere(folder, asked);
  t.match([words.code, words.out], [2, /^Ruijin Hospital, .*\n {2}.*list/]);
  const nobody = await runHere(join(data, 'empty'), ['verify', '--service', 'G66', '--json']);
  t.match(JSON.parse(nobody.out), { errors: [{ field: '?service' }] });
});

t.test('a reader that has seen enough closes the pipe, and nothing is said of it', async (t) => {
  const cli = join(import.meta.dirname, '../../src/cli.ts');
  const ran = await new Promise<string>((resolve) => {
    const [shell, [, , ...node]] = plainNode([cli, '--help']);
    const piped = 'unset NODE_OPTIONS; { "$0" "$@"; echo "ended with $?" >&2; } | true';
    execFile(shell, ['-c', piped, ...node], (_error, _out, err) => resolve(err));
  });
  t.equal(ran, 'ended with 0\n');
});
