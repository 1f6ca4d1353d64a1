import t from 'tap';
import { readList } from '../../src/batch/read/read-list.ts';

const read = (heading: string, row: string, own = {}) =>
  readList(new TextEncoder().encode(`${heading}\n${row}\n`), { file: 'list.csv', lang: 'en', own });

/** What the second column of a list under this heading is read as. */
const second = (heading: string): string => {
  const [table] = read(`医院名称,${heading}`, '编造医院,x').tables;
  const [field] = Object.entries(table?.mapping ?? {}).find(([, at]) => at === 1) ?? ['unread'];
  t.strictSame(table?.unread, field === 'unread' ? [1] : [], heading);
  return field;
};

t.test('a heading is read by the words it is made of', (t) => {
  const headings: Readonly<Record<string, string>> = {
    service:
      'Treatment needed;Therapy;Surgery;Service requested;Indication / procedure;Treatment (free text);Treatments;Treatment 1;Behandlung;拟行治疗;手术;手术项目;病种;treatmentNeeded;Planned intervention;Name of treatment;Tratamiento solicitado;Traitement souhaité;希望する治療;Вид лечения;치료 항목;Service offered;Prestation;Package;What',
    country: 'Country;国家;Destination country;Country of treatment;医院所在国家;Land;País',
    city: 'Ort;Hospital city;城市名称;Destination;目的地',
    province: 'City/Province;所属地区;State / Region',
    address: '注册地址;Treatment location;治疗地点;Address of the hospital',
    asOf: 'Visit date;Stichtag;Asked on;手术日期;就诊时间;Date of surgery',
    licenceNumber: 'Practice licence no',
  };
  for (const [field, words] of Object.entries(headings))
    for (const heading of words.split(';')) t.equal(second(heading), field, heading);
  t.end();
});

t.test('a heading about a person, money or something else besides is not read, and is named', (t) => {
  const other =
    'Patient name;患者姓名;Treatment cost;治疗费用;Date of birth;手术医生;Hospital phone;Hospital type;Provider No.;Region code;Nationality;国家临床重点专科;Licence expiry date;Previous treatment;Email address;Specialty;备注;Licet';
  for (const heading of other.split(';')) t.equal(second(heading), 'unread', heading);
  const { notes } = read('Hospital,City,Remarks,Empty,', 'Made-up,Shanghai,x,,y');
  t.match(notes, [/^these columns are not read: column C “Remarks”\. No answer takes them into account/]);
  t.strictSame(
    read('Hospital,City,Licet: answer', 'Made-up,Shanghai,x').notes,
    [],
    'what we added is passed over',
  );
  t.end();
});

t.test('a list all of whose headings are made of known words is read, and a row is no heading', (t) => {
  const { tables, rows } = read(
    'Treating hospital,Desired treatment,Wish',
    'Union Hospital,proton therapy,therapy service',
  );
  t.match(tables[0], { headingLine: 1, mapping: { name: 0, service: 1 }, unread: [2] });
  t.equal(rows.length, 1);
  t.end();
});

t.test(
  'several columns of treatments, of marks and of places are all read; of names a whole heading goes first',
  (t) => {
    const [table] = read(
      'Hospital,Hospital centre,Treatment 1,Treatment 2,Claim,Grade',
      'a,b,c,d,e,f',
    ).tables;
    t.match(table, {
      mapping: { name: 0, service: 2, claim: 4 },
      further: [
        ['claim', 5],
        ['service', 3],
      ],
      unread: [1],
    });
    t.match(read('Hospital,Country,Country of treatment,City,Treatment city', 'a,b,c,d,e').tables[0], {
      mapping: { country: 1, city: 3 },
      further: [
        ['country', 2],
        ['city', 4],
      ],
      unread: [],
    });
    t.throws(() => read('Treating hospital,Destination hospital,City', 'a,b,c'), /mean the same \(name\)/);
    const own = read('Hospital,Treatment,Wish', 'a,b,c', { service: 'Wish' }).tables[0];
    t.match(own, { mapping: { service: 2 }, unread: [1] }, 'the caller has said which column it is');
    t.end();
  },
);
