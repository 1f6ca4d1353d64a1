import t from 'tap';
import { engines, enginesInWords } from '../support/engines.ts';
import { openToy } from '../support/toy-night.ts';
import { nights } from './acts/nights.ts';
import { told } from './told.ts';

/** Folders and processes differ between two runs of the same nights; what is told of a registry does not. */
const NAMED = /licet-[\w-]+|\/[\w/.-]*tap[\w/.-]*/g;

t.test(`the same nights leave the same registry, past and present: ${enginesInWords}`, async (t) => {
  const found: unknown[] = [];
  for (const { folder } of engines) {
    const toy = await openToy(await folder(t));
    t.teardown(() => toy.store.close());
    found.push(JSON.parse(JSON.stringify(told(await nights(toy))).replaceAll(NAMED, '')));
  }
  const [expected, ...others] = found;
  t.ok(JSON.stringify(expected).length > 20_000, 'there is something to compare');
  for (const other of others) t.strictSame(other, expected);
});
