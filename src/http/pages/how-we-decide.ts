import type { BadgeState } from '../../../schema/badge.ts';
import type { Outcome } from '../../../schema/verdict.ts';
import { wordsIn } from '../../badge/words.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import type { Page } from './page.ts';
import { stateIcon } from './views/state-icon.ts';

export const methodMeta = (page: Page): PageMeta => ({
  title: page.say('How we decide', '判断方法'),
  description: page.say(
    'What each answer of Licet means, and what it takes to give it.',
    'Licet 各种结论的含义与条件。',
  ),
});

type Row = readonly [state: BadgeState & (Outcome | 'expired' | 'not-for-site'), en: string, zh: string];

const rows: readonly Row[] = [
  [
    'confirmed',
    'The authority’s own register is recent enough and shows that exactly this hospital holds a practice licence in force. Everything else you asked is proven too.',
    '主管机关登记册在有效期内，且载明该机构持有现行执业许可证；您所问的其他内容也均得到证实。',
  ],
  [
    'limited',
    'Yes, but read the caveat: the licence is known only from an official list that takes licensed hospitals, a treatment is on trial, or an approval counts for one campus only. The answer says which.',
    '符合，但请注意：许可证仅见于只收录持证机构的官方名单、项目处于试运行，或批准仅限某一院区。答复会注明是哪一种。',
  ],
  [
    'refuted',
    'An authority has published the opposite: revoked, suspended, or absent from a complete and fresh list that every approved institution must be on.',
    '主管机关公布了相反的内容：已吊销、已暂停，或未列入一份完整且有效、获批机构必须列入的名单。',
  ],
  [
    'expired',
    'The last term on record is over and no newer one is known.',
    '记录中的最后一个期限已过，未见新的期限。',
  ],
  [
    'unknown',
    'No list answers it. A page that could not be read, an old list or silence never counts against a hospital.',
    '现有名单均不足以得出结论。读取失败、验证码、名单过旧或查无记录，都不会被当作对医院不利的证据。',
  ],
  [
    'not-for-site',
    'The badge was issued for another website. It says nothing about the hospital, and nothing good about the page that shows it.',
    '该徽章系为其他网站签发；它不说明医院的情况，但显示它的网页值得怀疑。',
  ],
];

const rules = (page: Page): Html => {
  const { say } = page;
  return html`<ul><li>${say('Only authorities decide. Newspapers, directories and a hospital’s own website can help to tell who is meant; they never prove a permission.', '只有官方机构的内容可作结论依据。媒体、名录和医院官网只用于识别身份，不能证明许可。')}</li>
<li>${say('Each kind of permission has its own rule. Assisted reproduction and transplants need approval before the first patient; restricted technologies are filed after the fact; a private mark such as JCI is never a condition of being legal.', '每类许可适用各自规则：辅助生殖与移植须事先批准；限制类技术为事后备案；JCI 等民间认证从不是合法执业的条件。')}</li>
<li>${say('Nothing counts after its last day; the day ends at midnight in China.', '任何证照在期限届满（北京时间零点）后即不再计入。')}</li>
<li>${say('A similar name is not the same hospital. Where a name could mean several, you choose; we do not guess.', '名称相似不等于同一机构。可能指多家时由您选择，我们不猜测。')}</li>
<li>${say('Every yes and every no leads back to the page it rests on, kept as it was, with a number (SHA-256) that proves it.', '每个“符合”与“不符合”都可追溯到原样留存的页面及其指纹。')}</li>
<li>${say('Military hospitals are on no civil list: for them we mostly do not know.', '军队医院不在地方名单中，对其多为“无法确认”。')}</li>
<li>${say('A licence does not tell who runs a department: departments can be let to others.', '许可证不能说明科室由谁实际经营：科室可能被外包。')}</li></ul>`;
};

/** The word that machines read for the same (`outcome` of the API). */
const codeOf = (page: Page, state: Row[0]): string => {
  if (state === 'not-for-site') return page.say('on badges only', '仅见于徽章');
  const code = state === 'expired' ? 'refuted' : state;
  return page.say(`outcome “${code}”`, `接口用语 ${code}`);
};

/** What each word means and what it takes. */
export const methodPage = (page: Page): Html => {
  const { say, lang } = page;
  return html`<h1>${say('How we decide', '判断方法')}</h1>
<p>${say('Licet reads lists that authorities and issuers publish, keeps every page, and compares. It does not visit hospitals and does not rate them.', 'Licet 读取官方机构与认证机构公布的名单，留存每一页并加以比对；不实地走访，也不评分。')}</p>
<h2>${say('The words', '结论用语')}</h2>
${rows.map(([state, en, zh]) => html`<section class="verdict ${state}"><h3>${stateIcon(state)} <span>${wordsIn(lang).state[state]} <span class="fine">${codeOf(page, state)}</span></span></h3><p>${say(en, zh)}</p></section>`)}
<h2>${say('The rules', '规则')}</h2>${rules(page)}
<p class="fine">${say(`Rules of version ${POLICY_VERSION}.`, `规则版本 ${POLICY_VERSION}。`)}</p>`;
};
