import { registerHooks } from 'node:module';

/**
 * tap's own hooks, which are loaded after this file, note every file a test loads with its source map, for coverage and
 * `--changed`. Nothing here reads that, and with the maps of all packages it cost a fifth of every test process: match every file,
 * so that none is noted, and read no map, since stripped types move no line. tap itself overwrites what `test-env` says of it.
 */
process.env._TAPJS_PROCESSINFO_EXCLUDE_ = '/^/';
process.setSourceMapsEnabled(false);

/**
 * Loaded before every test file (.taprc), in their worker threads and in the children they start (child.ts). To resolve an
 * import Node looks for the file, follows links and reads the package.json above it, each time anew; that of drizzle-orm
 * has 179 kB and is asked for 110 times: half a second of every process. Where an import names a file beside it, or one of our
 * own with its ending, the answer is known.
 */
const inPackage = /\/node_modules\//;
const inDrizzle = /\/node_modules\/drizzle-orm\/.+\.js$/;
const sameFolder = /^\.\/[^/]+\.js$/;
/** Files `*.js` that Node has found to be ES modules by their package.json: it stands for every `*.js` of their folder. */
const modules = new Set<string>();

/** The format of the file that `specifier` names as it stands; undefined where Node has to look. */
const knownFormat = (specifier: string, parent: string): string | undefined => {
  if (!specifier.startsWith('.')) return undefined;
  if (specifier.endsWith('.ts') && !inPackage.test(parent)) return 'module-typescript';
  const beside = sameFolder.test(specifier) && modules.has(parent);
  return beside || inDrizzle.test(parent) ? 'module' : undefined;
};

registerHooks({
  resolve: (specifier, context, next) => {
    const parent = context.parentURL ?? '';
    const format = knownFormat(specifier, parent);
    const found =
      format === undefined
        ? next(specifier, context)
        : { url: new URL(specifier, parent).href, format, shortCircuit: true };
    if (found.format === 'module' && found.url.endsWith('.js')) modules.add(found.url);
    return found;
  },
});
