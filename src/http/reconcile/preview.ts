import type { Verdict } from '../../../schema/verdict.ts';
import { stateOf } from '../../badge/state.ts';
import { wordsIn } from '../../badge/words.ts';
import { assets } from '../pages/assets.ts';
import { html } from '../pages/html.ts';
import type { Way } from './deps.ts';

/** The small page that a data tool shows beside a name (§6): the hospital, what is told of it today, and the way to the whole answer. */
export const previewPage = (verdict: Verdict, { lang, base }: Way): string => {
  const { institution } = verdict.identity;
  const name = institution?.name;
  const first = (lang === 'en' ? (name?.en ?? name?.zh) : (name?.zh ?? name?.en)) ?? institution?.id ?? '';
  const second = lang === 'en' ? name?.zh : name?.en;
  const link = `${base}/hospitals/${institution?.id ?? ''}?lang=${lang}`;
  const { text } =
    html`<!doctype html><html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><title>${first}</title><link rel="stylesheet" href="${base}${assets.style}"></head>
<body><main><p><a href="${link}" target="_blank" rel="noopener"><strong>${first}</strong></a>${second === null || second === undefined || second === first ? null : html`<br>${second}`}</p>
<section class="verdict ${stateOf(verdict)}"><p><strong>${wordsIn(lang).state[stateOf(verdict)]}</strong> · ${verdict.asOf}</p><p>${verdict.licence.sentence}</p></section></main></body></html>`;
  return text;
};
