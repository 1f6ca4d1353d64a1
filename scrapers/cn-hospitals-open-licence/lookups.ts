/** The repositories a row may name in `source` → where they are published. */
export const repositories: Readonly<Record<string, string>> = {
  'hhui64/wuhan2020map': 'https://github.com/hhui64/wuhan2020map',
  '46319943/3AHospital': 'https://github.com/46319943/3AHospital',
  ROR: 'https://ror.org',
};

/** Licences under which a row may ship. */
export const licences: readonly string[] = ['MIT', 'Apache-2.0', 'CC0-1.0'];
