import { memoryReader } from '../../bench/names/memory-reader.ts';

/** A hospital by its one registered name, which is its id here, and where it stands; `official` where an authority's list names it. */
export const rowOf = (
  value: string,
  province: string,
  city: string,
  { district = null, official = true }: Readonly<{ district?: string | null; official?: boolean }> = {},
) =>
  ({ institution: value, value, kind: 'legal', language: 'zh', province, city, district, official }) as const;

/** A registry with one hospital on record, by its one name and where it stands. */
export const onlyOnRecord = (value: string, province: string, city: string, district: string | null = null) =>
  memoryReader([rowOf(value, province, city, { district })]);
