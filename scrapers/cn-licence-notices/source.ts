import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-licence-notices',
  title: {
    en: 'Notices of licensing, suspension, cancellation and revocation',
    zh: '医疗机构执业许可、暂停、注销、吊销公告',
  },
  authority: { en: 'Health commissions of cities and districts', zh: '各市、区卫生健康委员会' },
  pages: [
    {
      key: 'wuhan',
      url: 'https://wjw.wuhan.gov.cn/zwgk_28/fdzdgknr/xkfw/spgg/',
      follow: [{ link: '医疗机构.*(公告|公示|通告)' }],
    },
    {
      key: 'jiangyin',
      url: 'https://wjw.wuxi.gov.cn/',
      follow: [{ link: '江阴.*医疗机构.*(许可|注销|校验)' }, { link: '\\.xlsx?($|\\?)' }],
    },
  ],
  format: 'html',
  gates: ['practice-licence'],
  presupposesLicence: 'by-row',
  accumulates: true,
  freshnessDays: 365,
  agesBy: 'decision',
  cadence: null,
  rights: unreviewedFacts('各市、区卫生健康委员会'),
  expect: { rows: { min: 1, max: 5000 }, maxDrop: 1 },
  checkYourself: null,
  notes: {
    en: "What was decided comes from the row, or from the notice's title where the rows do not say it; a decision that is not known is an issue. A cancellation or revocation published by the licensing authority makes the answer a no, so a row counts only for the institution of exactly its name or number. One page a notice, to be added here; rows stay when a newer notice does not repeat them.",
    zh: '决定内容取自各行，行内未载明时取自公告标题；不能识别的一律报告。发证机关公布的注销、吊销即为否定结论，因此只对名称或编号完全一致的机构生效。一则公告一页，需在此增补；新公告未重复的仍然保留。',
  },
};
