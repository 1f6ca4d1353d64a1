import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedBefore, expressions, slowness } from './expressions.ts';
import { root } from './tree.ts';

/** `npm run expressions`: checks what is new and writes down what is linear, so that no test looks at it again. */
const { bounded, linear } = checkedBefore();
const known = new Set(linear);
const all = expressions();
const safe: string[] = [];
for (const one of all) {
  if (one.written in bounded) continue;
  const why = known.has(one.written) ? null : slowness(one);
  if (why === null) safe.push(one.written);
  else process.stdout.write(`${one.path} ${JSON.stringify(one.written)}\n  ${why}\n`);
}
const standing = Object.entries(bounded).filter(([written]) => all.some((one) => one.written === written));
const checked = { bounded: Object.fromEntries(standing), linear: safe.sort() };
writeFileSync(join(root, 'test/house/checked-expressions.json'), `${JSON.stringify(checked, null, 2)}\n`);
