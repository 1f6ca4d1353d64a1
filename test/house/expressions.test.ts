import { checkedBefore, expressions, slowness } from './expressions.ts';
import { rule } from './rule.ts';

/** New expressions that a test looks at; beyond them it would take minutes. */
const MOST_NEW = 40;

const inTheCode = expressions();

rule('a regular expression takes time in proportion to the text, or its text is bounded', () => {
  const { bounded, linear } = checkedBefore();
  const known = new Set([...linear, ...Object.keys(bounded)]);
  const fresh = inTheCode.filter(({ written }) => !known.has(written));
  if (fresh.length > MOST_NEW)
    return [`${fresh.length} expressions are new: run \`npm run expressions\` and commit what it writes`];
  return fresh.flatMap((one) => {
    const why = slowness(one);
    return why === null
      ? []
      : [
          `${one.path} ${one.written}: ${why}. Split, scan with indexOf or bound the repetition; if the text is bounded elsewhere, say where in test/house/checked-expressions.json`,
        ];
  });
});

rule('every exception is still in the code', () => {
  const written = new Set(inTheCode.map((one) => one.written));
  return Object.keys(checkedBefore().bounded)
    .filter((one) => !written.has(one))
    .map((one) => `test/house/checked-expressions.json: ${one} is gone; run \`npm run expressions\``);
});
