/**
 * Writes the made-up pages of the fetched sources, good ones and bad ones: `node test/support/write-fixtures.ts [source id]`.
 * Then run `node test/support/write-expected.ts` and read what came of them.
 */
import { clear, writeList } from './fixture-maker.ts';
import { eastern } from './made-up-lists/eastern.ts';
import { guangdong } from './made-up-lists/guangdong.ts';

const [, , only] = process.argv;
const lists = [...guangdong, ...eastern].filter(({ source }) => only === undefined || source === only);
for (const source of new Set(lists.map((list) => list.source))) clear(source);
for (const list of lists) writeList(list);
