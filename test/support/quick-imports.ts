import '../../src/quick-start.ts';

/**
 * Loaded before every test file (.taprc), in their worker threads and in the children they start (child.ts): what the product starts
 * with, and less of tap. Its own hooks, which are loaded after this file, note every file a test loads with its source map, for coverage
 * and `--changed`. Nothing here reads that, and with the maps of all packages it cost a fifth of every test process: match every file,
 * so that none is noted, and read no map, since stripped types move no line. tap itself overwrites what `test-env` says of it.
 */
process.env._TAPJS_PROCESSINFO_EXCLUDE_ = '/^/';
process.setSourceMapsEnabled(false);
