import { ids, testIds } from './asked-by-name.ts';
import { form, get, type Parameters, type Question } from './question.ts';

const inBoth = (path: string, parameters: Parameters = {}): readonly Question[] =>
  ['en', 'zh'].map((lang) => get('page', path, { ...parameters, lang }));

const [first = '', second = '', third = ''] = ids;

const pages: readonly Question[] = [
  ...[
    '/',
    '/check',
    '/treatments',
    '/treatments/art.ivf',
    '/treatments/car-t',
    '/treatments/surrogacy',
    '/physician',
    '/contact',
    '/privacy',
    '/terms',
    '/compare',
    '/sources',
    '/how-we-decide',
    '/partners',
    '/report',
    '/verify-badge',
    '/offer',
  ].flatMap((path) => inBoth(path)),
  ...[
    '北医三院',
    '协和医院',
    'Ruijin Hospital',
    '北京协和美容医院',
    '编造第一示例医院',
    'x'.repeat(301),
  ].flatMap((q) => inBoth('/', { q })),
  ...[...ids.slice(0, 15), ...testIds, 'nobody-has-this'].flatMap((id) => inBoth(`/hospitals/${id}`)),
  ...inBoth('/treatments', { q: 'proton' }),
  ...inBoth('/treatments/art.ivf', { page: '3' }),
  ...inBoth('/treatments/G06'),
  get('page', '/treatments/nope'),
  get('page', '/robots.txt'),
  get('page', '/sitemap.xml'),
  get('page', `/hospitals/${first}`, { site: 'agency.example' }),
  ...inBoth('/check', { id: first, service: 'art.ivf', claim: 'jci' }),
  ...inBoth('/check', { name: '协和医院', service: 'G06' }),
  ...inBoth('/check', { name: '北京协和美容医院', city: '北京', claim: 'grade:3A' }),
  ...inBoth('/check', { name: '上海市质子重离子医院', service: 'proton' }),
  ...inBoth('/check', { name: 'x', service: 'nope' }),
  ...inBoth('/compare', { name: 'Ruijin Hospital' }),
  get('page', `/compare?id=${first}&id=${second}`),
  get('page', `/compare?id=${first}&id=${second}&id=${third}&id=test-refuted&lang=zh`),
  ...inBoth('/partners', { id: first, site: 'agency.example' }),
  ...inBoth('/partners', { id: 'test-confirmed', site: 'not a domain' }),
  { ...get('page', '/'), headers: { 'accept-language': 'zh-CN,zh;q=0.9' } },
  { ...get('page', `/hospitals/${second}`), headers: { 'accept-language': 'fr' } },
];

const forms: readonly Question[] = [
  form('form', '/offer', { text: 'Order 789. We never promise a cure. 代怀套餐', sender: 'agency.example' }),
  form('form', '/offer', { text: '' }),
  form('form', '/verify-badge', { badge: '<b>no badge</b>', site: '' }),
  form('form', '/verify-badge', { badge: '', site: 'agency.example' }),
  form('form', '/verify-badge', { address: 'test-confirmed' }),
  form('form', '/verify-badge', { address: 'https://agency.example/badge/x.svg' }),
  form('form', '/report', { about: '/hospitals/test-confirmed', text: 'The address is old' }),
  form('form', '/report', { about: '', text: 'x' }),
  form('form', '/report', { about: 'x', text: '11010519491231002X' }),
].map((question, at) => ({ ...question, from: `10.5.0.${at + 1}` }));

const sizes = ['seal', 'small', 'medium', 'large'];
const languages = ['en', 'zh', 'ar', 'ru', 'ja', 'ko', 'fr', 'es'];
const themes = ['auto', 'light', 'dark'];

const badges: readonly Question[] = [
  ...testIds.flatMap((id) => sizes.map((size) => get('badge', `/badge/${id}.svg`, { size }))),
  ...languages.flatMap((lang) =>
    [first, 'test-expired'].map((id) => get('badge', `/badge/${id}.svg`, { lang, size: 'large' })),
  ),
  ...themes.map((theme) => get('badge', '/badge/test-limited.svg', { theme })),
  ...ids.slice(0, 12).map((id) => get('badge', `/badge/${id}.svg`)),
  get('badge', '/badge/test-confirmed.svg', { site: 'agency.example' }),
  ...[first, 'test-refuted', 'nobody'].flatMap((id) => [
    get('badge', `/badge/${id}/shields.json`),
    get('badge', `/badge/${id}/qr.svg`),
    get('badge', `/badge/${id}/qr.svg`, { lang: 'zh', size: 'large' }),
    get('badge', `/badge/${id}/frame`),
    get('badge', `/badge/${id}/frame`, { site: 'agency.example', lang: 'zh' }),
    get('badge', '/oembed', { url: `https://licet.example/hospitals/${id}` }),
  ]),
  get('badge', '/oembed', { url: `https://licet.example/hospitals/${first}`, maxwidth: '100' }),
  get('badge', '/badge/licet-badge.js'),
  get('badge', '/badge/status-list'),
];

export const shown: readonly Question[] = [...pages, ...forms, ...badges];
