import t from 'tap';
import { perturbed } from '../../bench/names/cases.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { baseRows } from '../../bench/names/rows.ts';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { identify } from '../../src/identify/identify.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { fc } from '../support/draws.ts';

const rows = baseRows().slice(0, 800);

/** A generation of its own; readers of one content share its names index. */
const generation = (number: number, from: number): Reader => {
  const reader = memoryReader(rows.slice(from));
  const reference = { ...reader.reference, generation: number, registryHash: `made-up-${number}` };
  return { ...reader, generation: number, reference };
};
const generations = [generation(1, 0), generation(2, 300)] as const;

const names = Object.values(perturbed(rows, 12))
  .flat()
  .map(({ query }) => query);
const asked = fc.record<InstitutionQuestion>(
  {
    name: fc.constantFrom(...names),
    province: fc.constantFrom('上海市', '广东', 'Zhejiang', 'nowhere at all'),
    city: fc.constantFrom('上海市', '广州', 'Hangzhou'),
    campus: fc.constantFrom('东院区', '分院'),
  },
  { requiredKeys: ['name'] },
);

t.test('whoever asks again gets what the first one got, in each generation its own', async (t) => {
  const turns = fc.array(fc.tuple(asked, fc.constantFrom(...generations)), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(turns, async (list) => {
      for (const [question, reader] of [...list, ...list]) {
        const said = await identify(question, reader);
        t.strictSame(said, await identify(question, reader, false));
      }
    }),
    { numRuns: 12 },
  );
});

t.test('what a later generation knows no more is no answer of it', async (t) => {
  const [older, newer] = generations;
  const gone = rows.slice(0, 300).find(({ value }) => rows.filter((one) => one.value === value).length === 1);
  const question = { name: gone?.value ?? '' };
  const then = await identify(question, older);
  t.equal(then.id, gone?.institution);
  t.not((await identify(question, newer)).id, gone?.institution);
  t.equal(await identify(question, older), then, 'it is remembered');
});
