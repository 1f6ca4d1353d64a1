import type { Config } from '../../config.ts';
import type { Reader } from '../../store/registry-reader.ts';

/** The address that stands in samples until it is known where this service is found. */
export const SAMPLE_HOST = 'https://licet.example';

type Parameter = Readonly<{ name: string; in: string; schema?: Readonly<Record<string, unknown>> }>;
type Operation = Readonly<{ parameters?: readonly Parameter[]; 'x-codeSamples'?: unknown }>;
type Document = Readonly<{ paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>;

/** A list that every service holds, whose kept page the example of evidence leads to. */
const LIST = 'cn-cfdi-trial-institutions';

/** What may stand in the places of an address, by the beginning of its pattern: together they lead to answers of this service. */
const examplesIn = ({
  reference,
  generation,
}: Reader): readonly (readonly [path: string, name: string, example: string | number])[] => [
  ['/v1/institutions/', 'id', 'test-limited'],
  ['/v1/technologies/', 'code', 'art.ivf'],
  ['/v1/sources/', 'id', LIST],
  ['/v1/runs/', 'id', 1],
  ['/v1/evidence/', 'sha256', reference.sources.get(LIST)?.editions.at(-1)?.snapshots[0] ?? '0'.repeat(64)],
  ['/v1/packs/', 'name', `full-${generation}.licet-pack.tar.gz`],
  ['/badge/', 'id', 'test-limited'],
  ['/partner/sites/', 'domain', 'agency.example'],
  ['/v1/batches/', 'id', 'list_AAAAAAAAAAAAAAAAAAAAAA'],
  ['/v1/watches/', 'id', 'w_00000000000000000000000000000000'],
  ['/v1/operator/captures/', 'source', 'cn-nhc-institutions'],
  ['/v1/operator/', 'id', 1],
  ['/v1/operator/pages/', 'sha256', '0'.repeat(64)],
];

/** Where a program finds this service: its public address, else the port of this machine that it listens on. */
const homeOf = ({ baseUrl, host, port }: Pick<Config, 'baseUrl' | 'host' | 'port'>): string =>
  baseUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Gives the places of each address an example, and the samples the address of this service. */
export const giveExamples = <Doc extends Document>(
  document: Doc,
  reader: Reader,
  config: Pick<Config, 'baseUrl' | 'host' | 'port'>,
): Doc => {
  const all = examplesIn(reader);
  const home = homeOf(config);
  const withExample = (path: string, one: Parameter): Parameter => {
    const [, , example] = all.find(([start, name]) => path.startsWith(start) && name === one.name) ?? [];
    return one.in !== 'path' || example === undefined ? one : { ...one, schema: { ...one.schema, example } };
  };
  const finish = (path: string, operation: Operation): Operation => ({
    ...operation,
    ...(operation.parameters === undefined
      ? {}
      : { parameters: operation.parameters.map((one) => withExample(path, one)) }),
    'x-codeSamples': JSON.parse(
      JSON.stringify(operation['x-codeSamples'] ?? []).replaceAll(SAMPLE_HOST, home),
    ),
  });
  const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, one]) => [method, finish(path, one)])),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
};
