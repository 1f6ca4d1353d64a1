import { Webhook } from 'standardwebhooks';
import type { components } from './schema.ts';

/** What changed in an answer that is watched. */
export type WatchEvent = components['schemas']['WatchEvent'];

/** One delivery: CloudEvents 1.0. `id` is the same when it comes again; drop what you have handled. */
export type Delivery =
  | Readonly<{
      id: string;
      type: 'licet.answer.changed';
      source: string;
      subject?: string;
      time: string;
      data: WatchEvent;
    }>
  | Readonly<{ id: string; type: 'licet.test'; source: string; time: string; data: object }>;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const texts = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );

/**
 * Reads one delivery, offline.
 * @param body the bytes exactly as received, as text: read before any JSON parser
 * @param headers of the request, as Node or `Object.fromEntries(request.headers)` gives them
 * @param secret `whsec_…`, shown once when the receiver was named
 * @throws where it is forged, altered, or older than five minutes
 */
export const readDelivery = (body: string, headers: Headers, secret: string): Delivery =>
  new Webhook(secret).verify(body, texts(headers)) as Delivery;
