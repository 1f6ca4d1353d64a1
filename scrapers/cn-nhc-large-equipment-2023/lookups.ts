/** First words of a line of the catalogue → the machines it names, by their code in the service vocabulary. */
export const equipment: readonly (readonly [string, readonly string[]])[] = [
  ['重离子质子放射治疗系统', ['proton', 'carbon-ion']],
  ['高端放射治疗类设备', ['mr-linac', 'cyberknife']],
  ['首次配置的单台（套）价格在5000万元', ['first-unit-50m']],
  ['正电子发射型磁共振成像系统', ['pet-mr']],
  ['X线正电子发射断层扫描仪', ['pet-ct']],
  ['腹腔内窥镜手术系统', ['surgical-robot']],
  ['常规放射治疗类设备', ['conventional-radiotherapy']],
  ['首次配置的单台（套）价格在3000', ['first-unit-30m']],
];

/** 甲 needs a permit of the national commission, 乙 one of the province. */
export const classes: Readonly<Record<string, 'A' | 'B'>> = { 甲: 'A', 乙: 'B' };
