import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeRegister } from '../refresh/register.ts';

const register = join(import.meta.dirname, '../refresh/register.ts');

/** A source folder for the made-up list, fetched from `url`; the nights of the bench look at nothing else. */
export const writeSource = (catalogue: string, url: string): void => {
  const dir = join(catalogue, 'cn-bench-register');
  mkdirSync(dir, { recursive: true });
  const from = JSON.stringify(register);
  writeFileSync(
    join(dir, 'source.ts'),
    `import { registerSource } from ${from};
const { descriptor } = registerSource('');
export const source = {
  ...descriptor, id: 'cn-bench-register', how: 'fetched', plainHttp: true, cadence: '* * * * * *',
  pages: [{ key: 'register', url: ${JSON.stringify(url)} }],
};
`,
  );
  writeFileSync(
    join(dir, 'parse.ts'),
    `import { registerSource } from ${from};\nexport const { parse } = registerSource('');\n`,
  );
};

/** Hands out the made-up list: whole, or with every `every`-th row changed. Gives its address and how to change what it hands out. */
export const serveList = async (folder: string, size: number, every: number) => {
  const pages = [0, every].map((changed, at) =>
    readFileSync(writeRegister(join(folder, `${at}`), size, changed)),
  );
  let shown = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/register.csv') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end(pages[shown]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/register.csv`,
    change: () => {
      shown = 1 - shown;
    },
    close: () => server.close(),
  };
};
