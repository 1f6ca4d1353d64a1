import { shortens } from '../../src/names/compare/short-parent.ts';
import { parseReadings } from '../../src/names/parse/parse-name.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';

const OFFICIAL = new Set(['legal', 'second', 'former']);

type Own = Readonly<{ institution: string; parent: string }>;

/**
 * Tells whether an alias of a university's hospital is what another's official name is in short and its own are not (扬大附院, an alias of
 * 苏北人民医院, is 扬州大学附属医院): such a name is several hospitals'.
 */
export const shortOfAnother = (rows: readonly NameRow[]): ((row: NameRow) => boolean) => {
  const byRest = new Map<string, Own[]>();
  for (const { institution, value, kind, language } of rows) {
    if (language !== 'zh' || !OFFICIAL.has(kind)) continue;
    const [parts] = parseReadings(value);
    if (parts === undefined || parts.parentText === '') continue;
    byRest.set(parts.rest, [...(byRest.get(parts.rest) ?? []), { institution, parent: parts.parentText }]);
  }
  const own = Map.groupBy(
    rows.filter(({ kind }) => OFFICIAL.has(kind)),
    ({ institution }) => institution,
  );
  const isIn = (institution: string, value: string): boolean =>
    (own.get(institution) ?? []).some((row) => row.value.includes(value));
  return ({ institution, value, kind, language }) => {
    const [parts] = language === 'zh' && !OFFICIAL.has(kind) ? parseReadings(value) : [];
    if (parts === undefined || parts.parentText === '') return false;
    const named = (byRest.get(parts.rest) ?? []).filter(({ parent }) => shortens(parts.parentText, parent));
    return (
      !isIn(institution, value) && named.length > 0 && named.every((one) => one.institution !== institution)
    );
  };
};
