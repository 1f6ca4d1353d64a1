/**
 * What a word of a name is for. `ordinal`, `kind` and `specialty` tell two hospitals apart for certain; `body` says what sort of
 * house it is; `org` belongs to a university or army; `core` is distinctive; `generic` says nothing.
 */
export type Role =
  | 'core'
  | 'place'
  | 'district'
  | 'ordinal'
  | 'kind'
  | 'specialty'
  | 'body'
  | 'org'
  | 'generic';

/** One idea of a name, spelled alike whether the name is Chinese or English. */
export type Concept = Readonly<{ key: string; role: Role }>;

const table: Readonly<Record<Exclude<Role, 'core' | 'place' | 'district' | 'ordinal'>, string>> = {
  kind:
    '省立=provincialfounded 市立=municipalfounded 人民=people 市民=people 附属=affiliated 附设=affiliated 教学=affiliated 中西医结合=integrated 中西医=integrated 中医药=tcm ' +
    '中医=tcm 国医=tcm 民族=ethnic 藏医=tibetan 蒙医=mongolian 维医=uyghur 维吾尔医=uyghur 回医=hui 壮医=zhuang ' +
    '职工=workers 工人=workers 国际=international 总=general 综合=comprehensive 中心=central 红会=redcross 红十字会=redcross 红十字=redcross ' +
    '铁路=railway 矿务局=mine 矿区=mine 矿业=mine 石油=oil 油田=oil 钢铁=steel 农垦=reclamation 农场=farm 林业=forestry 电力=power ' +
    '公安局=police 公安=police 武警=police 监狱管理局=prison 监狱=prison 铁路局=railway 铁路分局=railway 林业局=forestry 石油管理局=oil 华侨=overseas 纪念=memorial 侨=overseas 港务=port 港口=port 煤矿=coal 煤业=coal 煤炭=coal 地质=geology 社区=community 机关=authorities 经济技术开发区=developmentzone 经济开发区=developmentzone 经开区=developmentzone 开发区=developmentzone 高新技术产业开发区=hightechzone 高新技术开发区=hightechzone 高新区=hightechzone',
  specialty:
    '妇幼保健计划生育服务=mch 妇幼保健=mch 妇幼=mch 妇女儿童=womenchildren 妇幼儿童=womenchildren 妇产儿童=womenchildren 妇儿=womenchildren 妇婴=mch 妇保=mch 妇产科=obgyn 妇产=obgyn 妇科=obgyn 产科=obgyn ' +
    '儿童=children 儿科=children 肿瘤=cancer 癌症=cancer 口腔=stomatology 牙科=stomatology 眼耳鼻喉=eent 五官=eent 耳鼻喉=ent ' +
    '眼科=eye 眼病=eye 眼=eye 骨伤科=bone 骨伤=bone 正骨=bone 骨科=bone 精神卫生=mental 精神病=mental 精神=mental 心理=mental 脑科=brain ' +
    '传染病=infectious 传染=infectious 公共卫生=publichealth 结核病=tuberculosis 结核=tuberculosis 胸科=chest 肺科=pulmonary 心血管病=heart ' +
    '心血管=heart 心脏=heart 心脑血管=heart 皮肤病=skin 皮肤=skin 性病=venereal 康复=rehabilitation 老年病=geriatric 老年=geriatric ' +
    '劳动卫生职业病=occupational 职业病=occupational 整形外科=plastic 整形=plastic 美容=cosmetic 肛肠=anorectal 痔瘘=anorectal 肝病=liver 肝胆=hepatobiliary ' +
    '肾脏病=kidney 肾病=kidney 糖尿病=diabetes 血液病=blood 风湿=rheumatism 生殖=reproductive 男科=andrology 不孕=fertility 护理=nursing 烧伤=burn ' +
    '创伤=trauma 急救=emergency 急诊=emergency 骨=bone 脑血管=brain 中风=brain 按摩=massage 针灸=acupuncture 推拿=massage 胃肠=gastro',
  body:
    '医院=hospital 医科中心=hospital 医疗集团=medicalgroup 医疗中心=medicalcentre 医学中心=medicalcentre 保健院=hospital 卫生院=healthcentre 中心卫生院=healthcentre 社区卫生服务中心=community 卫生服务中心=community 社区医院=community 保健站=healthstation 防治站=station 校医院=hospital 校医室=infirmary ' +
    '社区卫生服务站=communitystation 门诊部=outpatient 诊所=clinic 疗养院=sanatorium 保健所=healthstation 防治院=hospital 防治所=station ' +
    '疾病预防控制中心=cdc 疾控中心=cdc 急救中心=ambulance 卫生所=healthstation 医务室=infirmary 卫生室=infirmary 研究所=institute 研究院=institute 院=hospital 所=station 站=station',
  org:
    '大学=university 医科=medical 医学院=medicalcollege 医药=pharmacy 学院=college 科学技术=sciencetechnology 科技=sciencetechnology 师范=normal 军医=militarymedical 药科=pharmacy ' +
    '医学科学院=academy 科学院=academy 中南=centralsouth 华中=huazhong 南方=southern 首都=capital 西南=southwest 西北=northwest 东北=northeast ' +
    '东南=southeast 北方=northern 解放军=pla 海军=navy 空军=airforce 陆军=army 火箭军=rocket 战区=theater 军区=militaryregion 集团=group 公司=company ' +
    '医学=medical 理工=technology 交通=jiaotong 工业=industry 农业=agriculture 民航=civilaviation 大=university 联勤保障部队=pla 部队=pla',
  generic:
    '特色=characteristic 防治=prevention 地段=neighbourhood 中国=china 省级=provincial 市级=municipal 省=provincial 市=municipal 区=district 县=county 镇=town 乡=township 州=prefecture ' +
    '旗=banner 自治=autonomous 直属=direct 与=and 和=and 的=of 及=and 临床=clinical 专科=department 有限=ltd 责任=ltd 股份=ltd 街道=street 村=village 医疗=medical 医=medical 科=department',
};

const chinese = new Map<string, Concept>();
for (const [role, words] of Object.entries(table))
  for (const pair of words.split(' ')) {
    const [word = '', key = ''] = pair.split('=');
    chinese.set(word, { key, role: role as Role });
  }
/** Names that are translated, not spelled by sound, in English. */
const translated =
  '三峡=threegorges 白求恩=bethune 长庚=changgung 明基=benq 国药=sinopharm 复星=fosun 华润=chinaresources 恒大=evergrande 和美=harmonicare 慈济=tzuchi 中日联谊=chinajapanunion 航天=aerospace 航空=aviation 科技城=sciencetown 科学城=sciencecity ' +
  '友谊=friendship 协和=union 华西=westchina 鼓楼=drumtower 和睦家=unitedfamily 逸仙=sunyatsen 孙逸仙=sunyatsen 邵逸夫=sirrunrunshaw 中日=chinajapan ' +
  '中国医科大学=chinamedical 中国中医科学院=tcmacademy 中国中医研究院=tcmacademy 中国医学科学院=medicalacademy 中山大学=sunyatsenuniversity 中日友好=chinajapanfriendship 朝鲜=korean 东方=eastern 和平=peace 儿研所=pediatricinstitute 华东=eastchina 未来=future 超级=super 泰达=teda 川北=northsichuan 东部战区=easterntheater 南部战区=southerntheater 西部战区=westerntheater 北部战区=northerntheater 中部战区=centraltheater';
const CORE_WORDS = new Map(translated.split(' ').map((pair) => pair.split('=') as [string, string]));
for (const [word, key] of CORE_WORDS)
  chinese.set(word, { key, role: /(?:大学|科学院|研究院)$/u.test(word) ? 'org' : 'core' });

export const LONGEST_WORD = Math.max(...[...chinese.keys()].map((word) => word.length));

/** The idea a Chinese word of the lexicon stands for. */
export const conceptOf = (word: string): Concept | undefined => chinese.get(word);

const englishRoles = new Map<string, Role>();
for (const { key, role } of chinese.values()) if (!englishRoles.has(key)) englishRoles.set(key, role);

/** The idea an English word (after phrases were joined) stands for. */
export const englishConcept = (word: string): Concept | undefined => {
  const role = englishRoles.get(word);
  return role === undefined ? undefined : { key: word, role };
};
