import type { BadgeModel } from '../../badge/badge-model.ts';
import { badgeTitle } from '../../badge/draw.ts';
import { layouts } from '../../badge/sizes.ts';
import { escapeXml } from '../../badge/text.ts';
import { askFields, badgeUrl, domainOf, landingUrl } from './address.ts';

/** What a partner pastes beside a hospital: a link and an image, no script, no cookie. */
export const snippetOf = (base: string, id: string, model: BadgeModel): string => {
  const site = model.site === domainOf(base) ? null : model.site;
  const { width, height } = layouts[model.size];
  const source = badgeUrl(base, id, {
    site,
    size: model.size,
    lang: model.lang,
    theme: model.theme,
    campus: model.campus,
    ...askFields(model.ask),
  });
  const name = model.name.en ?? model.name.zh ?? '';
  // The alternative text names no status: it would stay when the picture changes.
  const alt = `Licet: what is known about ${name}`;
  return `<a href="${escapeXml(landingUrl(base, id, site, model.ask))}"><img src="${escapeXml(source)}" width="${width}" height="${height}" alt="${escapeXml(alt)}"></a>`;
};

/** The document inside the iframe variant: the picture itself and its link, no script. */
export const frameOf = (base: string, id: string, model: BadgeModel, svg: string): string =>
  `<!doctype html><html lang="${model.lang}"><head><meta charset="utf-8"><title>${escapeXml(badgeTitle(model))}</title></head>` +
  `<body><a href="${escapeXml(landingUrl(base, id, model.site, model.ask))}" target="_blank" rel="noopener">${svg}</a></body></html>`;
