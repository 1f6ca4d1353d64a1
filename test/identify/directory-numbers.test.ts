import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { readDirectoryId, sameAsOf } from '../../src/identifiers/directory-id.ts';
import { bearersOf, findNumbers } from '../../src/identify/by-number.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { openService } from '../support/app.ts';

const { app, close } = await openService();
t.teardown(close);
const asked = async (name: string) =>
  (await app.inject({ method: 'POST', url: '/v1/verify', payload: { name } })).json<Verdict>().identity;

t.test('a number of ROR, ISNI or Wikidata is read bare and as an address, and nothing else is', async (t) => {
  const [ror, isni, wikidata] = ['05kkkes98', '0000000403695549', 'Q10902105'];
  for (const [text, scheme, value] of [
    [ror, 'ror', ror],
    ['https://ror.org/05KKKES98', 'ror', ror],
    ['0000 0004 0369 5549', 'isni', isni],
    ['https://isni.org/isni/0000000403695549', 'isni', isni],
    ['q10902105', 'wikidata', wikidata],
    ['http://www.wikidata.org/entity/Q10902105', 'wikidata', wikidata],
  ] as const)
    t.match(readDirectoryId(text), { scheme, value, ror }, text);
  // No open list says which hospital an LEI stands for, so that it is read and explained, and finds nobody.
  const lei = '506700GE1G29325QX363';
  for (const text of [lei, lei.toLowerCase(), `LEI: ${lei}`, `https://search.gleif.org/#/record/${lei}`])
    t.match(readDirectoryId(text), { scheme: 'lei', value: lei, ror: null }, text);
  for (const text of [
    '506700GE1G29325QX364',
    '瑞金医院',
    '0000 0004 0369 5548',
    'Q1',
    '1kkkes988',
    '12000000000000000Q',
    '301 Hospital',
    '',
  ])
    t.equal(readDirectoryId(text), null, text);
});

t.test('a hospital is found by each of its numbers, and they are named beside it', async (t) => {
  const { institution } = await asked('https://ror.org/05kkkes98');
  t.match(institution, { id: String });
  for (const number of ['0000 0004 0369 5549', 'Q10902105', '05kkkes98']) {
    const { match, why, institution: found } = await asked(number);
    t.match(
      { match, found, why },
      { match: 'exact', found: { id: institution?.id }, why: [{ code: 'number.directory' }] },
    );
    const explained = (await app.inject(`/v1/identifiers/${encodeURIComponent(number)}`)).json();
    t.match(
      explained,
      { explanation: { state: 'explained' }, institutions: [{ id: institution?.id }] },
      number,
    );
  }
  const numbers = [
    'https://isni.org|0000000403695549',
    'Q10902105',
    'https://ror.org|05kkkes98',
    '0000000403695549',
  ];
  for (const number of numbers) {
    const found = (await app.inject(`/fhir/Organization?identifier=${encodeURIComponent(number)}`)).json();
    t.equal(found.entry?.[0]?.resource.id, institution?.id, number);
    const values = found.entry?.[0]?.resource.identifier.map(({ value }: { value: string }) => value);
    t.strictSame(values?.slice(-3), ['05kkkes98', '0000000403695549', 'Q10902105'], number);
  }
  const wrong = encodeURIComponent('https://ror.org|0000000403695549');
  t.equal((await app.inject(`/fhir/Organization?identifier=${wrong}`)).json().total, 0);
  const page = (await app.inject(`/hospitals/${institution?.id}`)).body;
  for (const address of sameAsOf('05kkkes98')) t.match(page, address);
});

t.test('a number that no list holds finds nobody, and says that this means nothing', async (t) => {
  for (const number of [
    'Q99999999',
    '506700GE1G29325QX363',
    '0000 0001 2103 2683',
    'https://ror.org/05zzzzz98',
  ]) {
    const { match, why } = await asked(number);
    t.match({ match, why }, { match: 'none', why: [{ code: 'number.not-on-record' }] }, number);
  }
});

t.test(
  'nine signs that are ROR’s and an organisation code alike stand for whoever bears either',
  async (t) => {
    // Made up: a form that both registers use, borne there by two hospitals.
    const [number, other] = ['012345674', '0abcdef12'];
    const held: Record<string, { institution: string; scheme: string }[]> = {
      [number]: [{ institution: 'cn-made-up-1', scheme: 'org-code' }],
      [other.toUpperCase()]: [{ institution: 'cn-made-up-2', scheme: 'ror' }],
    };
    const reader = { findIdentifier: async (value: string) => held[value] ?? [] } as unknown as Reader;
    const found = async (name: string) => (await findNumbers({ name }, reader))[0];
    t.strictSame(await bearersOf(number, reader), held[number]);
    t.match(await found(number), { scheme: 'org-code', institutions: ['cn-made-up-1'] });
    t.match(await bearersOf(other, reader), [{ institution: 'cn-made-up-2', scheme: 'ror' }]);
    t.match(await found(other), { scheme: 'ror', institutions: ['cn-made-up-2'] });
    held[number]?.push({ institution: 'cn-made-up-2', scheme: 'ror' });
    t.match(await found(number), { institutions: ['cn-made-up-1', 'cn-made-up-2'] }, 'nobody is settled on');
  },
);
