import { divisionsBelow } from './places.ts';

/** The columns of the made-up list, in the words real lists print. */
export const HEADINGS = ['序号', '机构名称', '机构地址', '登记号', '机构类别', '有效期至'] as const;

const KINDS = ['综合医院', '中医医院', '口腔门诊部', '护理院', '社区卫生服务中心'] as const;
const PLACES = divisionsBelow();

const two = (number: number): string => String(number).padStart(2, '0');

/** A made-up row; its number says so, since no authority gives out serial numbers that run on. */
const rowOf = (at: number): readonly string[] => {
  const place = PLACES[at % PLACES.length] ?? '编造省编造市';
  const kind = KINDS[at % KINDS.length] ?? '综合医院';
  return [
    `${at + 1}`,
    `编造第${at + 1}示例${kind}`,
    `${place}编造路${(at % 999) + 1}号`,
    `PDY${String(at).padStart(6, '0')}45010311A1001`,
    kind,
    `20${27 + (at % 9)}-${two((at % 12) + 1)}-${two((at % 28) + 1)}`,
  ];
};

/** The list with its heading row. */
export const madeUpList = (rows: number): readonly (readonly string[])[] => [
  HEADINGS,
  ...Array.from({ length: rows }, (_, at) => rowOf(at)),
];
