import { ShapeError } from '../../schema/source.ts';
import { decodePage } from '../readers/formats/charset.ts';
import { htmlText } from '../readers/formats/html-table.ts';

/** Statuses with which the firewalls of these sites turn automated readers away; 412 and 521 come with a script to run. */
const STATUSES: Readonly<Record<number, string>> = {
  401: 'status 401, a login',
  403: 'status 403, access denied',
  407: 'status 407, a login',
  412: 'status 412, a script challenge',
  418: 'status 418, automated reading is refused',
  468: 'status 468, automated reading is refused',
  521: 'status 521, a script challenge',
};

type Signs = readonly (readonly [isIn: (text: string) => boolean, what: string])[];
const words =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

/** A script that sets a cookie and at once loads the page anew: what a browser is made to run before it is let in. */
const setsCookieAndLeaves = (text: string): boolean =>
  text
    .split(/document\.cookie\s*=/i)
    .slice(1)
    .some((behind) => {
      const end = behind.slice(0, 400).indexOf(';');
      return end >= 0 && /location(?:\.href)?\s*[.=]/i.test(behind.slice(end + 1, end + 220));
    });

/** A picture whose tag says that it shows a captcha. */
const showsCaptcha = (text: string): boolean =>
  (text.match(/<img[^>]*/gi) ?? []).some((tag) => /captcha|checkcode|verifycode|validatecode|yzm/i.test(tag));

const SCRIPTS: Signs = [
  [words(/\$_ts\s*=\s*window\[/i), 'a script challenge'],
  [words(/__jsl_clearance|acw_sc__v2|aliyun_waf|x-waf-captcha/i), 'a script challenge'],
  [words(/cf-challenge|challenge-platform|just a moment\.\.\./i), 'a script challenge'],
  [setsCookieAndLeaves, 'a script challenge'],
];
const CAPTCHAS: Signs = [
  [words(/checkCodeContainer|请(顺序|依次)点击/), 'a captcha'],
  [words(/geetest|gt_captcha|tencentcaptcha|g-recaptcha|h-captcha|nc_1_n1z/i), 'a captcha'],
  [words(/人机验证|安全验证|滑动验证|拖动滑块|图形验证码|请(输入|填写).{0,6}验证码/), 'a captcha'],
  [showsCaptcha, 'a captcha'],
];
const REFUSALS: Signs = [
  [
    words(
      /访问过于频繁|请求次数超限|失败数过多|查询受限|您的(访问|请求)(被拦截|已被阻断|存在风险)|网站防火墙/,
    ),
    'a limit of the site',
  ],
  [words(/the requested url was rejected|access denied|request blocked/i), 'a firewall'],
];

const LARGEST = 300_000;
/** A page with a real list may carry a search form with its captcha: only a page without one is a challenge. */
const LIST_ROWS = 5;
/** Characters of visible text: a page that is only a script has fewer than the first, one that refuses readers fewer than the second. */
const SCRIPT_TEXT = 300;
const REFUSAL_TEXT = 2_000;

const looksLikeHtml = (bytes: Uint8Array, contentType: string): boolean =>
  /html|xml|javascript/i.test(contentType) ||
  /^\s*(\uFEFF)?</.test(new TextDecoder().decode(bytes.subarray(0, 64)));

const textOf = (bytes: Uint8Array, contentType: string): string => {
  try {
    return decodePage(bytes, contentType).text;
  } catch (cause) {
    if (cause instanceof ShapeError) return new TextDecoder('latin1').decode(bytes);
    throw cause;
  }
};

/** Characters that a browser shows outside tables. A page nested too deep to be read is no challenge: the parser refuses it. */
const shownLength = (text: string): number => {
  try {
    return htmlText(text).join('').length;
  } catch (cause) {
    if (cause instanceof ShapeError) return Number.POSITIVE_INFINITY;
    throw cause;
  }
};

/**
 * Why this answer is a challenge and no page: a status, a script to run, a captcha, a limit message. Null for a page.
 * Erring towards `challenged` costs a page of one night; erring the other way would make a captcha an empty list.
 */
export const challengeIn = (status: number, contentType: string, bytes: Uint8Array): string | null => {
  const byStatus = STATUSES[status];
  if (byStatus !== undefined) return byStatus;
  if (bytes.length > LARGEST || !looksLikeHtml(bytes, contentType)) return null;
  const text = textOf(bytes, contentType);
  const rows = text.match(/<tr[\s>]/gi)?.length ?? 0;
  const shown = shownLength(text);
  if (rows >= LIST_ROWS || shown >= REFUSAL_TEXT) return null;
  const signs = [...(shown < SCRIPT_TEXT ? SCRIPTS : []), ...CAPTCHAS, ...REFUSALS];
  return signs.find(([isIn]) => isIn(text))?.[1] ?? null;
};
