import { basename, dirname } from 'node:path';
import { exportsOf, takenBy } from './house/exports.ts';
import { matching, perImport, rule } from './house/rule.ts';
import { files, housed, pathsBelow, pureRooms, type Room, roomOf, rooms } from './house/tree.ts';

const rank = (room: Room) => rooms.indexOf(room);
const isIo = (from: string) =>
  /^node:(fs|net|http|https|http2|tls|dgram|dns|child_process|worker_threads)/.test(from);
const sourceFolders = [...new Set(pathsBelow('scrapers').map((path) => path.split('/')[1] ?? ''))].filter(
  (name) => /^(cn|intl)-/.test(name),
);

rule('every folder of src is a room with a place in the one direction', () =>
  pathsBelow('src')
    .filter((path) => roomOf(path) === undefined)
    .map(
      (path) => `${path}: give its folder a place in \`rooms\` of test/house/tree.ts, or move it into a room`,
    ),
);

rule('a room imports only from rooms to its left', () =>
  perImport(housed, (file, { from }) => {
    const to = roomOf(from);
    if (!to || !file.room || rank(to) <= rank(file.room)) return null;
    return `${file.path} (${file.room}) imports ${from} (${to}): arrows point left; hand it in as a parameter or move the shared part left`;
  }),
);

rule('a pure room takes only types from rooms that do I/O', () =>
  perImport(housed, (file, { from, typeOnly }) => {
    const to = roomOf(from);
    if (!file.room || !pureRooms.includes(file.room) || !to || typeOnly || pureRooms.includes(to))
      return null;
    return `${file.path} runs code of ${from}: a pure room receives what it needs; use \`import type\` and a parameter`;
  }),
);

rule('a pure room opens no file, socket or process', () =>
  perImport(housed, (file, { from }) =>
    file.room && pureRooms.includes(file.room) && isIo(from)
      ? `${file.path} imports ${from}: let the caller read it and pass the value`
      : null,
  ),
);

rule('a source folder never imports another', () =>
  perImport(housed, (file, { from }) => {
    const [, own] = file.path.split('/');
    const [room, other] = from.split('/');
    if (file.room !== 'scrapers' || room !== 'scrapers' || own === other) return null;
    if (other === 'presets') return null;
    return `${file.path} imports ${from}: move what both need to src/readers, or to scrapers/presets if descriptors say it alike`;
  }),
);

rule('only fetch opens outbound sockets', () => [
  ...perImport(housed, (file, { from }) => {
    const isSocket = /^(undici|node:(net|http|https|http2|tls|dgram|dns)(\/|$))/.test(from);
    const listens = file.path === 'src/answer-early.ts';
    return isSocket && file.room !== 'fetch' && !listens
      ? `${file.path} imports ${from}: go through src/fetch, which keeps the manners`
      : null;
  }),
  ...matching(/(?<![\w.$])fetch\(/, ({ room }) => room === 'fetch', 'calls fetch(): go through src/fetch'),
]);

rule('only config.ts reads the environment', () =>
  matching(
    /process\.env\b/,
    ({ path }) => path === 'src/config.ts',
    'reads process.env: add a field to src/config.ts',
  ),
);

rule('only clock.ts tells the time', () =>
  matching(
    /\bDate\.now\(|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)/,
    ({ path }) => path === 'src/clock.ts',
    'asks for the time: take `now: Date` as a parameter',
  ),
);

rule('a fault of ours is told by its class, not by its words', () =>
  matching(
    /\b(cause|error|fault)\.(name|message)\s*[!=]==|\.message\.(startsWith|includes|match)\(/,
    // What a socket says is told by the names the platform gives it.
    ({ room }) => room === 'fetch',
    'compares the words of a fault: give it a class of its own and ask instanceof',
  ),
);

rule('only main and cli have side effects, so nobody imports them', () =>
  perImport(files, (file, { from }) =>
    from === 'src/main.ts' || from === 'src/cli.ts'
      ? `${file.path} imports ${from}: it starts a program; import what it is made of`
      : null,
  ),
);

rule('a source folder offers source.ts and parse.ts', () =>
  sourceFolders.flatMap((id) =>
    ['source.ts', 'parse.ts']
      .filter((name) => !files.some((file) => file.path === `scrapers/${id}/${name}`))
      .map((name) => `scrapers/${id}: add ${name}; scrapers/README.md shows the five-minute recipe`),
  ),
);

rule('sources are found by globbing, nothing lists them by hand', () => [
  ...perImport(
    files.filter(({ room }) => room !== 'scrapers'),
    (file, { from }) =>
      sourceFolders.includes(from.split('/')[1] ?? '') && from.startsWith('scrapers/')
        ? `${file.path} imports ${from}: load it through src/harvest/catalogue.ts`
        : null,
  ),
  ...housed
    .filter(({ room }) => room !== 'scrapers')
    .filter(({ text }) => sourceFolders.filter((id) => text.includes(`'${id}'`)).length > 4)
    .map(({ path }) => `${path} names more than four sources: put the fact into their descriptors`),
]);

rule('a file has at most 200 lines', () =>
  files
    .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 200)
    .map(({ path, lines }) => `${path} has ${lines} lines: split it where a reader would turn the page`),
);

rule('a file exports only what another file names', () => {
  const taken = new Set(files.flatMap(takenBy));
  // The migration tool reads tables by their folder.
  const asked = files.filter(
    ({ path }) => /^(?:src|schema)\//.test(path) && !/^schema\/(tables|postgres)\//.test(path),
  );
  return asked
    .filter(({ path }) => !taken.has(`${path}#*`))
    .flatMap((file) =>
      exportsOf(file)
        .filter((name) => !taken.has(`${file.path}#${name}`))
        .map(
          (name) => `${file.path} exports ${name}, which no other file names: keep it to itself or delete it`,
        ),
    );
});

rule('a folder of src has at most 25 source files', () => {
  const folders = Map.groupBy(
    files.filter(({ path }) => path.startsWith('src/')),
    ({ path }) => dirname(path),
  );
  return [...folders]
    .filter(([, inside]) => inside.length > 25)
    .map(
      ([folder, { length }]) => `${folder} has ${length} files: give what belongs together a room of its own`,
    );
});

rule('a file is named in kebab-case for what it holds', () =>
  [
    ...files.map(({ path }) => path),
    ...pathsBelow('scrapers').filter((path) => path.endsWith('.json')),
  ].flatMap((path) => {
    const name = basename(path).replace(/\.(test\.)?(expected\.)?(ts|json)$/, '');
    const vague =
      /(^|\/)(utils?|helpers?|misc|common|services)\//.test(path) ||
      /^(utils?|helpers?|misc|common|index)$/.test(name);
    if (vague)
      return [`${path}: name it after what it does; a drawer for everything and a barrel are not rooms`];
    return /\/fixtures\//.test(path) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
      ? []
      : [`${path}: rename it to kebab-case`];
  }),
);

rule('nothing is left for later in the sources', () => {
  const later = new RegExp(
    `\\b(${['TO', 'FIX', 'XX'].map((half, i) => half + ['DO', 'ME', 'X'][i]).join('|')})\\b`,
  );
  return files
    .filter(({ text }) => later.test(text))
    .map(({ path }) => `${path}: do it, or file an issue and say nothing here`);
});
