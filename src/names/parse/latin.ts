import { shortName } from '../../places/short-name.ts';
import { syllables } from '../../text/pinyin.ts';
import { remembered } from '../../text/remembered.ts';

/** A run of Chinese characters as one Latin word: 瑞金 → ruijin. */
export const latin = (run: string): string => syllables(run).join('');

/** The short name of a place as one Latin word: 台州市 → taizhou. There are a few thousand places, and each is asked for often. */
export const latinPlace = remembered(20_000, (name) => latin(shortName(name)));
