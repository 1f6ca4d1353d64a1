import { pdfDocument } from './documents.ts';
import { madeUpLicence } from './made-up.ts';

/** A made-up hospital as the national register would show it. */
export const madeUpHospital = {
  name: '编造示例国际医院',
  licence: madeUpLicence(601, '310115'),
  province: '上海市',
  authority: '编造示例区卫生健康委员会',
  address: '上海市浦东新区编造路1号',
  departments: '内科、外科、妇产科',
  level: '三级',
  from: '2021-03-01',
  until: '2036-02-28',
} as const;

type Hospital = Readonly<Record<keyof typeof madeUpHospital, string>>;

const rows = (of: Hospital): readonly (readonly [string, string])[] => [
  ['省份', of.province],
  ['审批机关', of.authority],
  ['登记号', of.licence],
  ['地址', of.address],
  ['诊疗科目', of.departments],
  ['级别', of.level],
  ['法定代表人', '编造人名'],
  ['主要负责人', '编造人名'],
];

/** Made up, in the form of the detail page of the national register until about 2023: rows of two divisions, a term in three spans. */
export const earlierDetail = (of: Hospital = madeUpHospital): string =>
  `<!DOCTYPE html><html><head><title>编造页面</title></head><body><h3>编造页面 全国医疗机构查询</h3>
<div class="details_co"><div class="row"><div>机构名称：</div><div>${of.name}</div></div>
${rows(of)
  .map(([label, value]) => `<div class="row"><div>${label}：</div><div>${value}</div></div>`)
  .join('\n')}
<div class="row"><div>执业许可证有效期：</div><div><span>${of.from}</span><span> 至 </span><span>${of.until}</span></div></div>
</div><p>数据截止到 2026-11-18 0 时</p></body></html>`;

/** Made up, in the form of the register's page of today: a result list behind a drawer whose labels have no colon of their own. */
export const drawerDetail = (of: Hospital = madeUpHospital): string => {
  const item = (label: string, value: string): string =>
    `<td class="ant-descriptions-item" colspan="1"><div class="ant-descriptions-item-container"><span class="ant-descriptions-item-label">${label}</span><span class="ant-descriptions-item-content">${value}</span></div></td>`;
  const items = [['医疗机构名称', of.name], ...rows(of), ['执业许可证有效期', `${of.from} 至 ${of.until}`]];
  const list = (name: string): string =>
    `<tr><td>${of.province}</td><td>${of.authority}</td><td>${name}</td><td>${of.level}</td><td><a>详 细</a></td></tr>`;
  return `<!DOCTYPE html><html><body><form><label>机构名称</label><input value="编造示例"></form>
<table class="ant-table"><thead><tr><th>省份</th><th>审批机关</th><th>医疗机构名称</th><th>级别</th><th>操作</th></tr></thead>
<tbody>${list(of.name)}${list('编造示例国际医院分院')}</tbody></table>
<div class="ant-drawer ant-drawer-open"><table><tbody>${items.map(([label = '', value = '']) => `<tr>${item(label, value)}</tr>`).join('')}</tbody></table></div>
<footer>截止到 2026-11-18 0 时</footer></body></html>`;
};

/** The same as text that a person copies out of the page. */
export const copiedText = (of: Hospital = madeUpHospital): string =>
  [['机构名称', of.name], ...rows(of), ['执业许可证有效期', `${of.from}至${of.until}`]]
    .map(([label, value]) => `${label}\t${value}`)
    .join('\r\n');

/** The same printed as a PDF. */
export const printedPdf = (of: Hospital = madeUpHospital): Uint8Array =>
  pdfDocument(
    [['机构名称', of.name], ...rows(of), ['执业许可证有效期', `${of.from} 至 ${of.until}`]].flatMap(
      ([label = '', value = ''], at): [number, number, string][] => [
        [50, 700 - at * 20, `${label}：`],
        [200, 700 - at * 20, value],
      ],
    ),
  );
