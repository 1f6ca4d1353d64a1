import type { Credential, CredentialStatus } from '../../schema/credential.ts';

/** Modality as reported → services. */
export const modalities: Readonly<Record<string, readonly string[]>> = {
  proton: ['proton'],
  'carbon ion': ['carbon-ion'],
  'carbon ion (BNCT planned)': ['carbon-ion'],
  'proton + carbon ion': ['proton', 'carbon-ion'],
};

type State = Readonly<{ status: CredentialStatus; eventDate?: string }>;

/** State as reported → ours. What was never seen to run today stays a claim. */
export const states: Readonly<Record<string, State>> = {
  operating: { status: 'operating' },
  'operated from 2004-12; current status not verified': { status: 'claimed', eventDate: '2004-12' },
  'permit 2019-10-09': { status: 'approved', eventDate: '2019-10-09' },
  'launched 20 April (year not printed)': { status: 'operating' },
  'built 2026-02; not yet treating': { status: 'approved-not-started', eventDate: '2025-12' },
};

type Part = Readonly<{ whole: string; scope: Credential['scope'] }>;

/** Centres that are a part of a hospital → the hospital, and which part. */
export const parts: Readonly<Record<string, Part>> = {
  上海交通大学医学院附属瑞金医院肿瘤质子中心: {
    whole: '上海交通大学医学院附属瑞金医院',
    scope: { kind: 'department', text: '肿瘤质子中心' },
  },
  山东省肿瘤医院质子中心: { whole: '山东省肿瘤医院', scope: { kind: 'department', text: '质子中心' } },
  福建医科大学附属协和医院妈祖院区重离子医学中心: {
    whole: '福建医科大学附属协和医院',
    scope: { kind: 'campus', text: '妈祖院区重离子医学中心' },
  },
};
