import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOM } from '../../bench/http/child.ts';
import about from '../../package.json' with { type: 'json' };
import { roleOf } from '../../src/role.ts';
import { readProjectFile as read } from '../support/operating-files.ts';

t.test('whatever starts the service gives what is young the same room', (t) => {
  const starts = [
    'package.json',
    'Dockerfile',
    'docs/operate/licet.service',
    'docs/operate/compose-many.yaml',
  ]
    .flatMap((file) => read(file).split('\n'))
    .filter((line) => line.includes('src/main.ts'));
  t.equal(starts.length, 6);
  t.strictSame(
    starts.filter((line) => !line.includes(ROOM)),
    [],
  );
  t.end();
});

t.test('the page names every setting, and the files use no other', (t) => {
  const settings = [...read('.env.example').matchAll(/^# (LICET_[A-Z_]+)=/gm)].map(([, name = '']) => name);
  const page = read('docs/operate.md');
  t.strictSame(
    settings.filter((name) => !page.includes(`\`${name}\``)),
    [],
  );
  // Three that the files hand to Caddy, and one that becomes part of an address.
  const handed = ['LICET_HOST_NAME', 'LICET_UPSTREAM', 'LICET_FAIL_DURATION', 'LICET_DATABASE_PASSWORD'];
  const known = [...settings, ...handed];
  for (const file of [
    'compose.yaml',
    'compose-many.yaml',
    'Caddyfile',
    'licet.service',
    'licet-backup.service',
    'licet',
  ]) {
    const used = [...read(`docs/operate/${file}`).matchAll(/\bLICET_[A-Z_]+\b/g)].map(([name]) => name);
    t.strictSame(
      used.filter((name) => !known.includes(name)),
      [],
      file,
    );
  }
  t.end();
});

t.test('the container starts what npm start starts, from an image pinned by its digest', (t) => {
  const image = read('Dockerfile');
  const bases = [...image.matchAll(/^FROM (\S+)/gm)].map(([, base = '']) => base);
  t.equal(bases.length, 2);
  for (const base of bases) t.match(base, /^node:24\.[\d.]+-bookworm-slim@sha256:[0-9a-f]{64}$/);
  t.match(image, `image.version="${about.version}"`);
  const command = z.array(z.string()).parse(JSON.parse(/^CMD (\[.*\])$/m.exec(image)?.[1] ?? 'null'));
  t.equal(command.join(' '), about.scripts.start);
  const compose = z
    .object({
      services: z.object({ licet: z.looseObject({ read_only: z.literal(true), image: z.string() }) }),
    })
    .parse(parse(read('docs/operate/compose.yaml')));
  t.equal(compose.services.licet.image, `licet:${about.version}`);
  t.match(read('docs/operate/licet.service'), command.slice(1).join(' '));
  t.end();
});

t.test(
  'several containers are two that answer and one that works, on one database, and each role is one',
  (t) => {
    const service = z.looseObject({
      image: z.string(),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).optional(),
    });
    // YAML 1.1 as compose reads it: `<<` takes up what stands under another name.
    const { services } = z
      .object({ services: z.record(z.string(), service) })
      .parse(parse(read('docs/operate/compose-many.yaml'), { merge: true }));
    const started = about.scripts.start.split(' ');
    const roles = Object.values(services).flatMap(({ image, command }) =>
      image === `licet:${about.version}` ? [(command ?? []).slice(started.length)] : [],
    );
    t.strictSame(roles.flat().map(roleOf).sort(), ['serve', 'serve', 'work']);
    for (const { image, command, environment } of Object.values(services)) {
      if (image !== `licet:${about.version}`) continue;
      t.strictSame(command?.slice(0, started.length), started);
      t.match(environment?.LICET_DATABASE_URL, /@postgres\/licet$/);
    }
    t.end();
  },
);

t.test(
  'the command of a bare machine runs with the settings of the service, and shows them to nobody',
  (t) => {
    const folder = t.testdir({
      'licet.env':
        '# a comment\nLICET_CONTACT="Made-up Name <a@licet.example>"\nLICET_DATABASE_URL=postgres://made-up:secret@db/licet?a=b\n',
      node: '#!/bin/sh\nenv\nprintf "argument %s\\n" "$@"\n',
    });
    chmodSync(join(folder, 'node'), 0o700);
    // In place of the program what it would be given is printed. `id` says a user of no rights, so that nobody is changed.
    const script = read('docs/operate/licet')
      .replaceAll('/etc/licet/licet.env', join(folder, 'licet.env'))
      .replace('cd /var/lib/licet', `cd '${folder}'; id() { echo 1000; }`)
      .replace('/usr/bin/node', join(folder, 'node'));
    writeFileSync(join(folder, 'licet'), script);
    const out = execFileSync('sh', [join(folder, 'licet'), 'report', 'answer', '1', '--text', 'two words'], {
      encoding: 'utf8',
    });
    const said = out.trimEnd().split('\n');
    for (const setting of [
      'LICET_CONTACT=Made-up Name <a@licet.example>',
      'LICET_DATABASE_URL=postgres://made-up:secret@db/licet?a=b',
      'LICET_DATA=/var/lib/licet/data',
    ])
      t.ok(said.includes(setting), setting);
    const given = said.flatMap((line) => (line.startsWith('argument ') ? [line.slice(9)] : []));
    t.strictSame(given.slice(-5), ['report', 'answer', '1', '--text', 'two words']);
    t.notMatch(given.join('\n'), /secret|Made-up/, 'arguments are read by everybody on the machine');
    for (const file of ['src/quick-start.js', 'src/cli.ts']) {
      t.ok(given.includes(`/opt/licet/${file}`));
      t.ok(existsSync(join(import.meta.dirname, '../..', file)));
    }
    t.match(read('docs/operate.md'), 'docs/operate/licet /usr/local/bin/licet');
    t.end();
  },
);
