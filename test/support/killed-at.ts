import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Loaded first, kills its own process in the middle of a take-up: as the function of `node:fs` that KILL_AT names is about to be called. */
const name = process.env.KILL_AT ?? '';
if (!(name in fs)) throw new Error(`KILL_AT names no function of node:fs: ${name}`);
Object.assign(fs, { [name]: () => process.kill(process.pid, 'SIGKILL') });
syncBuiltinESMExports();
