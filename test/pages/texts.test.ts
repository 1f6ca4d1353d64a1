import { stripTypeScriptTypes } from 'node:module';
import { parse } from 'acorn';
import { IntlMessageFormat } from 'intl-messageformat';
import t from 'tap';
import { type PageText, pageTexts } from '../../schema/lexicon/page-texts.ts';
import { sayIn } from '../../src/http/pages/say.ts';
import { pathsBelow, readText } from '../house/tree.ts';

type Node = Readonly<{ type: string; start: number; end: number; [part: string]: unknown }>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const below = (node: Node): readonly Node[] =>
  Object.values(node)
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isNode)
    .flatMap((one) => [one, ...below(one)]);

const pages = ['src/http/pages', 'src/http/console']
  .flatMap(pathsBelow)
  .filter((path) => path.endsWith('.ts'));

/** A file of the pages as its parts; types are blanked out, so that places stay those of the file. */
const parsed = pages.map((path) => {
  const text = stripTypeScriptTypes(readText(path));
  const tree = parse(text, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Node;
  return { path, text, nodes: below(tree) };
});

const names = Object.keys(pageTexts.en) as PageText[];

/** What a message leaves open. */
const openIn = (message: string): readonly string[] => {
  const inside = (elements: ReturnType<IntlMessageFormat['getAst']>): readonly string[] =>
    elements.flatMap((one) => [
      ...('value' in one && one.type !== 0 ? [String(one.value)] : []),
      ...('options' in one ? Object.values(one.options).flatMap(({ value }) => inside(value)) : []),
    ]);
  return [
    ...new Set(inside(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())),
  ].sort();
};

/** A message without what it leaves open and without Chinese terms in brackets, which English sentences quote. */
const withoutTerms = (message: string): string => message.replace(/\([^)]*\)|\{\w+\}/g, '');

t.test('every language has every entry, which leaves the same open as the English one', async (t) => {
  const apart = Object.entries(pageTexts).flatMap(([lang, texts]) => [
    ...names.filter((name) => texts[name] === undefined).map((name) => `${lang} lacks ${name}`),
    ...Object.keys(texts)
      .filter((name) => !(name in pageTexts.en))
      .map((name) => `${lang} alone has ${name}`),
    ...names
      .filter((name) => openIn(texts[name]).join() !== openIn(pageTexts.en[name]).join())
      .map((name) => `${lang} leaves other things open in ${name}`),
  ]);
  t.strictSame(apart, []);
  t.strictSame(
    names.filter((name) => /\p{Script=Han}/u.test(withoutTerms(pageTexts.en[name]))),
    [],
    'English is English',
  );
  const latin = names.filter(
    (name) =>
      /[A-Za-z]/.test(withoutTerms(pageTexts.en[name])) && !/\p{Script=Han}/u.test(pageTexts.zh[name]),
  );
  t.strictSame(latin, ['evidence-view.on'], 'Chinese is Chinese; a day in brackets needs no word');
});

/** Calls of `say`, with the entry they name and what they fill in; an entry that is put together is a pattern. */
const said = parsed.flatMap(({ path, text, nodes }) =>
  nodes.flatMap((node) => {
    const { type, callee, arguments: given } = node as Node & { callee?: Node; arguments?: readonly Node[] };
    if (type !== 'CallExpression' || !isNode(callee)) return [];
    const called = isNode(callee.property) ? callee.property.name : callee.name;
    if (called !== 'say' || given === undefined) return [];
    const params = given[1];
    const filled =
      params?.type === 'ObjectExpression'
        ? (params.properties as readonly Node[]).map(({ key }) => String((key as Node).name)).sort()
        : [];
    return [{ path, entry: text.slice(given[0]?.start, given[0]?.end), filled }];
  }),
);

t.test('what a page says is filled in whole', async (t) => {
  const wrong = said.flatMap(({ path, entry, filled }) => {
    const name = names.find((one) => entry === `'${one}'`);
    if (name === undefined || openIn(pageTexts.en[name]).join() === filled.join()) return [];
    return [`${path}: ${name} leaves open ${openIn(pageTexts.en[name])}, given ${filled}`];
  });
  t.strictSame(wrong, []);
  t.ok(said.length > 300, `${said.length} are said`);
});

t.test('no entry is there that no page says', async (t) => {
  const strings = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { nodes } of parsed)
    for (const node of nodes) {
      if (node.type === 'Literal' && typeof node.value === 'string') strings.add(node.value);
      const { quasis } = node as Node & { quasis?: readonly Readonly<{ value: { cooked: string } }>[] };
      const parts = (quasis ?? []).map(({ value }) => value.cooked);
      if (/^[a-z-]+\.[a-z-]+$/.test(parts[0] ?? '')) patterns.push(new RegExp(`^${parts.join('.+')}$`));
    }
  t.strictSame(
    names.filter((name) => !strings.has(name) && !patterns.some((one) => one.test(name))),
    [],
  );
});

/** Names of things, which no language translates. */
const NAMES: ReadonlySet<string> = new Set([
  ...['Licet', 'API', 'JSON', 'kB', 'English', '中文'],
  // Types of schema.org, a service and an element that partners use, an institution made up for tests.
  ...['Hospital', 'MedicalClinic', 'iframe', 'shields', 'io', 'test', 'confirmed'],
  // By this the columns of captured registers say on which day somebody looked.
  '查看',
  // Searches to be tried, each in the language it is made for.
  ...['北医三院', '试管婴儿'],
]);

/** Words that a template writes between its tags, outside its attributes. */
const wordsBetweenTags = (template: string): readonly string[] =>
  [
    ...template
      .replace(/<[^>]*>|<[^>]*$|^[^<>]*>|[\w-]+="[^"]*"|^ [a-z]+$/g, ' ')
      .matchAll(/[A-Za-z]{2,}|\p{Script=Han}+/gu),
  ].map(([word]) => word);

/** A string that reads as a sentence: Chinese, or some English words in a row. */
const readsAsSentence = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) ||
  (/^[A-Z“]/.test(text) && /[a-z,] [a-z]+/.test(text)) ||
  /^[A-Z][a-z]+$/.test(text);

/** Parts of a problem thrown: its detail is English for machines, and a page shows its own words instead. */
const inProblems = (nodes: readonly Node[]): ReadonlySet<Node> =>
  new Set(
    nodes
      .filter(
        ({ type, callee }) => type === 'NewExpression' && isNode(callee) && callee.name === 'LicetError',
      )
      .flatMap(below),
  );

t.test('no page says anything that stands in its code', async (t) => {
  const found = parsed.flatMap(({ path, nodes }) => {
    const problems = inProblems(nodes);
    return nodes.flatMap((node) => {
      if (problems.has(node)) return [];
      if (node.type === 'Literal' && typeof node.value === 'string' && readsAsSentence(node.value))
        return NAMES.has(node.value) ? [] : [`${path}: ${node.value}`];
      const { tag, quasi } = node as Node & { tag?: Node; quasi?: Node };
      if (node.type !== 'TaggedTemplateExpression' || tag?.name !== 'html') return [];
      const written = (quasi?.quasis ?? []) as readonly Readonly<{ value: { cooked: string } }>[];
      const parts = written.map(({ value }) => value.cooked);
      return wordsBetweenTags(parts.join('\u0000'))
        .filter((word) => !NAMES.has(word))
        .map((word) => `${path}: ${word}`);
    });
  });
  t.strictSame(found, []);
});

t.test('one is one, and two are several', async (t) => {
  t.equal(sayIn('en')('dated-text.days-old', { days: 1 }), '1 day old');
  t.equal(sayIn('en')('dated-text.days-old', { days: 2 }), '2 days old');
  t.equal(sayIn('zh')('dated-text.days-old', { days: 1 }), '1天前');
});
