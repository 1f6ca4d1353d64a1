/** As a child process: what the modules of one protocol (argument: its file) cost where the rest of the service is loaded already. */
const { url } = import.meta;
const load = (path: string): Promise<unknown> => import(new URL(`../../src/http/${path}`, url).href);
await load('routes/register.ts');
await load('pages/register.ts');
const heapMb = (): number => process.memoryUsage().heapUsed / 1_048_576;
globalThis.gc?.();
const [before, started] = [heapMb(), process.cpuUsage()];
await load(process.argv[2] ?? '');
const { user, system } = process.cpuUsage(started);
globalThis.gc?.();
process.send?.({ cpuMs: (user + system) / 1000, heapMb: heapMb() - before });
