import { operationNotes } from '../../../schema/lexicon/operation-notes.ts';
import { describeResponses } from './reference-responses.ts';

/** What the groups of addresses are for, in the order in which the reference shows them. */
export const tags = [
  { name: 'Verdicts', description: 'The one question, its answer, and the answer as a signed file' },
  { name: 'Offers', description: 'What the text of an offer claims, and its warning signs' },
  { name: 'Institutions', description: 'Who is meant, and all that is known of one institution' },
  { name: 'Identifiers', description: 'What an official number says' },
  { name: 'Vocabulary', description: 'Codes of treatments, marks and titles' },
  { name: 'Sources', description: 'The lists Licet reads, and the runs that read them' },
  { name: 'Evidence', description: 'The kept pages, what changed, and where sources disagree' },
  { name: 'Lists', description: 'A list of hospitals in, a table out; with a key of the scope `batch`' },
  { name: 'Watches', description: 'Word when an answer changes; with a key of the scope `watch`' },
  { name: 'Badges', description: 'The answer as a picture, a document, a credential; and what checks it' },
  { name: 'Domains', description: 'Where a partner shows badges; with a key of the scope `badge`' },
  { name: 'Operators', description: 'What a person reads off a register, and refused editions' },
];

type Json = Readonly<{ [key: string]: Json }> | readonly Json[] | string | number | boolean | null;

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(REFERENCE)].map(([, name]) => name ?? ''));

/** All names that these schemas are reached by, also through one another. */
const reached = (
  schemas: Readonly<Record<string, Json>>,
  first: ReadonlySet<string>,
): ReadonlySet<string> => {
  const found = new Set(first);
  for (const name of found)
    for (const next of namesIn(JSON.stringify(schemas[name] ?? null))) found.add(next);
  return found;
};

/**
 * The provider writes each shared shape twice, as it is read and as it is answered (`Question`, `QuestionInput`). Only what an
 * address names is kept, and under its plain name where both are not needed.
 */
const keepNamedSchemas = <Doc extends OpenApi>(document: Doc): Doc => {
  const schemas = document.components?.schemas ?? {};
  const kept = reached(schemas, namesIn(JSON.stringify(document.paths)));
  const plain = (name: string): string => {
    const short = name.replace(/Input$/, '');
    return kept.has(short) ? name : short;
  };
  const named = Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => kept.has(name))
      .map(([name, schema]): [string, Json] => [plain(name), schema])
      // In the order of their names: in which order modules are loaded must not show.
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const whole = { ...document, components: { ...document.components, schemas: named } };
  return JSON.parse(
    JSON.stringify(whole).replace(REFERENCE, (_, name: string) => `"#/components/schemas/${plain(name)}"`),
  );
};

type Operation = Readonly<{ security?: readonly unknown[]; operationId?: string; description?: string }>;
type OpenApi = Readonly<{
  paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components?: Readonly<{ schemas?: Readonly<Record<string, Json>> }>;
}>;

const noteOf = ({ operationId = '' }: Operation): Operation => {
  const description = operationNotes[operationId];
  return description === undefined ? {} : { description };
};

/** An address that wants no key says so, else a generated client asks for one; and each says what to know before calling it. */
const describeOperations = <Doc extends OpenApi>(document: Doc): Doc => {
  const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        { security: [], ...noteOf(operation), ...operation },
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
};

/** The last touch to the OpenAPI document, before it is served. */
export const finishReference = (document: object): object =>
  describeResponses(describeOperations(keepNamedSchemas(document as OpenApi)));
