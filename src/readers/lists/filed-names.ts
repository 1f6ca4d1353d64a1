import type { Name } from '../../../schema/record.ts';
import { fullArmyName } from '../../name-keys/army.ts';

/** The names that one cell of an official list holds. */
type FiledNames = Readonly<{
  names: readonly Name[];
  /** 院区 printed behind the name: 青岛市市立医院（东院区）→ 东院区. */
  campus: string | null;
}>;

const institutionWord =
  /(医院|卫生院|保健院|防治院|防治所|病院|医学院|科学院|研究院|研究所|门诊部|中心|院|医共体|集团|学校)$/u;
const unitTail = /(国家)?药物临床试验(管理)?机构$/u;
/** Units of a body that stand behind its name; the body is the institution. */
const bodyTail = /(?<=疾病预防控制中心(（[^（）]*）)?)(免疫规划所（疫苗临床评价中心）|疫苗评价室)$/u;
const companyTail = /(（(集团|有限公司|有限责任公司|有限合伙)）|(?<=医院)(有限公司|有限责任公司))$/u;
/** A remark of the register where the body stands: 威尔斯亲王医院（香港）. */
const placeRemark = /（(香港|澳门|台湾)）$/u;
/** Names that name no single hospital: "省…", "自治区…", a bare kind of hospital, a numbered school of a university. */
const generic = /^(省|市|自治区|地区)|^(儿童医院|妇产医院)$|^第.临床|学校$/u;
/** A second name printed without any mark behind the first: it starts with its own 省 or 市. */
const runTogether =
  /(?<=(?:医院|保健院))(?=(?:(?!医院)\p{Script=Han}){2,6}[省市](?:(?!医院|保健院)\p{Script=Han}){0,12}(?:医院|保健院)$)/u;

/** A name without closing brackets at its end that nothing opened, but for one. */
const withoutStrayClosing = (text: string): string => {
  let tail = 0;
  while (text.charAt(text.length - 1 - tail) === '）') tail += 1;
  const stray = text.split('）').length - text.split('（').length;
  const cut = Math.min(stray, tail - 1);
  return cut > 0 ? text.slice(0, -cut) : text;
};

/** Spaces, brackets and the 〇 of army numbers written in one way; the source's own form stays in `raw`. */
export const cleanName = (printed: string): string =>
  withoutStrayClosing(
    printed
      .replace(/[\s\u3000]+/gu, ' ')
      .replaceAll('(', '（')
      .replaceAll(')', '）')
      .replace(/ ?([（）]) ?/gu, '$1'),
  )
    .replace(
      /(?<=第[一二三四五六七八九〇零OＯ○0]{0,4})[零OＯ○0](?=[一二三四五六七八九〇零OＯ○0]{0,4}医院)/gu,
      '〇',
    )
    .trim();

const namesInstitution = (part: string): boolean => institutionWord.test(part.replace(/（[^（）]*）$/u, ''));

const splitList = (text: string): readonly string[] =>
  text
    .split(/[、，,；;／/ ]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Pieces outside brackets and the contents of the outermost brackets, in order. */
const pieces = (text: string): readonly Readonly<{ text: string; bracket: boolean }>[] => {
  const found: { text: string; bracket: boolean }[] = [];
  let depth = 0;
  let current = '';
  const close = (bracket: boolean) => {
    if (current !== '') found.push({ text: current, bracket });
    current = '';
  };
  for (const sign of text) {
    if (sign === '（' && depth++ === 0) close(false);
    else if (sign === '）' && --depth === 0) close(true);
    else current += sign;
  }
  close(depth > 0);
  return found;
};

const isNameList = (content: string): boolean =>
  splitList(content).every((part) => namesInstitution(part) || part.startsWith('原'));

type Parts = { outside: string; inside: string[]; campus: string | null };

/** Brackets that hold names are set apart; brackets that belong to a name (树兰（杭州）医院) stay in it. */
const setApart = (text: string): Parts => {
  const parts: Parts = { outside: '', inside: [], campus: null };
  for (const piece of pieces(text)) {
    if (!piece.bracket) parts.outside += parts.inside.length > 0 ? `、${piece.text}` : piece.text;
    else if (/^([^医]{1,4}院区|[东西南北新老]区|本部|总院)$/u.test(piece.text)) parts.campus = piece.text;
    else if (
      /院区$/u.test(piece.text) ||
      (namesInstitution(parts.outside) && isNameList(piece.text) && piece.text !== '集团')
    )
      parts.inside.push(...splitList(piece.text));
    else parts.outside += `（${piece.text}）`;
  }
  return parts;
};

/** 院区 printed directly behind the hospital: 北部战区总医院和平院区. */
const campusTail = /(?<=医院)(?:(?!医院)\p{Script=Han}){1,4}院区$/u;

const splitDot = (name: string): readonly string[] => {
  const halves = name.split('·');
  return halves.length === 2 && halves.every(namesInstitution) ? [name, ...halves] : [name];
};

const zh = (kind: Name['kind'], value: string): Name => ({ kind, value, language: 'zh' });

const otherName = (value: string): readonly Name[] => {
  if (value.startsWith('原')) return [zh('former', value.slice(1))];
  return generic.test(value) ? [] : [zh('second', value)];
};

/**
 * Splits one cell of an official list into the legal name (first), second names, and former names marked 原.
 * Second names stand in brackets, behind 、，；/ or spaces, or directly behind the first. Units (药物临床试验机构) are cut off.
 * A legal name that ends with its company form is also given without it, as an alias; an army hospital also in full.
 */
export const filedNames = (printed: string): FiledNames => {
  const body = cleanName(printed).replace(unitTail, '').replace(bodyTail, '').replace(placeRemark, '');
  const { outside, inside, campus } = setApart(body);
  const [head = '', ...more] = splitList(outside)
    .flatMap((part) => part.split(runTogether))
    .flatMap(splitDot);
  const [tail = null] = campusTail.exec(head) ?? [];
  const first = head.replace(campusTail, '');
  const full = fullArmyName(first);
  const short = first.replace(companyTail, '');
  const names = [
    zh('legal', first),
    ...(full === null ? [] : [zh('second', full)]),
    ...[...more, ...inside].flatMap(otherName),
    ...(short !== first ? [zh('alias', short)] : []),
  ];
  const seen = new Set<string>();
  return {
    campus: campus ?? tail,
    names: names.filter((name) => !seen.has(name.value) && seen.add(name.value) !== undefined),
  };
};
