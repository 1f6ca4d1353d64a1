type Equipment = Readonly<{ code: string; services: readonly string[] }>;

/** First words of a line of the catalogue → its code, and the services that need such a machine. */
export const equipment: readonly (readonly [string, Equipment])[] = [
  ['重离子质子放射治疗系统', { code: 'particle-radiotherapy', services: ['proton', 'carbon-ion'] }],
  ['高端放射治疗类设备', { code: 'high-end-radiotherapy', services: ['mr-linac', 'cyberknife'] }],
  ['首次配置的单台（套）价格在5000万元', { code: 'first-unit-50m', services: [] }],
  ['正电子发射型磁共振成像系统', { code: 'pet-mr', services: ['pet-mr'] }],
  ['X线正电子发射断层扫描仪', { code: 'pet-ct', services: ['pet-ct'] }],
  ['腹腔内窥镜手术系统', { code: 'surgical-robot', services: ['surgical-robot'] }],
  ['常规放射治疗类设备', { code: 'conventional-radiotherapy', services: ['conventional-radiotherapy'] }],
  ['首次配置的单台（套）价格在3000', { code: 'first-unit-30m', services: [] }],
];

/** 甲 needs a permit of the national commission, 乙 one of the province. */
export const classes: Readonly<Record<string, 'A' | 'B'>> = { 甲: 'A', 乙: 'B' };
