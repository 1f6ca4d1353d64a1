import t from 'tap';
import { measurePart, parts, texts } from '../../bench/offers/measure.ts';
import { signs } from '../../src/verdict/offer/rules.ts';

for (const part of parts)
  t.test(
    `of the ${part} made-up offers nine signs in ten are found, and 97 of 100 found are there`,
    async (t) => {
      const { recall, precision, texts: count } = measurePart(part);
      t.ok(count >= 60, `${count} texts`);
      t.ok(recall >= 0.9, `recall ${recall}`);
      t.ok(precision >= 0.97, `precision ${precision}`);
    },
  );

t.test(
  'the labelled texts are innocent to two fifths, speak both languages and name signs that exist',
  async (t) => {
    const known = new Set(signs().map(({ code }) => code));
    t.ok(texts.length >= 120);
    t.ok(texts.filter((one) => one.signs.length === 0).length / texts.length > 0.4);
    t.ok(texts.filter(({ text }) => /\p{Script=Han}/u.test(text)).length > 60);
    t.strictSame(
      texts.flatMap((one) => one.signs).filter((sign) => !known.has(sign)),
      [],
    );
    t.equal(new Set(texts.map(({ text }) => text)).size, texts.length);
  },
);
