import t from 'tap';
import { recordReader } from '../../src/store/sql/registry/registry-records.ts';
import { readRecord } from '../../src/store/sql/registry/rows.ts';
import { openWriter, shared } from '../../src/store/sqlite/connect.ts';

t.test(
  'the rows of some institutions are found by their ids: not one of all that are part of no other is walked past',
  async (t) => {
    const db = openWriter(`${t.testdir()}/licet.db`);
    t.teardown(() => db.close());
    let asked = '';
    recordReader(
      {
        prepare: (sql) => {
          asked = sql;
          return shared(db).prepare(sql);
        },
        exec: (sql) => shared(db).exec(sql),
        inTransaction: false,
      },
      new Map(),
      readRecord,
    );
    const steps = db
      .prepare<[{ ids: string }], { detail: string }>(`EXPLAIN QUERY PLAN ${asked}`)
      .all({ ids: '[]' })
      .map(({ detail }) => detail);
    const half = steps.indexOf('UNION ALL');
    const [alone, merged] = [steps.slice(0, half), steps.slice(half)];
    const uses = (part: readonly string[], index: string): boolean =>
      part.some((step) => step.startsWith('SEARCH') && step.includes(index));
    t.ok(uses(alone, 'sqlite_autoindex_institution_1 (id=?)'), alone.join('\n'));
    t.notOk(uses(alone, 'institution_merged'), 'nearly all of a registry is part of no other');
    t.ok(uses(merged, 'institution_merged (merged_into=?)'), 'those that are part of one are found by it');
    t.notOk(steps.some((step) => /^SCAN (institution|record)/.test(step)));
  },
);
