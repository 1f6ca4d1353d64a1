import { captcha, type MadeUpPages, webPage } from '../fixture-maker.ts';

const notices = (titles: readonly string[]): string =>
  webPage('公告', `<h2>通知公告</h2><ul>${titles.map((title) => `<li>${title}</li>`).join('')}</ul>`);
const passed = [
  '<a href="1.html">编造示例区人民医院顺利通过国际医院评审认证（中国）标准评审</a> 2025-01-10',
  '<a href="2.html">祝贺编造示例大学附属医院（编造市第九医院）正式通过CIHA认证</a> [2026-02-11]',
  '<a href="3.html">关于2026年度培训班的通知</a> 2026-03-01',
];

export const cihaNotices: MadeUpPages = {
  source: 'intl-ciha-notices',
  files: {
    'list.html': notices(passed),
    'list-captcha.nasty.html': captcha,
    'list-empty.nasty.html': '',
    'list-half-page.nasty.html': notices(passed).slice(0, 500),
    'list-nameless.nasty.html': notices([...passed, '某单位通过评审认证 2026-04-01']),
    'list-dateless.nasty.html': notices(passed.map((title) => title.replace('2025-01-10', ''))),
    'list-row-twice.nasty.html': notices([...passed, passed[0] ?? '']),
    'list-no-list.nasty.html': webPage('公告', '<p>系统维护中</p>'),
  },
};

const temosHeading = ['Status', 'Accredited/Assessed Partner*', 'Country', 'City', 'Type', 'Facility type'];
const abroad = Array.from({ length: 61 }, (_, at) => [
  `Made-up Foreign Clinic ${at + 1}`,
  at % 2 === 0 ? 'Germany' : 'Turkey',
  'Example City',
  'Secondary care',
  'Hospital',
]);
const inChina = [
  ['Made-up Example Hospital', 'China', 'Shanghai', 'Tertiary care', 'Excellence, Hospital'],
  ['Made-up Harbour Hospital', 'Hong Kong', 'Hong Kong', 'Secondary care', 'Hospital'],
];
/** The page's own markup: hidden keys to sort by, a picture for the status, a column no reader sees. */
const temosRow = ([name, country, city, type, kind]: readonly string[]): string =>
  `<tr class="hos"><td class="hos-status"><span class="hidden tosort">0</span><img src="Pictures/excellence.png" alt=""></td>` +
  `<td class="hos-name"><a href="/AccreditedPartners/Details.aspx?id=1"><span class="tosort">${name}</span></a></td>` +
  `<td class="hos-country"><span class="tosort">${country}</span></td><td class="hos-city"><span class="tosort">${city}</span></td>` +
  `<td class="hos-type"><span class="tosort">${type}</span></td><td class="hos-facility hidden">${kind}</td></tr>`;
const temos = (rows: readonly (readonly string[])[], heading = temosHeading): string =>
  webPage(
    'Accredited Partners',
    `<form><fieldset><legend>Category of service</legend><table><tr><td><label>Medical Care</label></td><td><input type="checkbox"></td></tr></table></fieldset></form>` +
      `<table id="AccreditedPartnersList"><tr>${heading.map((cell) => `<th>${cell}</th>`).join('')}</tr>${rows.map(temosRow).join('')}</table>`,
  );
const world = [...abroad, ...inChina];

export const temosList: MadeUpPages = {
  source: 'intl-temos',
  files: {
    'list.html': temos(world),
    'list-captcha.nasty.html': captcha,
    'list-empty.nasty.html': '',
    'list-half-page.nasty.html': temos(world).slice(0, 4000),
    'list-collapsed.nasty.html': temos(inChina),
    'list-renamed-column.nasty.html': temos(world, ['Status', 'Partner', ...temosHeading.slice(2)]),
    'list-row-twice.nasty.html': temos([...world, inChina[0] ?? []]),
  },
};

type Card = Readonly<{ name: string; country: string; city: string; programme?: string; term?: string }>;
const HOSPITAL = 'Hospital Accreditation for Medical Travel';
const card = ({ name, country, city, programme = HOSPITAL, term = 'Since May 2, 2025' }: Card): string =>
  `<div class="directory-card"><div class="accreditation-container"><img class="mt-seal" alt=""><div class="gha-new-paragraph bold center white">${programme}</div>` +
  `<div class="gha-new-paragraph small white">${term}</div></div><h2 class="gha-new-h2">${name}</h2><div class="rich-text-block-4"><p>Made-up description.</p></div>` +
  `<div class="contact-container"><div class="phone-container"><div class="paragraph-8">+00 000 0000</div></div></div><div class="email-container"><div class="paragraph-8">desk@example.org</div></div>` +
  `<div class="hotel-info-container"><div class="address-container"><div class="paragraph-8">${country}</div><div class="paragraph-8">|</div><div class="paragraph-8">${city}</div></div></div>` +
  `<div class="hotel-info-container"><div class="address-container language"><div class="paragraph-8">English</div></div></div>` +
  `<div class="hotel-info-container"><div class="address-container location"><div class="paragraph-8">1 Example Road</div></div></div></div>`;
const inMainland = { country: 'China', city: 'Guangzhou' };
const ghaAbroad = Array.from({ length: 21 }, (_, at) => ({
  name: `Made-up Foreign Hospital ${at + 1}`,
  country: 'Thailand',
  city: 'Example City',
}));
const ghaCardsOfChina: readonly Card[] = [
  { name: 'Made-up Example Hospital', ...inMainland, term: 'October 26, 2021 - October 26, 2024' },
  {
    name: 'Made-up Eye Center',
    ...inMainland,
    programme: 'Ambulatory Center Accreditation for Medical Travel',
  },
  { name: 'Made-up Travel Agency', ...inMainland, programme: 'Medical Travel Facilitator Certification' },
];
const gha = (all: readonly Card[]): string =>
  webPage('Accredited Organizations', `<h1>Accredited Organizations</h1>${all.map(card).join('\n')}`);
const cards: readonly Card[] = [...ghaAbroad, ...ghaCardsOfChina];
const odd: Card = { name: 'Made-up Third Hospital', ...inMainland };

export const ghaCards: MadeUpPages = {
  source: 'intl-gha',
  files: {
    'list.html': gha(cards),
    'list-captcha.nasty.html': captcha,
    'list-empty.nasty.html': '',
    'list-half-page.nasty.html': gha(cards).slice(0, 1500),
    'list-collapsed.nasty.html': gha(cards.slice(-3)),
    'list-placeless.nasty.html': gha(cards).replaceAll('address-container', 'town'),
    'list-renamed-class.nasty.html': gha(cards).replaceAll('directory-card', 'card'),
    'list-strange-term.nasty.html': gha([...cards, { ...odd, term: 'soon' }]),
    'list-strange-programme.nasty.html': gha([...cards, { ...odd, programme: 'Spa of the Year' }]),
    'list-row-twice.nasty.html': gha([...cards, ...ghaCardsOfChina.slice(0, 1)]),
  },
};

const facility = (heading: string, address: string): string =>
  `<h3>${heading}</h3><p>Address: ${address}</p><p>Telephone: 00000000</p><p>Email: nobody@example.org</p>`;
const uk = (facilities: string): string =>
  webPage(
    'List of medical facilities in China',
    `<p>Updated: 1 June 2026</p><h2>Shanghai</h2>${facilities}<h2>Guangdong</h2>${facility('Made-up Southern Hospital (编造示例南方医院)', 'No. 3 Made-up Road, Guangzhou')}`,
  );
const shanghai = `${facility('Made-up Example Hospital 编造示例医院（编造示例国际医院）', 'No. 1 Made-up Road, Huangpu District')}${facility('Made-up Example Clinic', '2 Example Street')}`;

export const ukFacilities: MadeUpPages = {
  source: 'intl-uk-facilities-china',
  files: {
    'list.html': uk(shanghai),
    'list-captcha.nasty.html': captcha,
    'list-empty.nasty.html': '',
    'list-half-page.nasty.html': uk(shanghai).slice(0, 700),
    'list-flat.nasty.html': uk(shanghai).replaceAll('h3>', 'p>'),
    'list-nameless.nasty.html': uk(`${shanghai}${facility('010', 'nowhere')}`),
    'list-row-twice.nasty.html': uk(`${shanghai}${facility('Made-up Example Clinic', '2 Example Street')}`),
  },
};

const standard = { standard_name: 'ISO 9001:2015', scheme_name: 'QMS', is_accredited_mla: true };
const certificate = {
  cert_id: 'cert_MADEUP0001',
  accreditation_bodies_name: 'Made-up Accreditation Body',
  certification_bodies_name: 'Made-up Certification Body',
  certification_number: 'MADEUP-001',
  certification_status: 'Active',
  certification_scope: 'Provision of medical services',
  certification_standards_scheme: [standard],
  certification_issue_date: '2025-02-01',
  certification_expiry_date: '2028-01-31',
  updated_at: 1791158400,
};
const unrecognised = {
  ...certificate,
  cert_id: 'cert_MADEUP0002',
  certification_number: 'Confidential',
  certification_status: 'suspended',
  certification_standards_scheme: [{ ...standard, is_accredited_mla: false }],
};
const iaf = (certificates: readonly object[]): string =>
  JSON.stringify({
    data: {
      ce_id: 'ce_MADEUP0001',
      matched_certified_entity_name: '编造示例医院',
      match_status: 'matched',
      match_type: 'id',
      certified_entity_english_name: 'Made-up Example Hospital',
      certified_entity_trading_name: 'Confidential',
      country: 'China',
      certified_entity_addresses: [{ city: 'Shanghai', full_address: 'Confidential', country: 'China' }],
      certificates,
    },
  });

export const iafCertificates: MadeUpPages = {
  source: 'intl-iaf-certsearch',
  files: {
    'company.json': iaf([certificate, unrecognised]),
    'company-captcha.nasty.html': captcha,
    'company-empty.nasty.json': '',
    'company-half-page.nasty.json': iaf([certificate, unrecognised]).slice(0, 200),
    'company-no-credit.nasty.json': JSON.stringify({
      title: 'Insufficient credit.',
      status: 403,
      code: 'insufficient_credit',
    }),
    'company-renamed-member.nasty.json': iaf([certificate, unrecognised]).replaceAll('standard_name', 'norm'),
    'company-hidden.nasty.json': iaf([{ ...certificate, certification_status: 'hidden' }, unrecognised]),
    'company-row-twice.nasty.json': iaf([certificate, unrecognised, certificate]),
  },
};
