import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceId } from '../../../schema/source.ts';

const scrapers = join(import.meta.dirname, '../../../scrapers');

/** Thrown for an id that is no source id or is taken; the message says what would be right. */
class NewSourceError extends Error {
  override readonly name = 'NewSourceError';
}

const descriptor = (id: string): string => `import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: '${id}',
  title: { en: 'Made-up list of institutions', zh: '编造的机构名单' },
  authority: { en: 'Made-up authority', zh: '编造主管部门' },
  pages: [{ key: 'list', url: 'https://example.org/list.html' }],
  format: 'html',
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: [],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: { en: 'Absence says nothing.', zh: '未列入不说明任何问题。' },
  presupposesLicence: false,
  asOf: null,
  dated: 'printed',
  freshnessDays: 90,
  cadence: null,
  rights: { licence: 'to be read on the site', attribution: 'the authority', redistribute: 'metadata' },
  expect: { rows: { min: 1, max: 1000 }, fill: { 机构名称: 1 } },
  confirmedLive: null,
  checkYourself: null,
};
`;

const parser = `import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One institution a row: its name and address. */
export const parse = institutionList({
  read: htmlList,
  wanted: { required: ['机构名称', '地址'] },
  credentials: () => [],
});
`;

const row = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const page = (rows: readonly (readonly string[])[]): string =>
  `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>编造名单</title></head>
<body><h1>编造名单</h1><p>发布日期：2026-01-31</p>
<table>
${rows.map(row).join('\n')}
</table></body></html>
`;

const rows = [
  ['机构名称', '地址'],
  ['编造示例医院', '上海市黄浦区编造路1号'],
  ['编造示例诊所', '上海市徐汇区编造路2号'],
] as const;

const captcha =
  '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>请输入验证码</p></body></html>\n';

/** The files of a new source: a parser that reads a made-up list, to be changed until it reads the real one. */
const filesOf = (id: string): Readonly<Record<string, string>> => ({
  'source.ts': descriptor(id),
  'parse.ts': parser,
  'fixtures/list.html': page(rows),
  'fixtures/list-captcha.nasty.html': captcha,
  'fixtures/list-empty.nasty.html': '',
  'fixtures/list-renamed-column.nasty.html': page([['对象', '地址'], ...rows.slice(1)]),
  'fixtures/list-row-twice.nasty.html': page([...rows, rows[1]]),
});

/**
 * Lays a folder for a new source below `root` and gives the paths written. Throws `NewSourceError` for an id that is none or is
 * taken; nothing is written then.
 */
const writeNewSource = (id: string, root: string = scrapers): readonly string[] => {
  const read = sourceId.safeParse(id);
  if (!read.success)
    throw new NewSourceError(
      `"${id}" is no source id: cn-<place or body>-<list> or intl-<body>-<list>, small letters and hyphens`,
    );
  const folder = join(root, id);
  if (existsSync(folder)) throw new NewSourceError(`scrapers/${id} is there already`);
  mkdirSync(join(folder, 'fixtures'), { recursive: true });
  return Object.entries(filesOf(id)).map(([file, text]) => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  });
};

/** `npm run new-source -- <id>`: what was written, and what to do next. */
const run = (id: string | undefined): number => {
  if (id === undefined) {
    process.stderr.write('Say which: npm run new-source -- cn-<place or body>-<list>\n');
    return 2;
  }
  try {
    const written = writeNewSource(id);
    process.stdout.write(
      `${written.join('\n')}\n\nNext: put a real page into fixtures/, change source.ts and parse.ts to it (scrapers/README.md),\nthen say npm run expect -- ${id} and read what it wrote.\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof NewSourceError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
};

if (import.meta.main) process.exitCode = run(process.argv[2]);
