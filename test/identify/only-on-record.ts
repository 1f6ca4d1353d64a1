import { memoryReader } from '../../bench/names/memory-reader.ts';

/** A registry with one hospital on record, by its one name and where it stands. */
export const onlyOnRecord = (value: string, province: string, city: string, district: string | null = null) =>
  memoryReader([
    {
      institution: value,
      value,
      kind: 'legal',
      language: 'zh',
      province,
      city,
      district,
      official: true,
    },
  ]);
