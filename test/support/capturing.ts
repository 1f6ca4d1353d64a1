import { join } from 'node:path';
import { openOperatorWorker } from '../../src/jobs/operator/worker-client.ts';
import { madeUpNumbers } from './made-up.ts';

/**
 * Run as a child process: records files of several rows, one after another, through the thread that works for operators, until
 * it is killed. Arguments: data folder, number of the first file, rows a file.
 */
const [data = '.', first = '0', rows = '5'] = process.argv.slice(2);
const worker = openOperatorWorker({
  data,
  catalogue: join(data, 'scrapers'),
  releaseLease: async () => undefined,
});
const header = '登记号,机构名称,统一社会信用代码,地址,有效期至,as_of';

for (let file = Number(first); ; file += 1) {
  const lines = Array.from({ length: Number(rows) }, (_, at) => {
    const { licence } = madeUpNumbers(`MA${String(file).padStart(4, '0')}${String(at).padStart(2, '0')}`);
    return `${licence},编造第${file}号之${at}示例医院,,,2028-06-30,2026-11-20`;
  });
  const bulk = { bytes: new TextEncoder().encode(`${[header, ...lines].join('\n')}\n`), file: 'rows.csv' };
  // A minute apart: the lease of a killed process runs out meanwhile.
  const at = new Date(Date.parse('2026-11-20T00:00:00Z') + file * 900_000).toISOString();
  const source = 'cn-toyville-register';
  const act = { at, operator: 'Made-up Operator', act: 'capture.record', about: source, request: `${file}` };
  const order = {
    source,
    rows: [],
    bulk,
    page: null,
    asOf: '',
    because: null,
    dryRun: false,
    partial: false,
  };
  await worker.run('capture', { act, ...order });
  process.stdout.write('.');
}
