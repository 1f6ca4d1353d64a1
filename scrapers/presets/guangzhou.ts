import type { Bilingual } from '../../schema/base.ts';
import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput, Parse } from '../../schema/source.ts';
import { sheetList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';
import { licenseesOf } from './fetched-list.ts';
import { unreviewedFacts } from './rights.ts';

/** What tells the three files apart: `post` is the number in the address, `seen` the rows on 2026-07-13. */
type File = Readonly<{
  id: string;
  title: Bilingual;
  authority: Bilingual;
  post: number;
  seen: number;
  rows: Readonly<{ min: number; max: number }>;
}>;

/** One of the three files that list the institutions of Guangzhou, each of one licensing authority. */
export const guangzhouFile = ({ id, title, authority, post, seen, rows }: File): DescriptorInput => {
  const url = `https://wjw.gz.gov.cn/fwcx/yljgcx/content/post_${post}.html`;
  return {
    ...licenseesOf,
    id,
    title,
    authority,
    pages: [{ key: 'list', url, follow: [{ link: '\\.xlsx?($|\\?)' }] }],
    format: 'xlsx',
    gates: ['practice-licence', 'grade'],
    coversOnly: { province: '广东省', city: '广州市' },
    cadence: '40 3 * * 1',
    rights: unreviewedFacts(authority.zh),
    expect: {
      rows,
      fill: { 机构名称: 1, 登记号: 0.98, 机构地址: 0.98 },
      unique: ['登记号'],
      losses: 'second-look',
    },
    checkYourself: { url, type: lookNotes.newestList },
    notes: {
      en: `One of three files for Guangzhou, each of one licensing authority; ${seen} rows on 2026-07-13. The heading row stands below a title row; names of legal and responsible persons are dropped. The address may change with each half-yearly edition.`,
      zh: `广州市由三个发证机关分别公布，本表为其一；2026年7月13日为${seen}行。表头在标题行之下；法人、负责人姓名不保存。每半年更新，网址可能变化。`,
    },
  };
};

/** One licensed institution a row; the names of legal and responsible persons stay behind. */
export const parseGuangzhou: Parse = institutionList({
  read: sheetList,
  wanted: {
    required: ['机构名称', '登记号', '地址', '机构类别', '机构级别', '经营性质'],
    optional: ['机构第二名称', '行政区划', '床位数', '牙椅数', '诊疗科目'],
  },
});
