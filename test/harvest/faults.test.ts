import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { allFaults } from '../../bench/faults/all-faults.ts';
import { kindOf } from '../../bench/faults/fault.ts';
import { subjects } from '../../bench/faults/good-pages.ts';
import { judgeSubject } from '../../bench/faults/judge.ts';
import { judgeTransport } from '../../bench/faults/judge-transport.ts';
import { isFalseRefusal, isSlip } from '../../bench/faults/table.ts';
import { transportFaults } from '../../bench/faults/transport-faults.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { listPage, openFetchedToy } from '../support/fetched-toy.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

/** A handful of pages, one of every format; `npm run bench:faults` tries them all, with everything. */
const formats = [
  'intl-ciha/events.csv',
  'cn-wuhan-institutions/list.html',
  'cn-wuxi-institutions/list.xlsx',
  'cn-shenzhen-guangming-approvals/week.xls',
  'cn-nhc-art-documents/attachment-1.docx',
  'cn-restricted-filings/hainan-pdf.pdf',
  'cn-cfdi-trial-register/register.json',
];
/** Faults whose ways through parser and gate differ most, all of documents, and what is harmless or true, half of it for each page by turns. */
const quick = [
  'captcha page',
  'half the page',
  'column renamed: name',
  'all rows twice',
  'only the first row',
  'columns swapped: name and its neighbour',
  'names one row up',
  'one cell lost in the middle row',
  'names cut to four characters',
  'all years one back',
  'dates all in 2099',
  'UTF-8 read as Latin-1',
];
const answers = [
  'status 403',
  'a captcha with status 200',
  'half the page, and the connection ends',
  'a redirect to a login',
  'status 304 that nobody asked for',
  'called GBK',
  'packed with gzip',
];

const sources = (await loadCatalogue()).filter(({ descriptor }) =>
  formats.some((path) => path.startsWith(`${descriptor.id}/`)),
);
const faultsFor = (turn: number) => {
  const stopped = allFaults.filter((fault) => quick.includes(fault.id) || /^(PDF|DOCX):/.test(fault.id));
  const taken = allFaults.filter((fault) => kindOf(fault) !== 'fault' && !stopped.includes(fault));
  return [...stopped, ...taken.filter((_, at) => (at + turn) % 2 === 0)];
};
/** What happens to bytes on their way is the same for every format: one of text and one of bytes shows it. */
const sentBadly = /\.(?:html|xlsx)$/;
const transport = transportFaults.filter(({ id }) => answers.includes(id));

for (const subject of await subjects(sources)) {
  const { id } = subject.source.descriptor;
  const page = `${id}/${subject.page.file}`;
  if (!formats.includes(page)) continue;
  t.test(`nothing false is published from ${id}, page ${subject.page.file}`, async (t) => {
    const outcomes = [
      ...(await judgeSubject(subject, faultsFor(formats.indexOf(page)))),
      ...(sentBadly.test(subject.page.file) ? await judgeTransport(subject, transport) : []),
    ];
    t.strictSame(outcomes.filter(isSlip), [], 'every fault that changes the meaning is stopped');
    t.strictSame(outcomes.filter(isFalseRefusal), [], 'nothing harmless is refused');
    const pinned = outcomes.filter((one) => one.pinned === false && one.kind === 'fault');
    t.strictSame(pinned, [], 'a bundled page that changed without its digest is never read');
  });
}

const [first, evening, second, third] = ['01T04', '02T04', '02T10', '03T04'].map(
  (at) => `2026-05-${at}:00:00.000Z`,
);

const rows = (until: (at: number) => string) =>
  [1, 2, 3, 4, 5, 6].map((at) =>
    toyRecord(
      `编造第${at}示例医院`,
      { province: '编造省' },
      { row: at, raw: { 名称: `编造第${at}示例医院`, 地址: `编造路${at}号`, 有效期至: until(at) } },
    ),
  );

t.test('years that moved alone wait for a second page, which must be of another day', async (t) => {
  const toy = await openFetchedToy(t);
  const moved = listPage(rows((at) => (at === 1 ? '2025-08-01' : '2026-08-01')));
  toy.origin.on('/list', listPage(rows(() => '2026-08-01')), moved);
  await toy.go(first ?? '');
  const held = [
    { state: 'refused', refusals: [/held for a second look: in 1 rows nothing changed but years/] },
  ];
  t.match((await toy.go(evening ?? '')).sources, held);
  t.match((await toy.go(second ?? '')).sources, held, 'the same evening shows the same mishap');
  t.match((await toy.go(third ?? '')).sources, [{ state: 'accepted', changed: 1 }]);
});

t.test('a doubt that is new on the second page waits for a third, the first one does not', async (t) => {
  const toy = await openFetchedToy(t);
  const moved = (...which: number[]) =>
    listPage(rows((at) => (which.includes(at) ? '2025-08-01' : '2026-08-01')));
  toy.origin.on('/list', moved(), moved(1), moved(1, 2), moved(1, 2));
  await toy.go(first ?? '');
  t.match((await toy.go(evening ?? '')).sources, [{ state: 'refused' }]);
  t.match((await toy.go(third ?? '')).sources, [{ refusals: [/in 1 rows nothing changed but years/] }]);
  t.match((await toy.go('2026-05-04T04:00:00.000Z')).sources, [{ state: 'accepted', changed: 2 }]);
});

t.test('a held page that is well again the next night leaves no trace', async (t) => {
  const toy = await openFetchedToy(t);
  const good = rows(() => '2026-08-01');
  const cut = good.map((row) => ({ ...row, raw: { ...row.raw, 地址: '' } }));
  toy.origin.on('/list', listPage(good), listPage(cut), listPage(good));
  await toy.go(first ?? '');
  t.match((await toy.go(evening ?? '')).sources, [{ state: 'refused' }]);
  t.match((await toy.go(third ?? '')).sources, [{ changed: 0, refusals: [] }]);
});

t.test(
  'a list renewed as a whole waits one night, one that moved by ten years waits for a person',
  async (t) => {
    const toy = await openFetchedToy(t);
    const night = (until: string) => listPage(rows(() => until));
    toy.origin.on(
      '/list',
      night('2026-08-01'),
      night('2036-08-01'),
      night('2036-08-01'),
      night('2027-08-01'),
    );
    await toy.go(first ?? '');
    for (const at of [evening, third])
      t.match((await toy.go(at ?? '')).sources, [
        { state: 'refused', refusals: [/6 of 6 rows are gone or say/] },
      ]);
    t.match((await toy.go('2026-05-04T04:00:00.000Z')).sources, [
      {
        state: 'refused',
        refusals: [/held for a second look: 6 of 6 dated rows moved by the same number of years/],
      },
    ]);
    t.match((await toy.go('2026-05-05T04:00:00.000Z')).sources, [{ state: 'accepted', changed: 6 }]);
  },
);

t.test('other words read by other code wait a night too: they may be the page, not the code', async (t) => {
  const toy = await openFetchedToy(t);
  const newer = { ...toy.source(), reading: 'newer code' };
  const good = rows(() => '2026-08-01');
  const other = good.map((row) => ({ ...row, raw: { ...row.raw, 地址: `编造新路${row.row}号` } }));
  toy.origin.on('/list', listPage(good), listPage(other));
  await toy.go(first ?? '');
  const sources = [newer];
  t.match((await toy.go(evening ?? '', { sources })).sources, [
    { state: 'refused', refusals: [/held for a second look: 6 of 6 rows are gone or say something else/] },
  ]);
  t.match((await toy.go(third ?? '', { sources })).sources, [{ state: 'accepted', changed: 6 }]);
});

t.test('a row that lost a cell is found by its words, though it is known by another key now', async (t) => {
  const toy = await openFetchedToy(t);
  const good = rows(() => '2026-08-01');
  const slipped = good.map((row, at) =>
    at === 2
      ? { ...row, key: '编造路3号', raw: { 名称: '编造路3号', 地址: '2026-08-01', 有效期至: '' } }
      : row,
  );
  toy.origin.on('/list', listPage(good), listPage(slipped));
  await toy.go(first ?? '');
  t.match((await toy.go(evening ?? '')).sources, [
    { state: 'refused', refusals: [/1 rows stand under other headings than they should, e.g. 编造路3号/] },
  ]);
});

t.test('a bundled page is read as it was released, or not at all', async (t) => {
  const toy = await openToy(t.testdir());
  const source = toySource(
    toy.root,
    rows(() => '2026-08-01'),
  );
  const digest = createHash('sha256')
    .update(JSON.stringify(rows(() => '2026-08-01')))
    .digest('hex');
  writeFileSync(join(source.dir, 'SHA256SUMS'), `${digest}  list.json\n`);
  t.match((await toy.night([source])).sources, [{ state: 'accepted', added: 6 }]);
  writeFileSync(join(source.dir, 'list.json'), JSON.stringify(rows(() => '2026-08-02')));
  t.match((await toy.night([source])).sources, [
    { state: 'refused', refusals: [/is not the file that was released/] },
  ]);
  writeFileSync(join(source.dir, 'SHA256SUMS'), `${digest}  other.json\n`);
  t.match((await toy.night([source])).sources, [{ state: 'refused', refusals: [/nobody released it/] }]);
});
