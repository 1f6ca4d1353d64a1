import t from 'tap';
import { parse } from 'yaml';
import { z } from 'zod';
import { readProjectFile as read } from '../support/operating-files.ts';

const service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  init: z.boolean().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.unknown()).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional() }).optional(),
});
const composed = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
});

/** YAML 1.1 as compose reads it: `<<` takes up what stands under another name. */
const compose = (file: string) => composed.parse(parse(read(`docs/operate/${file}`), { merge: true }));
const targets = (file: string): readonly string[] =>
  z
    .object({
      scrape_configs: z.array(
        z.object({ static_configs: z.array(z.object({ targets: z.array(z.string()) })) }),
      ),
    })
    .parse(parse(read(`docs/operate/${file}`)))
    .scrape_configs.flatMap(({ static_configs }) => static_configs.flatMap(({ targets: all }) => all));

for (const [file, prometheus] of [
  ['compose.yaml', 'prometheus.yml'],
  ['compose-many.yaml', 'prometheus-many.yml'],
] as const)
  t.test(`whatever ${file} names is there`, (t) => {
    const { services, volumes } = compose(file);
    const all = Object.entries(services);
    const ours = all.filter(([, { image }]) => image.startsWith('licet:'));
    const used = all.flatMap(([, one]) => one.volumes ?? []).map((mount) => mount.split(':')[0] ?? '');
    t.strictSame(used.filter((name) => !name.startsWith('.')).sort(), Object.keys(volumes).sort());
    for (const [name, { depends_on = {} }] of all)
      for (const other of Object.keys(depends_on)) t.ok(services[other], `${name} waits for ${other}`);
    const port = /LICET_PORT=(\d+)/.exec(read('Dockerfile'))?.[1];
    const answering = ours.filter(([, { command = [] }]) => !command.includes('work'));
    t.strictSame(
      services.caddy?.environment?.LICET_UPSTREAM?.split(' '),
      answering.map(([name]) => `${name}:${port}`),
      'Caddy asks all that answer',
    );
    t.strictSame(
      [...targets(prometheus)].sort(),
      ours.map(([name, { environment }]) => `${name}:${environment?.LICET_METRICS_PORT}`).sort(),
      'Prometheus reads all that measure',
    );
    for (const [name, { environment, init }] of ours) {
      t.equal(init, true, `${name} is not the first process of its container`);
      const url = environment?.LICET_DATABASE_URL;
      if (url !== undefined) t.match(services[/@([^/]+)\//.exec(url)?.[1] ?? '']?.image, /^postgres:/, name);
    }
    t.equal(ours.filter(([, { build }]) => build !== undefined).length, 1, 'the image is built once');
    t.end();
  });

t.test(
  'the database of several containers takes the connections of all, and is there when it says so',
  (t) => {
    const { services } = compose('compose-many.yaml');
    const page = read('docs/scale.md');
    const [, answers = '', works = ''] =
      /some (\d+) connections [^.]* answers and (\d+) for one/.exec(page) ?? [];
    const roles = Object.values(services).map(({ command }) => command?.at(-1));
    const most = (role: string): number => roles.filter((one) => one === role).length;
    const { command, healthcheck } = services.postgres ?? {};
    const taken = Number(/max_connections=(\d+)/.exec(command?.join(' ') ?? '')?.[1]);
    t.ok(Number(answers) > 0 && taken >= most('serve') * Number(answers) + most('work') * Number(works));
    t.match(healthcheck?.test?.join(' '), /pg_isready --host=127.0.0.1/);
    t.end();
  },
);
