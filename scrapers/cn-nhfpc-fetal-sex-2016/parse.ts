import { parseForbidden } from '../presets/prohibitions.ts';

/** What the provisions forbid that patients are offered. In force since 2016-05-01. */
export const parse = parseForbidden({
  items: { 非医学需要的胎儿性别鉴定: 'sex-determination' },
  validFrom: '2016-05-01',
});
