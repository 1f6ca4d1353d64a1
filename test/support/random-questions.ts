import type { Reader } from '../../src/store/registry-reader.ts';

/** Numbers that look drawn and are the same for one seed (mulberry32). */
const drawing = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const asks = [
  '',
  '&claim=jci',
  '&claim=licence',
  '&service=G06',
  '&claim=grade:3A&service=art.ivf',
  '&lang=zh',
];
const days = ['', '', '&asOf=2026-06-30', '&asOf=2025-01-01', '&generation=1'];
const pages = ['/v1/institutions/{id}', '/v1/institutions?name={name}', '/v1/suggest?q={name}'];

/** So many addresses that ask about institutions on record, by id and by name, with and without treatment, mark and day. */
export const randomQuestions = async (
  reader: Reader,
  count: number,
  seed: number,
): Promise<readonly string[]> => {
  const draw = drawing(seed);
  const of = <T>(list: readonly T[]): T | undefined => list[draw(list.length)];
  const names: Readonly<{ institution: string; value: string }>[] = [];
  for await (const { institution, value } of reader.names()) names.push({ institution, value });
  return Array.from({ length: count }, () => {
    const { institution = '', value = '' } = of(names) ?? {};
    const [id, name] = [institution, encodeURIComponent(value)];
    if (draw(5) === 0) return (of(pages) ?? '').replace('{id}', id).replace('{name}', name);
    const who = draw(2) === 0 ? `id=${id}` : `name=${name}`;
    return `/v1/verify?${who}${of(asks)}${of(days)}`;
  });
};
