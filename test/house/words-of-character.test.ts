import t from 'tap';
import { rule } from './rule.ts';
import { pathsBelow, readText } from './tree.ts';

/** Words that judge the character of an institution or a person; a list that is “good for” some days is none. We state records and say whose they are. */
const CHARACTER =
  /(?<![a-z])(?:good(?! for)|bad|worst|best|fraud|fraudulent|fraudster|scam|scammer|fake|liar|lying|dishonest|honest|trustworthy|untrustworthy|reliable|unreliable|reputable|disreputable|crook|criminal|quack|shady|dubious|suspicious|rogue|excellent|terrible|dangerous)(?![a-z])|骗子|诈骗|黑心|黑医院|野鸡|无良|可信赖|值得信赖|不可信|靠谱|不靠谱|优秀|劣质|奸商|造假|可疑|信得过/iu;

/** Catalogues of sentences that answers, pages, terminals and badges say. Words that are looked for in offers are not ours. */
const catalogues = [
  ...['schema/reasons', 'schema/lexicon/pages'].flatMap((folder) =>
    pathsBelow(folder).filter((path) => path.endsWith('.json')),
  ),
  'schema/codes/warning-signs.json',
  'schema/codes/false-claims.json',
  ...[
    'badge-words',
    'page-words',
    'terminal-words',
    'mark-statuses',
    'source-notes',
    'official-lookups',
    'next-steps',
    'treatments',
    'treatment-proofs',
  ].map((name) => `schema/lexicon/${name}.json`),
];

/** Keys under which an offer's own words stand, or the names of their classes. */
const QUOTED = new Set(['innocent', 'unless', 'together', 'meets']);

const isPhraseList = (key: string, value: unknown): boolean =>
  QUOTED.has(key) || ((key === 'en' || key === 'zh') && Array.isArray(value));

/** Every sentence of a catalogue, by its place. */
const sentences = (value: unknown, at: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    isPhraseList(key, one) ? [] : sentences(one, `${at}.${key}`),
  );
};

const judging = (value: unknown, at: string): readonly string[] =>
  sentences(value, at)
    .filter(([, text]) => CHARACTER.test(text))
    .map(([place, text]) => `${place} judges: ${text}`);

t.test('a sentence that judges is found, and quoted words of offers are left alone', async (t) => {
  t.equal(judging({ a: { en: 'A fake hospital', zh: '可疑' } }, 'x').length, 2);
  t.strictSame(judging({ en: ['best hospital'], zh: ['骗子'], title: { en: 'goods' } }, 'x'), []);
});

rule('no catalogue of sentences has a word of character: we state records', () =>
  catalogues.flatMap((path) => judging(JSON.parse(readText(path)), path)),
);
