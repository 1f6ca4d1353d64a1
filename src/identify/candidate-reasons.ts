import { reason, reasonCatalogue } from '../../schema/reason.ts';
import { nameKinds } from '../../schema/record.ts';
import type { Reason } from '../../schema/verdict.ts';
import type { NameIndex } from '../names/index/name-index.ts';
import { type AskedPlace, placeFit, placeText } from './asked-place.ts';
import type { Likely } from './model/likelihood.ts';
import { NAMED_THERE } from './model/named-there.ts';

/** How the place stated beside the name stands to where the institution is. */
const placeReasons = (asked: AskedPlace, known: AskedPlace): Reason[] => {
  const fit = placeFit(asked, known);
  if (fit === 'not-asked') return [];
  if (fit === 'agrees') return [reason('place.agrees', { place: placeText(asked) })];
  if (fit === 'unknown') return [reason('place.unknown', { asked: placeText(asked) })];
  return [reason('place.differs', { asked: placeText(asked), registered: placeText(known) })];
};

const partReasons = ({ comparison }: Likely): Reason[] =>
  comparison.parts
    .filter((part) => (part.asked !== '' || part.found !== '') && `part.${part.code}` in reasonCatalogue)
    .map(({ code, asked, found }) =>
      code === 'body.differs' && asked === ''
        ? reason('part.body.not-said', { found })
        : reason(`part.${code}`, { asked: asked || '–', found: found || '–' }),
    );

/** Why an institution could be the one meant: the name that was hit or compared, part by part, and the place. */
export const candidateReasons = (index: NameIndex, asked: AskedPlace, one: Likely): readonly Reason[] => {
  const name = index.names.at(one.name);
  const place = placeReasons(asked, index.places.at(one.institution));
  const kind = nameKinds[index.nameKind[one.name] ?? 0] ?? 'alias';
  if (one.key === 'whole') return [reason(`name.${kind}.equal`, { name }), ...place];
  if (one.key === 'translation') return [reason('name.translation.equal', { name }), ...place];
  const named = one.key === 'short' || one.key === 'core' || one.features.has(NAMED_THERE);
  if (named) return [reason('name.short.equal', { name }), ...place];
  if (one.key === 'initials') return [reason('name.initials.equal', { name }), ...place];
  return [reason('name.similar', { name }), ...partReasons(one), ...place];
};
