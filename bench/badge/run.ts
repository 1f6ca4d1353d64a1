import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../src/clock.ts';
import { openKeys } from '../../src/http/badge/keys.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { shanghaiDay } from '../../src/text/dates.ts';
import { startServer } from '../http/child.ts';
import { type Case, type Compared, compare, type Plan } from '../http/compare.ts';
import { median } from '../http/load.ts';
import { bundledFolder, openFolder } from '../http/registry.ts';
import { drawnCold, sealedAndChecked } from './draw.ts';
import { lookAt } from './pages.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const until = Number.POSITIVE_INFINITY;
const plan: Plan = values.quick ? { rounds: 2, seconds: 1, until } : { rounds: 5, seconds: 1.5, until };
const DRAWN = values.quick ? 20_000 : 100_000;
const CHECKED = 10_000;
const BADGE = '/badge/test-confirmed.svg';

const now = systemClock();
const keyFolder = mkdtempSync(join(tmpdir(), 'licet-bench-'));
const drawn = [1, 2, 3].map(() => drawnCold(DRAWN));
const state = openServiceState(keyFolder);
const sealed = await sealedAndChecked(
  CHECKED,
  openKeys(() => state.signingKeys, 'badge', systemClock),
  now,
);
await state.close();
rmSync(keyFolder, { recursive: true });

const folder = await bundledFolder(now);
const store = await openFolder(folder);
const [id = ''] = await store.reader().institutionIds(null, 1);
await store.close();

const licet = await startServer('licet', folder);
const answer = await fetch(licet.url + BADGE);
const etag = answer.headers.get('etag') ?? '';
const bytes = (await answer.arrayBuffer()).byteLength;
const bare = await startServer('bare', String(bytes));
const kept: Case = { name: 'kept badge', goal: null, load: { path: () => BADGE, status: 200 } };
const held: Case = {
  name: 'kept badge, 304',
  goal: null,
  load: { path: () => BADGE, headers: { 'if-none-match': etag }, status: 304 },
};
const compared: Compared[] = [await compare(kept, licet, bare, plan), await compare(held, licet, bare, plan)];
const pages = ['/', '/?q=Ruijin%20Hospital', `/hospitals/${id}`, '/check', '/sources', '/how-we-decide'];
const figures = await lookAt(licet.url, pages);
licet.stop();
bare.stop();

const most = Math.max(...sealed.sizes);
const rows = [
  ['largest signed badge of 10,000, bytes', most, '≤ 4,096'],
  ['median signed badge, bytes', median(sealed.sizes), '–'],
  ['badges drawn cold, per second of one core', median(drawn), '≥ 20,000'],
  ['badges drawn and signed, per second of one core', sealed.sealed, '–'],
  ['signed badges checked offline, per second of one core', sealed.checked, '–'],
  ['10,000 signed badges checked, seconds of one core', sealed.seconds.toFixed(2), '–'],
  ...compared.flatMap(({ name, licet: own, bare: other, ratio }) => [
    [
      `${name}: requests a second, Licet / bare Fastify route`,
      `${own.perSecond.toFixed(0)} / ${other.perSecond.toFixed(0)}`,
      '–',
    ],
    [`${name}: ratio, median of neighbouring slots`, `**${ratio.toFixed(2)}**`, '–'],
  ]),
];
const pageRows = figures.map(
  ({ path, bytes: weight, answer: first, painted, ready }) =>
    `| \`${path}\` | ${weight} | ${[first, painted, ready].map((ms) => ms.toFixed(0)).join(' | ')} |`,
);
process.stdout.write(`${shanghaiDay(now)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)}

| what | measured | goal |
|---|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

| page on a phone, nothing kept | bytes without fonts (goal ≤ 51,200) | first byte, ms | first paint, ms | loaded, ms |
|---|---|---|---|---|
${pageRows.join('\n')}
`);
