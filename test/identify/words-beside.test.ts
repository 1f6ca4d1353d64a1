import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null | undefined) => (await reader.dossier(id ?? ''))?.title.zh;

/** Lines that name a real hospital of China, and beside it what its record does not speak of. */
const elsewhere = {
  'a clause before the name, in a line of any length': [
    'Sydney, Australia, Ruijin Hospital',
    'Bangkok, Thailand, Fuwai Hospital',
    'Dubai, UAE, Ruijin Hospital',
    'Plastic surgery, Seoul, Ruijin Hospital',
    'Department of Cardiology, Sydney, Ruijin Hospital',
    'Sydney Central, Ruijin Hospital',
    'Singapore, Tampines, Huashan Hospital',
    'Cosmetic Surgery, Gangnam, Seoul, Ruijin Hospital',
    'Oncology, Boston, Xiangya Hospital',
    'Heart Center, Vienna, Fuwai Hospital',
    'Melbourne, Ruijin Hospital, Australia',
  ],
  'a place beside the word for a department': [
    'Ruijin Hospital, Sydney Division',
    'Fuwai Hospital, Bangkok Unit',
    'Fuwai Hospital, Phuket Program',
    'Ruijin Hospital, Sydney Research Institute',
    'Modern Cancer Hospital Guangzhou, Jakarta Division',
    'Fuda Cancer Hospital, Jakarta Representative Unit',
    'Fuwai Hospital, Cebu Ward',
    'Huashan Hospital, Dubai Laboratory',
    'Ruijin Hospital, Department of Sydney',
    'Huashan Hospital, Department of Cardiology Sydney',
    'Ruijin Hospital, Stem Cell Program, Tijuana',
    'Ruijin Hospital, Guangzhou Division',
  ],
  'initials that are none of its own': [
    'Ruijin Hospital, U.S.A.',
    'Ruijin Hospital, U.K.',
    'Ruijin Hospital, L.A.',
    'Ruijin Hospital, D.C.',
    'Huashan Hospital, N.Y., U.S.A.',
    'Wuhan Union Hospital, U.S.',
    'Ruijin Hospital, U. S. A.',
    'West China Hospital, N.Z.',
    'Huashan Hospital, H.C.M.C.',
    'Ruijin Hospital, FMMU',
    'Ruijin Hospital (WCH)',
    'Ruijin Hospital, BJ',
  ],
  'a word in another script': [
    'Ruijin Hospital, Сидней',
    'Ruijin Hospital, シドニー',
    'Ruijin Hospital, 서울',
    'West China Hospital, กรุงเทพ',
    'Ruijin Hospital, دبي',
    'Xiangya Hospital, תל אביב',
    'Ruijin Hospital, Sydney（瑞金医院）',
    '华山医院 Huashan Hospital, Dubai',
    '瑞金医院, Sydney',
    '瑞金医院 서울',
    '瑞金医院 Сидней',
    '华西医院（Toronto）',
  ],
  'a side, a number or a body that makes another house of it': [
    'Ruijin Hospital, North',
    'Huashan Hospital, West',
    'West China Hospital, South',
    'Xiangya Hospital, East District',
    'Ruijin Hospital, II',
    'Ruijin Hospital, No. 2',
    'Huashan Hospital, Second',
    'Fuwai Hospital, Site 2',
    'Renji Hospital, Overseas',
    'Ruijin Hospital, Group',
    'Fuwai Hospital, Ltd',
    'Huashan Hospital, Company',
    'Xuanwu Hospital, New',
    'Ruijin Hospital, Shanghai, North',
  ],
  'a street that its record does not have, and no town of its own': [
    'Ruijin Hospital, Manhattan Avenue 3',
    'Ruijin Hospital, Sydney Road',
    'Ruijin Hospital, 15 Harley Street',
    'Huashan Hospital, Orchard Road',
    'West China Hospital, Hyde Park',
    'Xiangya Hospital, Wilshire Blvd',
    'Tongji Hospital, Broadway Tower',
    'Ruijin Hospital, Bondi Village',
    'Ruijin Hospital, Shanghai Street, Singapore',
    'Ruijin Hospital, Khao San Road',
  ],
};

for (const [kind, names] of Object.entries(elsewhere))
  t.test(`${kind} settles on nobody, and whoever bears the name is offered`, async (t) => {
    for (const name of names) {
      const { id, candidates } = await identify({ name }, reader);
      t.equal(id, null, name);
      t.ok(candidates.length > 0, name);
    }
  });

const itsOwn = {
  瑞金: [
    'Ruijin Hospital, Sydney Road, Shanghai',
    'Ruijin Hospital, Century Avenue, Shanghai',
    'Ruijin Hospital (RJH)',
    'Ruijin Hospital, SJTUSM, Shanghai',
    'Ruijin Hospital, Luwan',
    'Ruijin Hospital, SH, P.R.C.',
    'Ruijin Hospital, Shanghai 200025, P.R. China',
    'Department of Gastroenterology, Ruijin Hospital, Shanghai',
    'Ruijin Hospital, Department of Hepatobiliary Surgery',
    'Stem Cell Transplantation Unit, Ruijin Hospital',
    'Shanghai Institute of Hematology, Ruijin Hospital, Shanghai Jiao Tong University School of Medicine',
    'Institute of Respiratory Diseases, Ruijin Hospital, Shanghai',
    'Prof. Li Wei, Department of Cardiology, Ruijin Hospital',
    'Ruijin Hospital, 2nd Floor, Building 6',
    'Ruijin Hospital, 197 Ruijin Er Road',
    'Ruijin Hospital, No. 197, Ruijin Second Road, Huangpu, Shanghai',
    'Ruijin Hospital, No. 6, 2nd Floor, Shanghai',
    'Ruijin Hospital, North Building, Shanghai',
    'Ruijin Hospital, Second Department of Surgery',
    'Ruijin Hospital, Shanghai, Outpatient',
  ],
  华西: [
    'West China Hospital (WCH), Chengdu',
    'West China Hospital, Chengdu, SC, CN',
    'West China Hospital, 37 Guoxue Alley, Wuhou District, Chengdu, Sichuan',
    '华西医院 (WCH)',
  ],
  协和: [
    'Peking Union Medical College Hospital, BJ, CHN',
    'Peking Union Medical College Hospital (PUMCH)',
    'International Department, Peking Union Medical College Hospital',
  ],
  天坛: ['Beijing Tiantan Hospital, CCMU, Beijing'],
  空军: ["Xijing Hospital, FMMU, Xi'an"],
  宣武: ['Xuanwu Hospital (XWH), CCMU'],
  华山: [
    'Huashan Hospital, Worldwide Medical Center',
    'Huashan Hospital, FDU, Shanghai',
    "Huashan Hospital, 12 Middle Wulumuqi Road, Jing'an",
  ],
  中山: ['Zhongshan Hospital, Fudan University (ZSHFU)'],
  孙逸仙: ['Sun Yat-sen Memorial Hospital, SYSU, GD'],
};

t.test('its own initials, town, address, departments and floors do not hinder a name', async (t) => {
  for (const [word, names] of Object.entries(itsOwn))
    for (const name of names) {
      const { id } = await identify({ name }, reader);
      t.match(await titleOf(id), word, name);
    }
});
