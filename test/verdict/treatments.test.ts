import t from 'tap';
import { treatmentProofs } from '../../schema/lexicon/treatment-proofs.ts';
import { treatmentGroups, treatments } from '../../schema/lexicon/treatments.ts';
import { signs } from '../../src/verdict/offer/rules.ts';
import { treatmentAt } from '../../src/verdict/offer/treatment-at.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import {
  codesOf,
  gatesOf,
  searchTreatments,
  treatmentMeant,
  treatmentNamed,
} from '../../src/verdict/vocabulary/treatments.ts';

t.test('every code of the vocabulary belongs to exactly one treatment', async (t) => {
  const held = treatments.flatMap(({ code, also }) => [code, ...also]);
  t.strictSame([...held].sort(), services.map(({ code }) => code).sort());
  t.strictSame(
    treatments.filter(({ group }) => treatmentGroups[group] === undefined),
    [],
  );
  const names = treatments.flatMap(({ name }) => [name.en, name.zh]);
  t.equal(new Set(names).size, names.length, 'no two are called the same');
});

t.test('a treatment is told in two sentences of each language', async (t) => {
  const sentences = (text: string): number => text.split(/(?<=[.。])\s*(?=\S)/u).length;
  t.strictSame(
    treatments
      .filter(({ what }) => sentences(what.en) !== 2 || sentences(what.zh) !== 2)
      .map(({ code }) => code),
    [],
  );
});

t.test(
  'what proves a permission is known for every gate a treatment needs, and its signs exist',
  async (t) => {
    const gates = new Set(treatments.flatMap(gatesOf));
    t.strictSame(
      [...gates].filter((gate) => treatmentProofs[gate] === undefined),
      [],
    );
    const known = new Set(signs().map(({ code }) => code));
    const named = Object.values(treatmentProofs).flatMap((proof) => proof?.signs ?? []);
    t.strictSame(
      named.filter((code) => !known.has(code)),
      [],
    );
  },
);

t.test(
  'protons need the filing of their technology as well as the machine, and are one treatment',
  async (t) => {
    const [first] = searchTreatments('proton therapy');
    t.equal(first?.code, 'proton');
    t.ok(first !== undefined && codesOf(first).includes('G06'));
  },
);

t.test('words are taken for a treatment unless they may name a hospital', async (t) => {
  for (const text of ['CAR-T', 'proton therapy', '质子治疗', '试管婴儿', 'ivf', 'liver transplant'])
    t.equal(treatmentNamed(text)?.alone, true, text);
  t.match(treatmentNamed('proton therapy for a child'), { alone: false, treatments: [{ code: 'proton' }] });
  for (const [text, code] of [
    ['oncolytic virus M1 therapy', 'lecheng.oncolytic-m1'],
    ['da vinci robot', 'surgical-robot'],
    ['质子疗法', 'proton'],
    ['heavy ion', 'carbon-ion'],
  ] as const)
    t.match(treatmentMeant(text), { code }, `a “therapy” or a blank more does not hide ${code}`);
  for (const text of ['organ transplant', 'stem cell', '干细胞', '试管'])
    t.ok((treatmentNamed(text)?.treatments.length ?? 0) > 1, `${text} means several`);
  for (const text of [
    '上海市质子重离子医院',
    'Shanghai Proton and Heavy Ion Center',
    'Ruijin Hospital',
    '瑞金',
    '301',
    'therapy',
    'surgery',
    '手术',
    '治疗',
  ])
    t.equal(treatmentNamed(text), null, text);
});

t.test('a treatment and the hospital it is asked for at are taken apart', async (t) => {
  for (const [text, service, name] of [
    ['CAR-T at West China Hospital', 'car-t', 'West China Hospital'],
    ['IVF in Ruijin Hospital?', 'art.ivf', 'Ruijin Hospital'],
    ['Ruijin Hospital proton therapy', 'proton', 'Ruijin Hospital'],
    ['华西医院能做CAR-T吗', 'car-t', '华西医院'],
    ['华西医院有没有质子治疗', 'proton', '华西医院'],
    ['在瑞金医院做试管婴儿', 'art.ivf', '瑞金医院'],
  ] as const)
    t.match(treatmentAt(text), { service, name }, text);
  for (const text of ['Ruijin Hospital', 'CAR-T', '试管婴儿', 'stem cell', '华西医院'])
    t.equal(treatmentAt(text), null, text);
});
