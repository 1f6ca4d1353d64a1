import type { Descriptor } from '../../../schema/source.ts';
import type { SourceKey } from '../../../schema/source-key.ts';
import { shanghaiDay } from '../../text/dates.ts';

/** What the operator set for an interface with a key. */
export type KeyUse = Readonly<{
  key: string;
  /** What to ask for, where the interface is asked by ids. */
  ids: readonly string[];
  /** The operator's own monthly budget; null for the descriptor's. */
  credits: number | null;
}>;

/** Keys by the setting they came from. */
export type CreditKeys = Readonly<Record<string, KeyUse>>;

/** Why an interface with a key is not asked; null when it may be, and for sources without one. */
export const whyKeyOff = ({ key }: Pick<Descriptor, 'key'>, keys: CreditKeys): string | null => {
  if (key === undefined) return null;
  const use = keys[key.variable];
  if (use === undefined) return `off: ${key.variable} is not set (the key of the operator's own contract)`;
  return key.ids !== undefined && use.ids.length === 0 ? `off: ${key.ids} names nothing to ask for` : null;
};

/** The calendar month in which credits are counted, in Asia/Shanghai. */
export const creditMonth = (now: Date): string => shanghaiDay(now).slice(0, 7);

/** The most a source may spend a month. */
export const budgetOf = (key: SourceKey, use: KeyUse): number => use.credits ?? key.credits;

const itemsAt = (value: unknown, path: readonly string[]): readonly unknown[] => {
  const [member, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((one) => itemsAt(one, path));
  if (member === undefined) return value === undefined || value === null ? [] : [value];
  return typeof value === 'object' && value !== null && member in value
    ? itemsAt((value as Record<string, unknown>)[member], rest)
    : [];
};

/** What an answer cost: one credit for each item of the counted members, at least one. An answer that is no JSON costs what was reserved. */
export const costOf = ({ counts = [], reserve = 1 }: SourceKey, body: Uint8Array): number => {
  try {
    const answer: unknown = JSON.parse(new TextDecoder().decode(body));
    const items = counts.flatMap((path) => itemsAt(answer, path.split('.')));
    return Math.max(1, items.length);
  } catch {
    return reserve;
  }
};
