import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

/** Hospitals shown. */
const SHOWN = 10;
/** Counted ones that are looked up for them: some may be one record by now, or gone. */
const LOOKED_UP = 30;

/** Which hospitals are asked for most, each with the way to its page. */
export const askedSection = async ({ say, reader, deps, lang, to }: Page): Promise<Html> => {
  const lines: Html[] = [];
  for (const [id, count] of await deps.state().demand.most(LOOKED_UP)) {
    const dossier = await reader.dossier(id);
    if (dossier === undefined || lines.length === SHOWN) continue;
    const { title } = dossier;
    const name = title[lang] ?? title.zh ?? title.en ?? id;
    lines.push(
      html`<li><a href="${to(`/hospitals/${encodeURIComponent(id)}`)}">${name}</a>${say('common.colon')}${say('console-today.times', { count })}</li>`,
    );
  }
  const list =
    lines.length === 0
      ? html`<p>${say('console-today.nobody-asked')}</p>`
      : html`<ol>${lines}</ol><p class="fine">${say('console-today.asked-means')}</p>`;
  return html`<h2>${say('console-today.asked-most')}</h2>${list}`;
};
