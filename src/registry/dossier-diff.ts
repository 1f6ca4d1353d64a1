import type { Dossier, Fact } from '../../schema/institution.ts';

export const statementKinds = ['name', 'number', 'address', 'credential', 'place', 'traits'] as const;

/** One statement about an institution, in the words of its lists, and the sources that make it. */
type Statement = Readonly<{
  about: (typeof statementKinds)[number];
  value: Readonly<Record<string, unknown>>;
  sources: readonly string[];
}>;

/** What came and what went between two versions of one institution. A statement that changed both goes and comes. */
type DossierDiff = Readonly<{ added: readonly Statement[]; removed: readonly Statement[] }>;

const factOf = (
  { evidence }: Dossier,
  about: Statement['about'],
  { evidence: at, ...value }: Fact<object>,
): Statement | null => {
  const current = at.flatMap((one) => (evidence[one]?.current === true ? [evidence[one].source] : []));
  return current.length === 0 ? null : { about, value: { ...value }, sources: [...new Set(current)].sort() };
};

/** All that lists state of an institution now; rows that have left their list state nothing. */
const statementsOf = (dossier: Dossier | null): readonly Statement[] => {
  if (dossier === null) return [];
  const { names, identifiers, addresses, credentials, place, traits } = dossier;
  const of = (about: Statement['about'], facts: readonly Fact<object>[]) =>
    facts.flatMap((fact) => factOf(dossier, about, fact) ?? []);
  return [
    ...of('name', names),
    ...of('number', identifiers),
    ...of('address', addresses),
    ...of('credential', credentials),
    { about: 'place', value: { ...place }, sources: [] },
    { about: 'traits', value: { ...traits }, sources: [] },
  ];
};

const keyOf = (statement: Statement): string => JSON.stringify(statement);

/**
 * What changed between two versions of an institution (null: not on record), statement by statement. Pure; the dates on which rows
 * were seen are no statement, so an edition that says the same again changes nothing.
 */
export const diffDossiers = (before: Dossier | null, after: Dossier | null): DossierDiff => {
  const [was, is] = [statementsOf(before), statementsOf(after)];
  const [had, has] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))];
  return {
    added: is.filter((one) => !had.has(keyOf(one))),
    removed: was.filter((one) => !has.has(keyOf(one))),
  };
};
