import { houseSorts } from '../../../schema/lexicon/house-sorts.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { sameSet } from '../compare/comparison.ts';
import type { LinkModel } from './link-model.ts';
import { armyCode, isShared, type LinkName, saysWhose } from './link-name.ts';

/** What was observed of a pair, by name of the feature; each counts its weight once (link-model.ts). */
export type Features = readonly string[];

const shortened = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));

const parentFeature = (a: LinkName, b: LinkName): Features => {
  if (a.parent === '' && b.parent === '') return [];
  if (a.parent === '' || b.parent === '') return ['parent.one'];
  if (a.parent === b.parent)
    return [a.parts?.parentText === b.parts?.parentText ? 'parent.equal' : 'parent.renamed'];
  return [shortened(a.parent, b.parent) ? 'parent.shortened' : 'parent.differs'];
};

const wordFeatures = (a: LinkName, b: LinkName, { commonCores }: LinkModel): Features => {
  if (a.full === b.full) return [];
  const common = commonCores.has(a.core) || a.ofDistrict || b.ofDistrict;
  // 西安市长安区医院 and 长安医院 share the name of a district, no word of their own.
  const district = (a.ofDistrict || b.ofDistrict) && a.core !== '';
  if (a.stem === b.stem)
    return [
      a.core === ''
        ? numbered(a)
          ? 'stem.equal.numbered'
          : 'stem.equal.generic'
        : district
          ? 'stem.equal.district'
          : common
            ? 'stem.equal.common'
            : 'stem.equal',
    ];
  if (a.core !== '' && a.core === b.core && (!district || a.bareStem === b.bareStem))
    return [
      a.bareStem === b.bareStem
        ? district
          ? 'stem.near.district'
          : 'stem.near'
        : common
          ? 'core.equal.common'
          : 'core.equal',
    ];
  if (a.core === b.core) return [a.bareStem === b.bareStem ? 'stem.near.generic' : 'words.differ'];
  return [a.core === '' || b.core === '' ? 'core.one' : 'core.differs'];
};

/** 北部妇产医院, 重庆北部妇产医院: in one city a word of its own needs no place. */
const ownWord = (a: LinkName, b: LinkName, { commonCores }: LinkModel): boolean =>
  a.stem === b.stem &&
  hasOwnWord(a, commonCores) &&
  a.parent === b.parent &&
  a.branch === b.branch &&
  [a, b].some(({ parts }) => parts?.places.length === 0);

/** 广州医学院第一附属医院, 广州医科大学附属第一医院: the same hospital of the same university, whatever that is called. */
const renamed = (a: LinkName, b: LinkName): boolean =>
  a.parent !== '' && a.parent === b.parent && a.stem === b.stem && a.branch === b.branch;

const numbered = ({ parts, series }: LinkName): boolean => series === 'city' && parts?.ordinal != null;

/** 首都医科大学附属北京朝阳医院, 北京朝阳医院: one of them leaves the university out. */
const placedWithParent = (a: LinkName, b: LinkName, { commonCores }: LinkModel): boolean =>
  a.stem === b.stem &&
  a.stem.length > 2 &&
  a.branch === b.branch &&
  (a.parent === '') !== (b.parent === '') &&
  (overlaps(finest(a), finest(b)) || (hasOwnWord(a, commonCores) && overlaps(townOf(a), townOf(b))));

/** A word of its own that few hospitals are called by, and no district's. */
const hasOwnWord = ({ parts, core, ofDistrict }: LinkName, commonCores: ReadonlySet<string>): boolean =>
  parts?.coreText !== '' && !ofDistrict && !commonCores.has(core);

/** The town that a name says, or that its university is called after: 武汉市中南医院, 武汉大学中南医院. */
const townOf = (name: LinkName): readonly string[] => {
  const own = finest(name);
  const { city } = leadingPlace(name.parent)?.place ?? {};
  return own.length > 0 || city == null ? own : [city];
};

/** 黔江中心医院, 重庆市黔江中心医院: the district is said in both, and so is what it has. */
const samelyCalled = ({ core, ofDistrict, parts }: LinkName): boolean =>
  core !== '' &&
  ofDistrict &&
  parts !== null &&
  (parts.ordinal !== null || parts.kinds.length + parts.specialties.length > 0);

const overlaps = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.some((one) => b.includes(one));

/** The cities a name says, or else its province: 甘肃省武威肿瘤医院 is not 甘肃省肿瘤医院. */
const finest = ({ parts }: LinkName): readonly string[] => {
  const places = parts?.places ?? [];
  const cities = places.filter((place) => !/(?:省|自治区)$/u.test(place));
  return cities.length > 0 ? cities : places;
};

/** 兰州第一医院, 兰州市第一医院: the same place said, and all the rest alike. */
const samePlaced = (a: LinkName, b: LinkName): boolean =>
  a.stem === b.stem &&
  a.stem.length > 2 &&
  a.parent === b.parent &&
  (samelyCalled(a) || overlaps(finest(a), finest(b)) || overlaps(a.parts?.districts, b.parts?.districts));

/** 解放军第169医院, 一六九中心医院; 解放军第八十八医院, 泰安八十八医院: each number of the army's was one hospital's at a time. */
const sameArmyCode = (a: LinkName, b: LinkName): boolean =>
  [a, b].some(({ series }) => series === 'army') &&
  armyCode(a) !== null &&
  armyCode(a) === armyCode(b) &&
  a.branch === b.branch;

const placeFeature = (a: LinkName, b: LinkName): Features => {
  const [one, other] = [a.parts?.places ?? [], b.parts?.places ?? []];
  if (one.length === 0 && other.length === 0) return [];
  if (one.length === 0 || other.length === 0) return ['place.one'];
  return [one.some((place) => other.includes(place)) ? 'place.equal' : 'place.within'];
};

const sortFeatures = (a: LinkName, b: LinkName): Features => {
  const soft = (name: LinkName) => (name.parts?.kinds ?? []).filter((kind) => kind !== 'affiliated');
  return [
    ...(sameSet(soft(a), soft(b)) ? [] : ['sort.differs']),
    ...(a.parts?.body === b.parts?.body ? [] : ['body.differs']),
    ...(a.branch === b.branch ? [] : [a.trunk === b.trunk ? 'campus' : 'campus.other']),
    ...(a.series === b.series
      ? []
      : a.parts?.ordinal === b.parts?.ordinal
        ? ['series.other']
        : ['series.ordinal']),
    ...(a.parts?.ordinal != null && a.parts.ordinal === b.parts?.ordinal ? ['ordinal.equal'] : []),
  ];
};

/** 黑龙江省康复医院, 陵川县医疗集团: nothing but a whole province, city or county and what it does. */
const ofItsPlace = ({ core, value, parts }: LinkName): boolean =>
  (core === '' || parts?.core.length === 0) && leadingPlace(value)?.place.full === true;
const isPublic = (name: LinkName): boolean => ofItsPlace(name) || publiclyCalled(name);
const publiclyCalled = ({ parts, series, parent }: LinkName): boolean =>
  series !== 'city' ||
  parent !== '' ||
  (parts !== null &&
    (parts.ordinal !== null || parts.kinds.some((kind) => houseSorts.publiclyRun.has(kind))));

const WHOLE = new Set(['legal', 'second', 'former']);

/** An alias is often a short form: 示例院 alone could be anybody's. */
const placed = ({ parts, parent }: LinkName): boolean =>
  parent !== '' ||
  (parts !== null && (parts.places.length > 0 || parts.districts.some((one) => !isShared(one))));

/** What two names have in common and what sets them apart. */
export const nameFeatures = (a: LinkName, b: LinkName, model: LinkModel): Features => {
  if (a.full === b.full) {
    if (a.kind === 'english' || b.kind === 'english') return ['name.english'];
    if (!WHOLE.has(a.kind) && !WHOLE.has(b.kind)) return ['name.shared'];
    if (!WHOLE.has(a.kind) || !WHOLE.has(b.kind))
      return ['name.alias', ...(saysWhose(a, model.commonCores) ? [] : ['name.unplaced'])];
    return [
      a.kind === 'legal' && b.kind === 'legal' ? 'name.legal' : 'name.other',
      ...(saysWhose(a, model.commonCores) ? [] : ['name.unplaced']),
      ...(placed(a) ? [] : ['name.placeless']),
    ];
  }
  if (a.parts === null || b.parts === null) return ['name.none'];
  if (ownWord(a, b, model)) return ['stem.alone', ...sortFeatures(a, b)];
  if (renamed(a, b)) return ['name.renamed', ...sortFeatures(a, b)];
  if (placedWithParent(a, b, model)) return ['stem.placed.parent', ...sortFeatures(a, b)];
  if (samePlaced(a, b) || sameArmyCode(a, b))
    return [a.branch === b.branch ? 'stem.placed' : 'stem.placed.campus', ...sortFeatures(a, b)];
  return [
    ...wordFeatures(a, b, model),
    ...(isPublic(a) && isPublic(b) ? ['both.public'] : []),
    ...parentFeature(a, b),
    ...placeFeature(a, b),
    ...sortFeatures(a, b),
  ];
};
