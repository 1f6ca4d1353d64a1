import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Notes in the file NOTED_MODULES which packages a process loads (`node --import`), one address a line. */
const file = process.env.NOTED_MODULES;

registerHooks({
  load: (url, context, next) => {
    if (file !== undefined && url.includes('/node_modules/')) appendFileSync(file, `${url}\n`);
    return next(url, context);
  },
});
