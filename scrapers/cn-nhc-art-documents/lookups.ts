import type { CredentialStatus } from '../../schema/credential.ts';

/** Width, spaces, kinds of dash and a closing 技术 mean nothing. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[\p{Pd}−]+/gu, '-')
    .replace(/技术$/u, '');

/** Technique as printed → technique of the service vocabulary. */
export const techniques: Readonly<Record<string, string>> = {
  夫精人工授精: 'art.aih',
  供精人工授精: 'art.aid',
  '体外受精-胚胎移植': 'art.ivf',
  卵胞浆内单精子显微注射: 'art.icsi',
  植入前胚胎遗传学诊断: 'art.pgt',
  植入前胚胎遗传学检测: 'art.pgt',
  人类精子库: 'sperm-bank',
  精子库: 'sperm-bank',
};

/** Status of operation as printed → ours. */
export const states: Readonly<Record<string, CredentialStatus>> = {
  正式: 'formal',
  正式运行: 'formal',
  试运行: 'trial',
};
