import { badgeTitle } from '../../badge/draw.ts';
import type { Face } from '../../badge/face.ts';
import { layouts } from '../../badge/sizes.ts';
import { escapeXml } from '../../badge/text.ts';
import { badgeUrl, domainOf, landingUrl } from './address.ts';

/** What a partner pastes beside a hospital: a link and an image, no script, no cookie. */
export const snippetOf = (base: string, id: string, face: Face): string => {
  const site = face.site === domainOf(base) ? null : face.site;
  const { width, height } = layouts[face.size];
  const source = badgeUrl(base, id, {
    site,
    size: face.size,
    lang: face.lang,
    theme: face.theme,
    campus: face.campus,
  });
  const name = face.name.en ?? face.name.zh ?? '';
  // The alternative text names no status: it would stay when the picture changes.
  const alt = `Licet: what is known about ${name}`;
  return `<a href="${escapeXml(landingUrl(base, id, site))}"><img src="${escapeXml(source)}" width="${width}" height="${height}" alt="${escapeXml(alt)}"></a>`;
};

/** The document inside the iframe variant: the picture itself and its link, no script. */
export const frameOf = (base: string, id: string, face: Face, svg: string): string =>
  `<!doctype html><html lang="${face.lang}"><head><meta charset="utf-8"><title>${escapeXml(badgeTitle(face))}</title></head>` +
  `<body><a href="${escapeXml(landingUrl(base, id, face.site))}" target="_blank" rel="noopener">${svg}</a></body></html>`;
