import { randomInt } from 'node:crypto';
import fc from 'fast-check';

/**
 * fast-check as every property of ours uses it: the whole check draws the same cases each time, so that it is red only for a
 * change that broke something. `npm run fuzz` draws others at every run (`LICET_DRAWS=random`) and prints the seed, or draws
 * those of a seed that is given (`LICET_DRAWS=12345`). A counterexample it finds becomes a case of its own.
 */
const asked = process.env.LICET_DRAWS ?? '20261128';
// The command line, which tests run too, knows no such setting and would refuse it.
delete process.env.LICET_DRAWS;
const seed = asked === 'random' ? randomInt(2 ** 31 - 1) : Number(asked);
if (asked === 'random') process.stderr.write(`LICET_DRAWS=${seed}\n`);

fc.configureGlobal({ seed });

/** The seed of this run, for those who sample by themselves. */
export const drawSeed = seed;
export { fc };
