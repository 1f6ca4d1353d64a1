import t from 'tap';
import { runDue } from '../../src/jobs/due-night.ts';
import { openToy } from '../support/toy-night.ts';

const HOUR = 3_600_000;

t.test(
  'a night that was cut off is gone on with at once, one that failed after an hour, one that ended never',
  async (t) => {
    const { store, archive } = await openToy(t.testdir());
    t.teardown(() => store.close());
    const begun = '2026-05-01T00:00:00.000Z';
    const due = (later: number) => {
      const clock = () => new Date(Date.parse(begun) + later);
      return runDue({ store, archive, sources: [], clock, holder: 'test', jitterMs: 1 });
    };
    t.equal(await due(0), null, 'there was none');
    await store.beginNight({ at: begun, kind: 'schedule' });
    t.match(await due(0), { kind: 'schedule', sources: [] });
    t.equal(await due(24 * HOUR), null, 'it has ended');
    const id = await store.beginNight({ at: begun, kind: 'schedule' });
    await store.endNight(id, { at: begun, state: 'failed', generation: 0, registryHash: '', report: null });
    t.equal(await due(HOUR), null);
    t.ok(await due(HOUR + 1));
  },
);
