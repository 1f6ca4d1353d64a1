import type { Language } from '../../../schema/base.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { askedThings, asksFor, withoutAsked } from '../../names/parse/asked-besides.ts';
import { simplify } from '../../text/han.ts';
import type { Facts } from '../facts.ts';
import { isCalled } from './bears-name.ts';
import { inMandarin } from './kinds-of-words.ts';
import { listed } from './words-of-sentence.ts';

/** Between words that were set aside. */
const BETWEEN = /、|,\s/u;

/** What the record says of one of the things asked besides, or that it says nothing of it. */
const toldOf = (thing: (typeof askedThings)[number], { dossier }: Facts): Reason => {
  if (thing !== 'ownership') return reason(`name.${thing}-asked`);
  const { military, ownership } = dossier?.traits ?? {};
  if (military === true) return reason('name.ownership-army');
  return reason(ownership === undefined ? 'name.ownership-unknown' : `name.ownership-${ownership}`);
};

/** Words that were set aside, without those of which more is said. */
const withoutTold = (why: readonly Reason[], lang: Language): readonly Reason[] =>
  why.flatMap((one) => {
    const { words } = one.params;
    if (one.code !== 'name.words-aside' || typeof words !== 'string') return [one];
    const left = words.split(BETWEEN).map(withoutAsked);
    const said = left.filter((word) => word !== '');
    return said.length === 0 ? [] : [reason(one.code, { ...one.params, words: listed(said, lang) })];
  });

/**
 * The facts about a hospital that is settled on, with what is known of what its line asks besides: whose it is, whether somebody cheats, what it costs. As they are for a name
 * that somebody bears as it was typed. `line`: the question as it was typed.
 */
export const withToldBesides = (line: string | undefined, lang: Language, facts: Facts): Facts => {
  const { dossier, identification } = facts;
  if (line === undefined || dossier === null) return facts;
  const said = inMandarin(simplify(line));
  const asked = askedThings.filter((thing) => asksFor(thing, line) || asksFor(thing, said));
  if (asked.length === 0 || isCalled(dossier, line)) return facts;
  const told = asked.map((thing) => toldOf(thing, facts));
  return {
    ...facts,
    identification: { ...identification, why: [...withoutTold(identification.why, lang), ...told] },
  };
};
