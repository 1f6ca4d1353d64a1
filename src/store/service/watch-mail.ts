import type { KeptWatch } from './watches.ts';

/** Who is told of a watch by mail. `confirmedAt` is null as long as the reader of the address has not said yes. */
export type WatchMail = Readonly<{ address: string; askedAt: string; confirmedAt: string | null }>;

/** How the mails of a watch go, for whoever looks after them: without the address, which is the partner's alone. */
export type MailStanding = Readonly<{
  confirmedAt: string | null;
  /** The day of the last mail that told of events. */
  lastOn: string | null;
  /** How often in a row the mail server refused. */
  failed: number;
}>;

/** A mail that is to be sent now: the question whether the address wants it, or the events after number `told`. */
export type DueMail = Readonly<{
  kind: 'question' | 'digest';
  watch: KeptWatch;
  address: string;
  token: string;
  told: number;
  failed: number;
}>;

/**
 * What became of a mail that the server had refused `failed` times before. `told`: number of the newest event in it, null where the server refused it; `again`: when it is tried again, null
 * for never. `today`: the day in Asia/Shanghai.
 */
export type SentMail = Readonly<{
  watch: string;
  token: string;
  kind: DueMail['kind'];
  failed: number;
  told: number | null;
  again: string | null;
  today: string;
}>;

/** The addresses that watches are told to by mail, one a watch. Ids of watches are the caller's to check. */
export interface WatchMailStore {
  /** Puts an address in the place of the one before, and has it asked. What has happened by then is not told to it. */
  ask(watch: string, address: string, token: string, at: string): Promise<void>;
  of(watch: string): Promise<WatchMail | null>;
  standing(watch: string): Promise<MailStanding | null>;
  /** Forgets the address; false when there is none. */
  remove(watch: string): Promise<boolean>;
  /** The watch whose mails hold this token. */
  byToken(token: string): Promise<Readonly<{ watch: KeptWatch; mail: WatchMail }> | null>;
  /** Notes that the reader of the address said yes; false where nobody was asked with this token. */
  confirm(token: string, at: string): Promise<boolean>;
  /** Whether any mail is to be sent at this instant, on this day. */
  hasDue(at: string, today: string): Promise<boolean>;
  /**
   * Takes a mail to be sent: to addresses that said yes once a day at most, and only for partners with a live key. Until the instant
   * `until` nobody else is given the same, so that of several servers one sends it. Null where there is none.
   */
  take(at: string, today: string, until: string): Promise<DueMail | null>;
  /** Notes what became of a mail; a refusal that another one was noted before is not counted twice. */
  settle(sent: SentMail): Promise<void>;
}
