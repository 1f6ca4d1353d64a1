import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { fewSources, openService } from '../support/app.ts';
import { rowOf } from './only-on-record.ts';

const reader = memoryReader([
  rowOf('编造大学附属白塔医院', '上海市', '上海市'),
  rowOf('编造市白塔路医院', '四川省', '成都市'),
]);
const meant = async (name: string): Promise<string | null> => (await identify({ name }, reader)).id;

t.test('an address copied behind a name is its address, with whatever sign between them', async (t) => {
  for (const sign of [' ', '，', ', ', '（', '：'])
    t.equal(await meant(`编造大学附属白塔医院${sign}上海市静安区甲乙路12号`), '编造大学附属白塔医院', sign);
  t.equal(await meant('编造大学附属白塔医院（上海市静安区甲乙路12号）'), '编造大学附属白塔医院');
  t.equal(await meant('编造大学附属白塔医院 上海市静安区甲乙路12号3号楼2层'), '编造大学附属白塔医院');
  t.equal(await meant('编造大学附属白塔医院 上海市静安区甲乙路12号丙丁广场三楼'), '编造大学附属白塔医院');
});

t.test('an address in another city settles nobody', async (t) => {
  for (const address of ['北京市朝阳区甲乙路12号', '安徽省合肥市甲乙路12号'])
    t.equal(await meant(`编造大学附属白塔医院 ${address}`), null, address);
});

t.test('what names another house, or no road and number, is no address', async (t) => {
  for (const rest of [
    '甲乙路5号丙丁医院',
    '甲乙路5号丙丁公司',
    '12号楼',
    '国际部',
    '甲乙路5号国际部',
    '甲乙路5号 北院区',
    '甲乙路5号美容科',
    '甲乙路5号旁美容院3楼',
    '甲乙路5号对面2楼',
    '甲乙路5号丙丁工作室2楼',
  ])
    t.equal(await meant(`编造大学附属白塔医院 ${rest}`), null, rest);
  t.equal(await meant('编造市白塔路医院'), '编造市白塔路医院', 'a road in a name stays in it');
});

t.test('on real lists the address on record agrees, and one abroad settles nobody', async (t) => {
  const service = await openService({}, fewSources);
  t.teardown(service.close);
  const of = async (name: string) => identify({ name }, service.store.reader());
  const whole = await of('复旦大学附属华山医院');
  const { id, why } = await of('复旦大学附属华山医院 上海市静安区乌鲁木齐中路12号');
  t.not(id, null);
  t.equal(id, whole.id);
  t.ok(why.some(({ code }) => code === 'address.agrees'));
  for (const name of [
    '复旦大学附属华山医院 泰国曼谷乌鲁木齐中路12号',
    '复旦大学附属华山医院，首尔江南区论岘路12号',
    'Huashan Hospital 12 Sukhumvit Road Bangkok',
    'Huashan Hospital 12 Wulumuqi Middle Road International Department',
    'Huashan Hospital, opposite 12 Wulumuqi Middle Road, Shanghai',
  ])
    t.equal((await of(name)).id, null, name);
  t.equal(
    (await of('Huashan Hospital 12 Wulumuqi Middle Road')).id,
    whole.id,
    'a number needs no comma before it',
  );
});
