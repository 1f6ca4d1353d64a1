import t from 'tap';
import { ShapeError } from '../../schema/source.ts';
import { readBulkRows } from '../../src/harvest/capture/bulk-rows.ts';
import { sniffProof } from '../../src/harvest/capture/proof.ts';
import { readSheets } from '../../src/readers/formats/sheet.ts';
import { workbook } from '../support/documents.ts';
import { worstWorkbooks } from '../support/worst-workbooks.ts';
import { type Attack, tooSlow } from './cpu-time.ts';
import { LONG, quarterOf, worstPages } from './worst-texts.ts';

const utf8 = new TextEncoder();

/** What was sent is read, or refused in words. */
const readOrRefused = (read: () => unknown) => (): void => {
  try {
    read();
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
  }
};

const inTime = (what: string, attacks: readonly Attack[]) =>
  t.test(`${what} is read or refused in its time`, async (t) => {
    t.strictSame(await tooSlow(attacks), []);
  });

const field = (column: string) =>
  ({ column, label: { en: column, zh: column }, kind: 'text', required: true }) as const;
const bulk = (bytes: Uint8Array) =>
  readOrRefused(() => readBulkRows(bytes, [field('登记号'), field('机构名称')]));

const workbooks = (mb: number, chosen: (what: string) => boolean = () => true) =>
  inTime(
    `a bulk workbook that unfolds to ${mb} MB`,
    Object.entries(worstWorkbooks(mb))
      .filter(([what]) => chosen(what))
      .map(([what, made]) => ({ what, run: bulk(made()) })),
  );

/** Of the larger ones, one of each part that may be large: up to what is unfolded, and far above it, where the size alone refuses. */
const oneOfEachPart = ['cells of many rows', 'tags that never end', 'short texts', 'formats of numbers'];
workbooks(0.4);
workbooks(2.9, (what) => oneOfEachPart.includes(what));
workbooks(40, (what) => oneOfEachPart.includes(what));

inTime(
  'a bulk text of 100 kB',
  worstPages().flatMap(([what, text], at) =>
    ['', '登记号,机构名称\n', '登记号;机构名称\n"']
      .filter((_, turn) => (at + turn) % 3 > 0)
      .map((heading) => ({
        what: `${heading}${what}`,
        run: bulk(utf8.encode(heading + text)),
        quarter: bulk(utf8.encode(heading + quarterOf(text))),
      })),
  ),
);

/** A legacy workbook is read as it lies: bytes of a good one, changed where they tell of lengths and places. */
const broken = (seed: number): Uint8Array => {
  const bytes = Uint8Array.from(workbook([['登记号'], ['1']], { as: 'biff8' }));
  for (let at = 512 + (seed % 64); at < bytes.length; at += 97 + seed) bytes[at] = (at * seed) & 0xff;
  return bytes;
};
inTime(
  'a legacy workbook that is damaged',
  Array.from({ length: 30 }, (_, seed) => ({ what: `damage ${seed}`, run: bulk(broken(seed + 1)) })),
);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const marks: Readonly<Record<string, readonly number[]>> = {
  'page.png': PNG,
  'page.pdf': [...utf8.encode('%PDF-1.7\n')],
  'page.jpg': [0xff, 0xd8, 0xff],
  'page.html': [],
};
inTime(
  'a saved page of 100 kB, as what it is',
  // A mark alone says what it is: each kind gets every fourth text.
  Object.entries(marks).flatMap(([file, mark], turn) =>
    worstPages(LONG)
      .filter((_, at) => at % 4 === turn)
      .map(([what, text]) => {
        const sniffed = (text: string) => () =>
          sniffProof(Uint8Array.from([...mark, ...utf8.encode(text)]), file);
        return { what: `${file}: ${what}`, run: sniffed(text), quarter: sniffed(quarterOf(text)) };
      }),
  ),
);

t.test(
  'a list of one’s own may be larger, and what covers a sheet over and over is refused there too',
  async (t) => {
    const { 'merges of the whole sheet': merges, 'links over the whole sheet': links } = worstWorkbooks(4);
    t.throws(() => readSheets(merges()), {
      message: /merged cells cover the sheet more than twice/,
    });
    t.equal(readSheets(links())[0]?.rows.length, 1, 'links are nothing of ours');
  },
);
