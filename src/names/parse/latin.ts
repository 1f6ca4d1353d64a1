import { customPinyin, pinyin } from 'pinyin-pro';
import { shortPlace } from '../../places/leading-place.ts';

/** Place names whose reading no dictionary of single characters gives. */
const READINGS: Readonly<Record<string, string>> = {
  成都: 'chéng dū',
  新都: 'xīn dū',
  花都: 'huā dū',
  江都: 'jiāng dū',
  丰都: 'fēng dū',
  宜都: 'yí dū',
  于都: 'yú dū',
  武都: 'wǔ dū',
  望都: 'wàng dū',
  昌都: 'chāng dū',
  都匀: 'dū yún',
  都昌: 'dū chāng',
  都江堰: 'dū jiāng yàn',
  宿州: 'sù zhōu',
  宿迁: 'sù qiān',
  宿松: 'sù sōng',
  泌阳: 'bì yáng',
  长寿: 'cháng shòu',
  六安: 'lù ān',
  六合: 'lù hé',
  番禺: 'pān yú',
  乐清: 'yuè qīng',
  乐亭: 'lào tíng',
  蔚县: 'yù xiàn',
  蚌埠: 'bèng bù',
  亳州: 'bó zhōu',
  台州: 'tāi zhōu',
  天台: 'tiān tāi',
  丽水: 'lí shuǐ',
  浚县: 'xùn xiàn',
  尉犁: 'yù lí',
  铅山: 'yán shān',
  东阿: 'dōng ē',
  莘县: 'shēn xiàn',
  莘庄: 'xīn zhuāng',
  大埔: 'dà bù',
  黄陂: 'huáng pí',
  监利: 'jiàn lì',
  洪洞: 'hóng tóng',
  繁峙: 'fán shì',
  解州: 'hài zhōu',
  盱眙: 'xū yí',
  枞阳: 'zōng yáng',
  歙县: 'shè xiàn',
  柏乡: 'bǎi xiāng',
  中牟: 'zhōng mù',
  荥阳: 'xíng yáng',
  武陟: 'wǔ zhì',
  秭归: 'zǐ guī',
  郴州: 'chēn zhōu',
  耒阳: 'lěi yáng',
  儋州: 'dān zhōu',
  勐海: 'měng hǎi',
  会泽: 'huì zé',
  沁县: 'qìn xiàn',
  曲阜: 'qū fù',
  单县: 'shàn xiàn',
  任丘: 'rén qiū',
  华山: 'huà shān',
  重庆: 'chóng qìng',
  厦门: 'xià mén',
  闵行: 'mǐn háng',
  什邡: 'shí fāng',
  郫都: 'pí dū',
  筠连: 'jūn lián',
  涡阳: 'guō yáng',
  乐陵: 'lào líng',
  吴堡: 'wú bǔ',
  宕昌: 'tàn chāng',
  珲春: 'hún chūn',
  穆棱: 'mù líng',
  曾都: 'zēng dū',
  都安: 'dū ān',
  都兰: 'dū lán',
  重医: 'chóng yī',
};
customPinyin(READINGS);

const memo = new Map<string, readonly string[]>();
const MEMO = 200_000;

/** Syllables of a run of Chinese characters, without tones; ü is written u, as road signs and passports do. */
export const syllables = (run: string): readonly string[] => {
  const known = memo.get(run);
  if (known !== undefined) return known;
  const read = pinyin(run, { toneType: 'none', type: 'array', v: true }).map((one) =>
    one.replace('v', 'u').toLowerCase(),
  );
  if (memo.size >= MEMO) memo.clear();
  memo.set(run, read);
  return read;
};

/** A run of Chinese characters as one Latin word: 瑞金 → ruijin. */
export const latin = (run: string): string => syllables(run).join('');

const places = new Map<string, string>();

/** The short name of a place as one Latin word: 台州市 → taizhou. There are a few thousand places, and each is asked for often. */
export const latinPlace = (name: string): string => {
  const known = places.get(name);
  if (known !== undefined) return known;
  const read = latin(shortPlace(name));
  if (places.size >= MEMO) places.clear();
  places.set(name, read);
  return read;
};
