import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-nhfpc-fetal-sex-2016',
  title: {
    en: 'Provisions against telling a child’s sex before birth: what may not be done',
    zh: '禁止非医学需要的胎儿性别鉴定的规定（2016年）：禁止事项',
  },
  authority: {
    en: 'National Health and Family Planning Commission',
    zh: '国家卫生和计划生育委员会',
  },
  pages: [
    {
      key: 'provisions',
      url: 'https://www.law.cornell.edu/gender-justice/location/asia?page=40',
      file: 'bundled/provisions.csv',
    },
  ],
  gates: ['prohibited-technology'],
  completeness: 'partial',
  asOf: '2016-05-01',
  rights: officialPublication('《禁止非医学需要的胎儿性别鉴定和选择性别人工终止妊娠的规定》（2016年）第三条'),
  expect: { rows: { min: 1, max: 1 }, fill: { item_zh: 1, article: 1 } },
  notes: {
    en: 'One act of article 3: the other, an abortion for the child’s sex, is no treatment that anybody asks for here. As told by the Legal Information Institute (the address above) and, with the day it took effect, by newspapers of April 2016; compare with the commission’s own text before release.',
    zh: '第三条禁止的两项行为之一；另一项（选择性别人工终止妊娠）不在查询之列。内容据 Legal Information Institute（上列网址），施行日期据2016年4月报刊；发布前应与原文核对。',
  },
};
