import type { Language } from '../../../schema/base.ts';
import type { Deps } from '../deps.ts';

/** What answers data tools: who is meant, and today's answers. */
export type ReconcileDeps = Pick<Deps, 'reader' | 'answers' | 'config' | 'clock'>;

/** One way to the service: its language, and the address it is reached at (`https://licet.example/reconcile`). */
export type Way = Readonly<{ lang: Language; base: string; at: string }>;
