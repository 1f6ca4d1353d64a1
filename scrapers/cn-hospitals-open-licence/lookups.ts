/** The repositories a row may name in `source` → where they are published. */
export const repositories: Readonly<Record<string, string>> = {
  'hhui64/wuhan2020map': 'https://github.com/hhui64/wuhan2020map',
  '46319943/3AHospital': 'https://github.com/46319943/3AHospital',
  ROR: 'https://ror.org',
};

/** Licences under which a row may ship. */
export const licences: readonly string[] = ['MIT', 'Apache-2.0', 'CC0-1.0'];

/**
 * Names of the directory that name no single hospital: a kind without a place (人民医院, 市妇幼保健院, 附属医院) or a famous word alone
 * (同济医院). They are kept as aliases, so that such a row founds no institution and settles no identity.
 */
export const vagueName =
  /^(省|市|县|区|地区)(?!南|北|中)(?:(?!市|县|区).)*$|^(第[一二三四五六七八九十]+)?(人民|中心|中医|妇幼|儿童|附属|武警)?(医院|保健院)$|^(协和|华山|湘雅|华西|齐鲁|同济|天坛|同仁|中山|仁济)医院$/u;
