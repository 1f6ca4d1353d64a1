import { foldText, simplify } from '../../text/han.ts';

/** Road and number, the part of an address that tells buildings apart. */
export const roadOf = (address: string): string | null => {
  const text = simplify(foldText(address));
  return /([^省市区县镇乡]{1,12}(?:路|街|道|巷|胡同|大道)[^0-9]{0,2}\d+)/u.exec(text)?.[1] ?? null;
};

/** What stands behind a number: 197弄 is a lane, and not the house 197号. */
const isLane = (behind: string): boolean => /^[弄巷]/u.test(behind);

/** Whether a text holds a road and number, and not the beginning of a longer number; `lane`: the number of a lane. */
const holds = (text: string, roadAndNumber: string, lane: boolean): boolean => {
  const at = text.indexOf(roadAndNumber);
  const behind = text.slice(at + roadAndNumber.length);
  return at >= 0 && !/^\d/u.test(behind) && isLane(behind) === lane;
};

/** 197号对面, 197号的马路对面, 197号医院大门旁, 197号东侧, 197号往东50米: not that house, but one near it. */
const BESIDE =
  /^号?(?:[的之正斜]|马路|大街|医院|大?门口?){0,3}(?:对[面过]|旁|隔壁|附近|边上|后面|[东西南北左右][侧面边]|[往向以朝][东西南北左右前后]|约?\d{1,4}米|相邻|毗邻|不远)/u;

/** Whether one of some addresses has this road and number; `behind`: what the address asked has behind them. */
const isAmong = (road: string, behind: string, registered: readonly string[]): boolean => {
  const at = road.replace(/^.*?(?=.{2}(?:路|街|道|巷|胡同))/u, '');
  const lane = isLane(behind);
  return registered
    .map((text) => simplify(foldText(text)))
    .some((text) => (!lane && text.includes(`${at}号`)) || holds(text, road, lane));
};

const behindRoad = (asked: string, road: string): string => {
  const whole = simplify(foldText(asked));
  return whole.slice(whole.indexOf(road) + road.length);
};

/** Whether an address names a road and a number that one on record has, and not a house beside it; null where it names none, or none is on record. */
export const sameRoad = (asked: string, registered: readonly string[]): boolean | null => {
  const mine = roadOf(asked);
  if (mine === null || registered.length === 0) return null;
  const behind = behindRoad(asked, mine);
  return !BESIDE.test(behind) && isAmong(mine, behind, registered);
};

/** Whether a Chinese address is that of a house beside the one on record, or of a lane with its number: 瑞金二路197号对面, 瑞金二路197弄. */
export const isNextDoor = (asked: string, registered: readonly string[]): boolean => {
  const mine = roadOf(asked);
  if (mine === null) return false;
  const behind = behindRoad(asked, mine);
  return (BESIDE.test(behind) || isLane(behind)) && isAmong(mine, '', registered);
};
