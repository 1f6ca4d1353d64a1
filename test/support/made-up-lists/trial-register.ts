import { captcha, type MadeUpPages } from '../fixture-maker.ts';

/** As the interface answers. The first two filings are real and public; the contact persons of all rows are made up. */
const filings = [
  ['首都医科大学附属北京佑安医院', '北京市', '北京市丰台区右安门外西头条8号', '2019000001'],
  ['齐齐哈尔市中医医院', '黑龙江省', '黑龙江省齐齐哈尔市龙沙区德龙路33号', '2019000002'],
  ['编造示例医院（编造示例第二医院）\t', '海南省', ' 海南省海口市编造路3号', '2024999901'],
  ['编造示例疾病预防控制中心药物临床试验机构', '四川省', '四川省成都市编造路4号', '2025999902'],
].map(([compName, areaName, address, number], at) => ({
  companyId: `made-up-${at + 1}`,
  compName,
  areaName,
  address,
  linkMan: '编造某人',
  linkTel: '00000000',
  recordNo: `药临床机构备字${number}`,
  recordStatus: '8',
}));

type Filing = Readonly<Record<string, string | undefined>>;
const answer = (data: readonly Filing[], total = data.length, curPage = 1): string =>
  JSON.stringify({ success: true, totalRows: total, curPage, data });
const first = (over: Filing): readonly Filing[] =>
  filings.map((filing, at) => (at === 0 ? { ...filing, ...over } : filing));
const renamed: readonly Filing[] = filings.map(({ recordNo, ...rest }) => ({ ...rest, fileNo: recordNo }));

export const trialRegister: MadeUpPages = {
  source: 'cn-cfdi-trial-register',
  files: {
    'register.json': answer(filings),
    'register-captcha.nasty.html': captcha,
    'register-empty.nasty.json': '',
    'register-half-page.nasty.json': answer(filings).slice(0, 300),
    'register-rows-cut.nasty.json': answer(filings.slice(0, 3), 4),
    'register-total-lost.nasty.json': JSON.stringify({ success: true, curPage: 1, data: filings }),
    'register-refused.nasty.json': JSON.stringify({ success: false, message: '请求过于频繁' }),
    'register-renamed-member.nasty.json': answer(renamed),
    'register-new-member.nasty.json': answer(first({ cancelDate: '2026-01-01' })),
    'register-strange-status.nasty.json': answer(first({ recordStatus: '9' })),
    'register-strange-number.nasty.json': answer(first({ recordNo: '临床2019000001' })),
    'register-row-twice.nasty.json': answer([...filings, ...filings.slice(0, 1)]),
    'register-names-and-addresses-swapped.nasty.json': answer(
      filings.map((filing) => ({ ...filing, compName: filing.address, address: filing.compName })),
    ),
  },
};
