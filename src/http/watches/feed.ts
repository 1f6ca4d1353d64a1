import { Feed } from 'feed';
import type { WatchEvent } from '../../../schema/watch.ts';
import { escapeXml } from '../../badge/text.ts';
import type { KeptWatch } from '../../store/service/watches.ts';
import { eventLine } from '../../watch/event-words.ts';

/** Events a feed shows; whoever looks once a month misses none of a quiet watch, and `/events` has them all. */
export const EVENTS_SHOWN = 50;

/** Where a feed stands, and where whoever reads it finds more. */
type FeedPlace = Readonly<{ base: string; self: string }>;

/** Paragraphs of an event, escaped: what stands now, why, and what stood before. */
const contentOf = ({ reference, before, after, why }: WatchEvent): string =>
  [reference, after.summary, ...why.reasons.map(({ text }) => text), `← ${before.summary}`]
    .filter((line) => line !== null)
    .map((line) => `<p>${escapeXml(line)}</p>`)
    .join('');

/** The events of a watch, oldest first as the store gives them, as an Atom feed (RFC 4287), newest first. */
export const atomOf = (
  watch: KeptWatch,
  events: readonly WatchEvent[],
  { base, self }: FeedPlace,
): string => {
  const { id, name, lang, createdAt } = watch;
  const feed = new Feed({
    id: `urn:licet:watch:${id}`,
    title: name,
    updated: new Date(events.at(-1)?.at ?? createdAt),
    language: lang,
    generator: 'Licet',
    feedLinks: { atom: self },
    link: `${base}/partners/watches/${id}`,
    author: { name: 'Licet' },
  });
  for (const event of [...events].reverse())
    feed.addItem({
      id: `urn:licet:event:${event.id}`,
      title: escapeXml(eventLine(event, lang, { referenced: false })),
      link: event.answer,
      date: new Date(event.at),
      content: contentOf(event),
    });
  return feed.atom1();
};
