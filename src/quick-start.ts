import { enableCompileCache, type ResolveFnOutput, registerHooks } from 'node:module';
import { join } from 'node:path';

/**
 * Loaded before everything else (by `quick-start.js`, which `node --import` names in package.json and Dockerfile) and in every thread;
 * it changes how soon a program starts, and nothing else. No flag of V8 is set here: what Node brings compiled, and what it keeps, is of the same
 * flags or is compiled anew.
 *
 * Node keeps what it made of each file, its types stripped and compiled, and takes it up at the next start while the file is the same.
 * That lies beside the packages, not in the folder for temporary files, where another user could lay down code of theirs; where nothing
 * can be written there, nothing is kept. NODE_COMPILE_CACHE names another folder.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/licet'));

/**
 * To resolve an import Node looks for the file, follows links and reads the package.json above it, each time anew; that of drizzle-orm
 * has 179 kB and is asked for 110 times: half a second of every process and thread. Where an import names a file beside it, or one of
 * our own with its ending, the answer is known.
 */
const inPackage = /\/node_modules\//;
const inDrizzle = (file: string): boolean =>
  file.includes('/node_modules/drizzle-orm/') && file.endsWith('.js');
const sameFolder = /^\.\/[^/]+\.js$/;
/** Files `*.js` that Node has found to be ES modules by their package.json: it stands for every `*.js` of their folder. */
const modules = new Set<string>();

/** Zod brings its messages in 50 languages, a file each; ours are in our own words (fault-words.ts), and English is what stands in for them. */
const languagesOfZod = (specifier: string, parent: string): boolean =>
  specifier === '../locales/index.js' && parent.includes('/node_modules/zod/v4/');

/** The format of the file that `specifier` names as it stands; undefined where Node has to look. */
const knownFormat = (specifier: string, parent: string): string | undefined => {
  if (!specifier.startsWith('.')) return undefined;
  if (specifier.endsWith('.ts') && !inPackage.test(parent)) return 'module-typescript';
  if (specifier.endsWith('.json') && !inPackage.test(parent)) return 'json';
  const beside = sameFolder.test(specifier) && modules.has(parent);
  return beside || inDrizzle(parent) ? 'module' : undefined;
};

const root = new URL('..', import.meta.url).href;
const looked = new Map<string, ResolveFnOutput>();
/** What a package's name stands for is the same wherever a file of ours says it, so that Node has to look once. The client has packages of its own. */
const inOurs = (specifier: string, parent: string): boolean =>
  /^[@a-z][^:]*$/u.test(specifier) &&
  parent.startsWith(root) &&
  !parent.startsWith(`${root}client/`) &&
  !inPackage.test(parent);

type Look = () => ResolveFnOutput;

const lookOnce = (specifier: string, conditions: readonly string[], look: Look): ResolveFnOutput => {
  const key = `${specifier} ${conditions.join()}`;
  const before = looked.get(key);
  if (before !== undefined) return { ...before, shortCircuit: true };
  const outcome = look();
  looked.set(key, outcome);
  return outcome;
};

registerHooks({
  resolve: (specifier, context, next) => {
    const parent = context.parentURL ?? '';
    if (languagesOfZod(specifier, parent)) return next('../locales/en.js', context);
    const format = knownFormat(specifier, parent);
    const look: Look = () => next(specifier, context);
    const found =
      format !== undefined
        ? { url: new URL(specifier, parent).href, format, shortCircuit: true }
        : inOurs(specifier, parent)
          ? lookOnce(specifier, context.conditions, look)
          : look();
    if (found.format === 'module' && found.url.endsWith('.js')) modules.add(found.url);
    return found;
  },
});
