import t from 'tap';
import { allFaults } from '../../bench/faults/all-faults.ts';
import { kindOf } from '../../bench/faults/fault.ts';
import { subjects } from '../../bench/faults/good-pages.ts';
import { judgeSubject } from '../../bench/faults/judge.ts';
import { judgeTransport } from '../../bench/faults/judge-transport.ts';
import { isFalseRefusal, isSlip } from '../../bench/faults/table.ts';
import { transportFaults } from '../../bench/faults/transport-faults.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';

/** A handful of pages, one of every format; `npm run bench:faults` tries them all, with everything. */
const formats = [
  'intl-ciha/events.csv',
  'cn-demonstration-bases-2017/bases-2017.csv',
  'cn-wuhan-institutions/list.html',
  'intl-temos/list.html',
  'cn-wuxi-institutions/list.xlsx',
  'cn-shenzhen-guangming-approvals/week.xls',
  'cn-nhc-art-documents/attachment-1.docx',
  'cn-restricted-filings/hainan-pdf.pdf',
  'cn-cfdi-trial-register/register.json',
];
/** Faults whose ways through parser and gate differ most, all of documents, and everything harmless or true. */
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
const faults = allFaults.filter(
  (fault) => quick.includes(fault.id) || /^(PDF|DOCX):/.test(fault.id) || kindOf(fault) !== 'fault',
);
const transport = transportFaults.filter(({ id }) => answers.includes(id));

for (const subject of await subjects(sources)) {
  const { id } = subject.source.descriptor;
  if (!formats.includes(`${id}/${subject.page.file}`)) continue;
  t.test(`nothing false is published from ${id}, page ${subject.page.file}`, async (t) => {
    const outcomes = [
      ...(await judgeSubject(subject, faults)),
      ...(await judgeTransport(subject, transport)),
    ];
    t.strictSame(outcomes.filter(isSlip), [], 'every fault that changes the meaning is stopped');
    t.strictSame(outcomes.filter(isFalseRefusal), [], 'nothing harmless is refused');
    const pinned = outcomes.filter((one) => one.pinned === false && one.kind === 'fault');
    t.strictSame(pinned, [], 'a bundled page that changed without its digest is never read');
  });
}
