import t from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import { engines, enginesInWords } from '../support/engines.ts';
import { operating } from './acts/operating.ts';
import { partnering } from './acts/partnering.ts';
import { reporting } from './acts/reporting.ts';
import { watching } from './acts/watching.ts';
import { told } from './told.ts';

const states = await Promise.all(engines.map(async ({ folder }) => openServiceState(await folder(t))));
t.teardown(() => Promise.all(states.map((state) => state.close())));

for (const [what, acts] of Object.entries({ partnering, reporting, operating, watching }))
  t.test(`${what}: the same is recorded and told by ${enginesInWords}`, async (t) => {
    const found: unknown[] = [];
    for (const state of states) found.push(told(await acts(state)));
    const [expected, ...others] = found;
    t.ok(JSON.stringify(expected).length > 500, 'there is something to compare');
    for (const other of others) t.strictSame(other, expected);
  });
