import type { RightsKind } from '../../../schema/rights-request.ts';

/** What a person asks about what is held of them. Nobody is named in it. */
export type NewRightsRequest = Readonly<{
  at: string;
  kind: RightsKind;
  lang: string;
  text: string;
  /** SHA-256 of the secret part of the address at which the sender reads what became of it. */
  statusHash: string;
  /** The last day for an answer, in Asia/Shanghai. */
  dueOn: string;
}>;

/** The same as kept, under its number, with what became of it. */
export type RightsRequest = Omit<NewRightsRequest, 'statusHash'> &
  Readonly<{
    id: number;
    /** Why the answer was put off; null where it was not. */
    extendedBecause: string | null;
    state: 'waiting' | 'answered' | 'refused';
    /** What the sender reads; for a refusal, why. */
    answer: string | null;
    closedAt: string | null;
    /** Who closed it; never shown to the sender. */
    closedBy: string | null;
  }>;

type Closing = Readonly<{ state: 'answered' | 'refused'; answer: string; at: string; by: string }>;

/** What physicians ask of the operator by law, from the day it comes in until it is forgotten. */
export interface RightsRequestStore {
  /** Gives the number under which it waits; null when `most` wait already. */
  add(request: NewRightsRequest, most: number): Promise<number | null>;
  /** Those without an answer, soonest due first. */
  waiting(limit: number): Promise<readonly RightsRequest[]>;
  /** Those that are closed, newest first. */
  closed(limit: number): Promise<readonly RightsRequest[]>;
  find(id: number): Promise<RightsRequest | null>;
  /** The request whose sender has this secret. */
  byStatus(statusHash: string): Promise<RightsRequest | null>;
  /** Answers or refuses it, and forgets what was typed with it; false for one that does not wait. */
  close(id: number, closing: Closing): Promise<boolean>;
  /** Puts its last day off, once; false for one that does not wait or was put off before. */
  extend(id: number, because: string, dueOn: string): Promise<boolean>;
  /** Removes those that were closed before this instant; gives how many. */
  forgetClosed(before: string): Promise<number>;
}
