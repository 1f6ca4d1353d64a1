import type { WatchEvent } from '../../schema/watch.ts';
import type { KeptWatch } from '../store/service/watches.ts';
import { eventLine } from './event-words.ts';

/** Events a mail tells; further ones are counted, and stand on the page. */
export const EVENTS_TOLD = 100;

/** What a mail says, and the headers by which a mail program offers to stop it. */
type Written = Readonly<{ subject: string; text: string; headers: Readonly<Record<string, string>> }>;

const words = {
  question: {
    en: (name: string) => `Shall changes of “${name}” be sent here?`,
    zh: (name: string) => `是否将“${name}”的变化发送到此邮箱？`,
  },
  asks: {
    en: (partner: string) =>
      `${partner} entered this address to be told when an answer about a Chinese hospital changes: one mail a day at most, and none where nothing changed.`,
    zh: (partner: string) =>
      `${partner} 填写了此邮箱，以便在有关中国医院的答复变化时收到通知：每天最多一封，没有变化则不发送。`,
  },
  yes: { en: 'If you want that, open this page and say yes:', zh: '如您同意，请打开此页面并确认：' },
  no: {
    en: 'If you do not, do nothing: no further mail is sent.',
    zh: '如您不同意，无需任何操作：不会再发送邮件。',
  },
  subject: {
    en: (count: number, name: string) => `${count} ${count === 1 ? 'change' : 'changes'}: ${name}`,
    zh: (count: number, name: string) => `${count} 项变化：${name}`,
  },
  more: {
    en: (count: number, url: string) => `${count} more: ${url}`,
    zh: (count: number, url: string) => `另有 ${count} 项：${url}`,
  },
  stop: { en: 'To get no more of these mails:', zh: '不再接收此类邮件：' },
  nothingReplaced: {
    en: 'No answer replaces the hospital’s own practice licence.',
    zh: '任何答复都不能代替医院的《医疗机构执业许可证》。',
  },
} as const;

/** Where the links of a mail lead: the address of this service, and what tells the mail's reader. */
type Links = Readonly<{ base: string; token: string }>;

/** The mail that asks whoever reads an address: without a yes nothing else is ever sent there. */
export const questionLetter = ({ name, lang, partner }: KeptWatch, { base, token }: Links): Written => ({
  subject: words.question[lang](name),
  text: [
    words.asks[lang](partner),
    `${words.yes[lang]}\n${base}/mail/${token}?lang=${lang}`,
    words.no[lang],
  ].join('\n\n'),
  headers: { 'Auto-Submitted': 'auto-generated' },
});

const paragraphOf = ({ lang }: KeptWatch, event: WatchEvent): string => {
  const { after, why, answer } = event;
  const head = eventLine(event, lang, { referenced: true });
  return [head, after.summary, ...why.reasons.slice(0, 2).map(({ text }) => text), answer].join('\n');
};

/** The mail that tells what changed since the last one: at most a hundred events, and how many there are besides. */
export const digestLetter = (
  watch: KeptWatch,
  events: readonly WatchEvent[],
  count: number,
  { base, token }: Links,
): Written => {
  const { id, name, lang } = watch;
  const stop = `${base}/mail/${token}/stop`;
  const more = count - events.length;
  const rest = more > 0 ? [words.more[lang](more, `${base}/partners/watches/${id}`)] : [];
  const foot = `--\n${words.nothingReplaced[lang]}\n${words.stop[lang]} ${stop}?lang=${lang}`;
  return {
    subject: words.subject[lang](count, name),
    text: [...events.map((event) => paragraphOf(watch, event)), ...rest, foot].join('\n\n'),
    // RFC 2369 and RFC 8058: a mail program stops it with one click.
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
};
