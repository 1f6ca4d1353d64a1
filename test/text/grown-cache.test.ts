import t from 'tap';
import { grownCache } from '../../src/text/grown-cache.ts';

t.test('a cache that grows keeps as many entries as it may, those asked for last', async (t) => {
  const cache = grownCache<number>(3);
  for (const [at, key] of ['a', 'b', 'c'].entries()) cache.set(key, at);
  cache.get('a');
  cache.set('d', 3);
  t.strictSame(
    ['a', 'b', 'c', 'd'].map((key) => cache.get(key)),
    [0, undefined, 2, 3],
  );
  t.equal(cache.size, 3);
});
