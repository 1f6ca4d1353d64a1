import { fc } from '../draws.ts';
import type { OpenApi, Operation, Parameter } from './document.ts';
import { drawnFrom, wrongValue } from './draw-value.ts';

/** One request to an operation, as it is drawn. */
export type Drawn = Readonly<{
  method: string;
  path: string;
  query: Readonly<Record<string, string | readonly string[]>>;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}>;

/**
 * What is known of the service that is asked: values that it holds, by the name of a parameter, or by path and name where the name means
 * several things; and the keys that it takes.
 */
export type Known = Readonly<{
  values: Readonly<Record<string, readonly string[]>>;
  keys: Readonly<Record<string, string>>;
}>;

/** Where requests go, and what they are drawn by. */
type Place = Readonly<{
  method: string;
  path: string;
  operation: Operation;
  document: OpenApi;
  known: Known;
}>;

const sent = (value: unknown): string | readonly string[] => {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const held = ({ path, known }: Place, { name }: Parameter): readonly string[] =>
  known.values[`${path} ${name}`] ?? known.values[name] ?? [];

/** What a parameter is sent as: most often what the service holds, else what the schema allows. */
const parameter = (place: Place, one: Parameter): fc.Arbitrary<unknown> => {
  const values = held(place, one);
  const allowed = drawnFrom(one.schema, place.document);
  if (values.length === 0) return allowed;
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: allowed });
};

/** A few parameters at once: who sends all that an address knows is refused for what does not go together. */
const few = (place: Place, all: readonly Parameter[]): fc.Arbitrary<Readonly<Record<string, unknown>>> => {
  const needed = all.filter(({ required }) => required === true);
  // Without a name most questions are about nobody.
  const name = all.filter((one) => one.name === 'name' && !needed.includes(one));
  const others = all.filter((one) => !needed.includes(one) && !name.includes(one));
  return fc
    .record({ chosen: fc.subarray([...others], { maxLength: Math.min(2, others.length) }), named: fc.nat(3) })
    .chain(({ chosen, named }) => {
      const sending = [...needed, ...(named === 0 ? [] : name), ...chosen];
      return fc.record(Object.fromEntries(sending.map((one) => [one.name, parameter(place, one)])));
    });
};

/** One value in three requests of ten is a wrong one. */
const spoilt = (values: fc.Arbitrary<Readonly<Record<string, unknown>>>) =>
  fc
    .record({ values, at: fc.nat(), wrong: fc.option(wrongValue, { freq: 2 }), spoil: fc.nat(9) })
    .map(({ values: drawn, at, wrong, spoil }) => {
      const names = Object.keys(drawn);
      const name = names[at % Math.max(1, names.length)];
      return name === undefined || wrong === null || spoil > 2 ? drawn : { ...drawn, [name]: wrong };
    });

/** A segment of a path that a client can send: not empty, and none that means another folder. */
const segment = (value: unknown): string => {
  const said = String(sent(value)).toWellFormed() || 'x';
  return encodeURIComponent(/^\.+$/.test(said) ? 'x' : said);
};

const bodyFor = ({ operation: { requestBody }, document }: Place): fc.Arbitrary<unknown> => {
  const json = requestBody?.content['application/json'];
  if (json === undefined) return fc.constant(undefined);
  return fc.oneof(
    { weight: 5, arbitrary: drawnFrom(json.schema, document) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );
};

/** The key that an address wants, nearly always. */
const keyFor = ({ operation: { security }, known }: Place): fc.Arbitrary<string | undefined> => {
  const [wanted] = security.flatMap((one) => Object.keys(one));
  const key = wanted === undefined ? undefined : known.keys[wanted];
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(key) },
    { weight: key === undefined ? 0 : 1, arbitrary: fc.constant(undefined) },
  );
};

/** Requests to one operation: most as its schemas allow, some with a wrong value or without the key it wants. */
export const requestsTo = (place: Place): fc.Arbitrary<Drawn> => {
  const { method, path, operation } = place;
  const of = (where: Parameter['in']) => (operation.parameters ?? []).filter((one) => one.in === where);
  return fc
    .record({
      inPath: spoilt(few(place, of('path'))),
      inQuery: spoilt(few(place, of('query'))),
      body: bodyFor(place),
      key: keyFor(place),
    })
    .map(({ inPath, inQuery, body, key }) => ({
      method,
      path: path.replace(/\{(\w+)\}/g, (_, name: string) => segment(inPath[name])),
      query: Object.fromEntries(Object.entries(inQuery).map(([name, value]) => [name, sent(value)])),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body,
    }));
};
