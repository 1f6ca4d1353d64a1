import { deflateSync } from 'node:zlib';
import t from 'tap';
import type { Upload } from '../../src/http/operator/jobs.ts';
import { LIMITS, openOperatorWorker } from '../../src/jobs/operator/worker-client.ts';
import { workbook } from '../support/documents.ts';
import { madeUpNumbers } from '../support/made-up.ts';
import { AS_OF, ID, NAME, openApi, row, TODAY } from '../support/operator-api.ts';
import { worstWorkbooks } from '../support/worst-workbooks.ts';

const MB = 1_048_576;

/** A small PDF whose one page unfolds to so many megabytes of drawing. */
const unfoldingPdf = (mb: number): Uint8Array => {
  const line = '(aaaaaaaaaaaaaaaa) Tj\n';
  const drawing = deflateSync(Buffer.from(`BT /F1 1 Tf\n${line.repeat((mb * MB) / line.length)}ET`), {
    level: 3,
  });
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ].map((body, at) => Buffer.from(`${at + 1} 0 obj\n${body}\nendobj\n`));
  const stream = `5 0 obj\n<</Length ${drawing.length}/Filter/FlateDecode>>\nstream\n`;
  const end = '\nendstream\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\nstartxref\n0\n%%EOF\n';
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...objects,
    Buffer.from(stream),
    drawing,
    Buffer.from(end),
  ]);
};

/** The most memory of the whole process while `work` runs, in megabytes above what it had before. */
const peakOf = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const done = await work().finally(() => clearInterval(looking));
  return [done, (most - before) / MB];
};

const LOOK_MB = 160;

t.test(
  'an upload that unfolds beyond its memory ends the worker alone, and the next request works',
  async (t) => {
    const api = await openApi(t);
    const limits = { ...LIMITS, lookMb: LOOK_MB };
    const worker = openOperatorWorker({ ...api, limits, releaseLease: async () => undefined });
    t.teardown(() => worker.close());
    const act = {
      at: TODAY.toISOString(),
      operator: NAME,
      act: 'capture.dry-run',
      about: ID,
      request: 'made-up',
    };
    const typed = [{ fields: row(madeUpNumbers('MA9YYYY1')), asOf: AS_OF }];
    const look = (bulk: Upload | null, page: Upload | null) =>
      worker
        .run('capture', {
          ...{ act, source: ID, rows: bulk === null ? typed : [], bulk, page },
          ...{ asOf: '', because: null, dryRun: true, partial: false },
        })
        .catch((cause: unknown) => cause);
    const small = { bytes: workbook([['登记号']]), file: 'rows.xlsx' };
    const page = { bytes: unfoldingPdf(100), file: 'page.pdf' };
    t.ok(page.bytes.length < 2 * MB, `${page.bytes.length} bytes`);
    const [[ended, behind], peak] = await peakOf(() => Promise.all([look(null, page), look(small, null)]));
    t.match(ended, {
      code: 'LICET_CAPTURE_REFUSED',
      message: /more memory than it may; nothing was recorded/,
      fields: [{ field: '/page', problem: 'takes too much memory to be read' }],
    });
    t.match(behind, { message: /no row below its header/ }, 'the request behind it is answered');
    t.ok(peak < LOOK_MB * 3, `${Math.round(peak)} MB`);
    const file = { bytes: worstWorkbooks(50)['cells of many rows'](), file: 'rows.xlsx' };
    const [unfolded, most] = await peakOf(() => look(file, null));
    t.match(unfolded, { code: 'LICET_CAPTURE_REFUSED', message: /unfolds to more than/ });
    t.ok(most < LOOK_MB, `${Math.round(most)} MB`);
    t.match((await api.licet('operator', 'log')).out, /capture.dry-run .*never ended/);
  },
);
