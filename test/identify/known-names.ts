import { memoryReader } from '../../bench/names/memory-reader.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { SourceState } from '../../schema/reference.ts';
import type { IdentifierHit, NameRow, Reader } from '../../src/store/registry-reader.ts';
import { hasHan } from '../../src/text/han.ts';

type Known = Readonly<{
  id: string;
  names: readonly (readonly [string, string])[];
  place: readonly [string, string];
}>;

/** Real names of lists that ship with the product; the last two are made up. */
const known: readonly Known[] = [
  {
    id: 'ruijin',
    names: [
      ['上海交通大学医学院附属瑞金医院', 'legal'],
      ['Ruijin Hospital, Shanghai Jiao Tong University School of Medicine', 'english'],
    ],
    place: ['上海市', '上海市'],
  },
  { id: 'luwan', names: [['上海交通大学医学院附属瑞金医院卢湾分院', 'legal']], place: ['上海市', '上海市'] },
  { id: 'hainan', names: [['上海交通大学医学院附属瑞金医院海南医院', 'legal']], place: ['海南省', '琼海市'] },
  {
    id: 'huashan',
    names: [
      ['复旦大学附属华山医院', 'legal'],
      ['Huashan Hospital, Fudan University', 'english'],
    ],
    place: ['上海市', '上海市'],
  },
  {
    id: 'zs-fudan',
    names: [
      ['复旦大学附属中山医院', 'legal'],
      ['Zhongshan Hospital, Fudan University', 'english'],
    ],
    place: ['上海市', '上海市'],
  },
  {
    id: 'zs-xiamen',
    names: [
      ['厦门大学附属中山医院', 'legal'],
      ['Zhongshan Hospital of Xiamen University', 'english'],
    ],
    place: ['福建省', '厦门市'],
  },
  { id: 'zs-dalian', names: [['大连大学附属中山医院', 'legal']], place: ['辽宁省', '大连市'] },
  {
    id: 'pumch',
    names: [
      ['中国医学科学院北京协和医院', 'legal'],
      ['北京协和医院', 'second'],
      ['Peking Union Medical College Hospital', 'english'],
    ],
    place: ['北京市', '北京市'],
  },
  {
    id: 'wuhan-union',
    names: [['华中科技大学同济医学院附属协和医院', 'legal']],
    place: ['湖北省', '武汉市'],
  },
  {
    id: 'fujian-union',
    names: [
      ['福建医科大学附属协和医院', 'legal'],
      ['Fujian Medical University Union Hospital', 'english'],
    ],
    place: ['福建省', '福州市'],
  },
  {
    id: 'ufh',
    names: [
      ['北京和睦家医院', 'legal'],
      ['Beijing United Family Hospital', 'english'],
    ],
    place: ['北京市', '北京市'],
  },
  { id: 'zju1', names: [['浙江大学医学院附属第一医院', 'legal']], place: ['浙江省', '杭州市'] },
  { id: 'zju2', names: [['浙江大学医学院附属第二医院', 'legal']], place: ['浙江省', '杭州市'] },
  { id: 'made-up-1', names: [['北京编造示例医院', 'legal']], place: ['北京市', '北京市'] },
  { id: 'made-up-2', names: [['上海编造示例医院', 'legal']], place: ['上海市', '上海市'] },
];

const rows: NameRow[] = known.flatMap(({ id, names, place: [province, city] }) =>
  names.map(([value, kind]) => ({
    institution: id,
    value,
    kind,
    language: hasHan(value) ? 'zh' : 'en',
    province,
    city,
    district: null,
    official: true,
  })),
);

const numbers: readonly IdentifierHit[] = [
  { institution: 'made-up-1', scheme: 'uscc', value: '12100000400000000X' },
  { institution: 'made-up-2', scheme: 'licence-number', value: 'MADEUP000000000000001A' },
];

const dossierOf = ({ id, names, place: [province, city] }: Known): Dossier => ({
  id,
  test: false,
  names: names.map(([value, kind]) => ({
    value,
    kind: kind === 'legal' ? 'legal' : 'alias',
    language: hasHan(value) ? 'zh' : 'en',
    evidence: [],
  })),
  title: { zh: names[0]?.[0] ?? null, en: null },
  place: { region: 'mainland', province, city },
  addresses: [],
  identifiers: numbers
    .filter((one) => one.institution === id)
    .map(({ scheme, value }) => ({ scheme, value, evidence: [] })),
  credentials: [],
  traits: { website: 'https://www.made-up-example-hospital.example' },
  evidence: [],
});

/** The well-known ones, and lists that name few: each of the made-up lists names all of these. */
const WELL_KNOWN = [
  'ruijin',
  'huashan',
  'zs-fudan',
  'zs-xiamen',
  'zs-dalian',
  'pumch',
  'wuhan-union',
  'fujian-union',
  'zju1',
  'zju2',
];
const lists = ['cn-made-up-trials', 'cn-made-up-fertility', 'cn-made-up-pilots'];
const selective = (id: string): SourceState =>
  ({
    descriptor: { id, evidenceKind: 'official-list', pages: [] },
    editions: [{ rows: WELL_KNOWN.length }],
  }) as never;

/** A reader that knows a dozen real hospitals by name and two made-up ones by number. */
export const knownReader: Reader = {
  ...memoryReader(rows),
  reference: {
    generation: 1,
    registryHash: '',
    sources: new Map(lists.map((id) => [id, selective(id)])),
    facts: [],
  },
  institutionsOn: async () => WELL_KNOWN,
  findIdentifier: async (value) => numbers.filter((one) => one.value === value),
  redirect: async (id) => (id === 'made-up-old' ? 'made-up-1' : undefined),
  dossier: async (id) => {
    const one = known.find((institution) => institution.id === id);
    return one && dossierOf(one);
  },
};
