import { setTimeout as sleep } from 'node:timers/promises';

/** The framework and the addresses of the service, in parts of some 50 ms each. What one loads the next finds loaded. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('fastify'),
  () => import('@fastify/compress'),
  () => import('@fastify/multipart'),
  () => import('./http/routes/register.ts'),
  () => import('./http/register-protocols.ts'),
  () => import('./http/badge/register.ts'),
  () => import('./http/operator/register.ts'),
  () => import('./http/pages/register.ts'),
  () => import('./http/pages/account/register.ts'),
  () => import('./http/console/register.ts'),
  () => import('./app.ts'),
];

/** Long enough for a connection that waits to be taken, read and answered. */
const PAUSE_MS = 4;

/** Loads what the whole service needs; between parts questions are answered that need none of it. */
export const loadInParts = async (): Promise<void> => {
  for (const load of PARTS) {
    await sleep(PAUSE_MS);
    await load();
  }
  await sleep(PAUSE_MS);
};
