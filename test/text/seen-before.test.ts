import t from 'tap';
import type { Dossier } from '../../schema/institution.ts';
import { dossierCache } from '../../src/store/sql/registry/dossier-cache.ts';
import { seenBefore } from '../../src/text/seen-before.ts';

t.test(
  'a key that was told before is known, for as many keys as were said and not for three times as many',
  (t) => {
    const known = seenBefore(10);
    const keys = Array.from({ length: 40 }, (_, at) => `key ${at}`);
    t.notOk(known('key 0'));
    t.ok(known('key 0'));
    for (const key of keys.slice(1, 10)) t.notOk(known(key), key);
    t.ok(known('key 0'), 'among the last ten');
    for (const key of keys.slice(10, 30)) t.notOk(known(key), key);
    t.notOk(known('key 0'), 'thirty keys later');
    t.end();
  },
);

t.test(
  'a dossier read once is at hand for the same answer, one read twice for as long as the generation lives',
  (t) => {
    const cache = dossierCache();
    const read = (id: string): void => {
      if (cache.get(id) === undefined) cache.set(id, { id } as Dossier, 1_000);
    };
    const ids = Array.from({ length: 16 }, (_, at) => `made-up-${at}`);
    for (const id of ids) read(id);
    t.ok(ids.every((id) => cache.get(id)?.id === id));
    for (const id of ids) read(`other-${id}`);
    t.ok(
      ids.every((id) => cache.get(id) === undefined),
      'sixteen others were read since',
    );
    for (const id of ids) read(id);
    for (let at = 0; at < 5_000; at += 1) read(`one-of-a-list-${at}`);
    t.ok(
      ids.every((id) => cache.get(id)?.id === id),
      'a list drives out nothing that was asked for twice',
    );
    t.equal(cache.get('one-of-a-list-0'), undefined);
    t.end();
  },
);
