import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { fc } from '../support/draws.ts';

const row = (value: string, kind = 'legal', institution = value): NameRow => ({
  institution,
  value,
  kind,
  language: 'zh',
  province: '江苏省',
  city: '南京市',
  district: null,
  official: true,
});

/** Ways in which made-up lists number their hospitals. */
const numbered = [
  (at: number) => `编造${at}号医院`,
  (at: number) => `编造医院${at}号`,
  (at: number) => `南京编造第${at}医院`,
  (at: number) => `示意大学附属编造${at}医院`,
];
const COUNT = 250;
const registers = numbered.map((name) => {
  const names = Array.from({ length: COUNT }, (_, at) => name(at + 1));
  return { names, reader: memoryReader(names.map((one) => row(one))) };
});

t.test(
  'a whole name that one hospital alone bears is settled, however much others are like it',
  async (t) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(numbered.length - 1), fc.nat(COUNT - 1), async (sort, at) => {
        const { names = [], reader } = registers[sort] ?? {};
        const name = names[at] ?? '';
        return reader !== undefined && (await identify({ name }, reader)).id === name;
      }),
      { numRuns: 60 },
    );
    const [first] = registers;
    if (first === undefined) return t.fail('a register');
    t.equal(
      (await identify({ name: '编造7号医院', city: '苏州市' }, first.reader)).id,
      null,
      'not in another city',
    );
    t.equal((await identify({ name: '编造7号医院', city: '南京市' }, first.reader)).id, '编造7号医院');
  },
);
