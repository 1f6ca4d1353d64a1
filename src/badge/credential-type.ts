import { createHash } from 'node:crypto';
import { badgeStates } from '../../schema/badge.ts';
import { typeAddress } from './credential.ts';

type Label = Readonly<{ en: string; zh: string }>;
type Claim = Readonly<{ path: readonly string[]; label: Label; hideable?: true }>;

/** What a wallet shows of each claim. */
const claims: readonly Claim[] = [
  { path: ['credentialSubject', 'id'], label: { en: 'Page of the hospital', zh: '医院页面' } },
  { path: ['credentialSubject', 'name'], label: { en: 'Hospital', zh: '医院' }, hideable: true },
  { path: ['credentialSubject', 'campus'], label: { en: 'Campus', zh: '院区' }, hideable: true },
  { path: ['credentialSubject', 'about'], label: { en: 'What it speaks of', zh: '所指内容' } },
  { path: ['credentialSubject', 'state'], label: { en: 'What is known', zh: '结论' } },
  { path: ['credentialSubject', 'checkedOn'], label: { en: 'Checked on', zh: '核对日期' } },
  { path: ['credentialSubject', 'issuedFor'], label: { en: 'Issued for the website', zh: '签发对象网站' } },
  { path: ['credentialSubject', 'asOf'], label: { en: 'Date of the answer', zh: '结论日期' } },
];

const locales = { en: 'en', zh: 'zh-Hans' } as const;
const inBoth = <Key extends string>(key: Key, { en, zh }: Label) => [
  { locale: locales.en, [key]: en },
  { locale: locales.zh, [key]: zh },
];

/**
 * What the type of our credentials means, for wallets and verifiers (SD-JWT VC, type metadata): its name, its claims in both languages,
 * and which of them the holder may leave out. The bytes are the same for an issuer, so a credential can name their digest.
 */
export const typeMetadata = (issuer: string): string =>
  JSON.stringify({
    vct: typeAddress(issuer),
    name: 'What Licet states of a hospital',
    description: `What was known of a hospital for one thing on one day, for one website: one of ${badgeStates.join(', ')}. It ends within 24 hours.`,
    display: [
      { locale: locales.en, name: 'Statement on a hospital', description: 'By Licet, from published lists' },
      { locale: locales.zh, name: '医院核查声明', description: '由 Licet 依据公开名单作出' },
    ],
    claims: claims.map(({ path, label, hideable }) => ({
      path,
      display: inBoth('label', label),
      sd: hideable === true ? 'always' : 'never',
    })),
  });

/** The digest of the metadata as Subresource Integrity writes it (`vct#integrity`). */
export const typeIntegrity = (issuer: string): string =>
  `sha256-${createHash('sha256').update(typeMetadata(issuer)).digest('base64')}`;
