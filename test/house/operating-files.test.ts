import t from 'tap';
import { parse } from 'yaml';
import { z } from 'zod';
import about from '../../package.json' with { type: 'json' };
import { readProjectFile as read } from '../support/operating-files.ts';

t.test('the page names every setting, and the files use no other', (t) => {
  const settings = [...read('.env.example').matchAll(/^# (LICET_[A-Z_]+)=/gm)].map(([, name = '']) => name);
  const page = read('docs/operate.md');
  t.strictSame(
    settings.filter((name) => !page.includes(`\`${name}\``)),
    [],
  );
  // Two that the files hand to Caddy.
  const known = [...settings, 'LICET_HOST_NAME', 'LICET_UPSTREAM'];
  for (const file of ['compose.yaml', 'Caddyfile', 'licet.service', 'licet-backup.service']) {
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
