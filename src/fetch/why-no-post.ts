import { guard } from './guard.ts';
import { hopTo, unlogged } from './post-hop.ts';
import type { Reply } from './send.ts';

/** Why nothing may be sent to this address, by its letters alone; null where it may. Names are checked when they are resolved. */
export const whyNoPost = async (url: string): Promise<string | null> => {
  if (!URL.canParse(url)) return 'is no address';
  const reply: Reply = { ok: true, status: 200, headers: {}, bytes: new Uint8Array(), robots: null };
  const asked = await guard(false, unlogged)(async () => reply)(hopTo(url, false, { headers: {} }));
  return asked.ok ? null : `cannot be sent to: ${asked.why}`;
};
