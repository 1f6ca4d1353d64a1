import { cleanText, escapeXml, fitText } from '../../badge/text.ts';

const EDGE = 200;
const CAPTIONS = ['Scan for today’s answer', '扫码查看当日结果'] as const;

/**
 * A code for print, resolving to the landing page. It states no status: paper cannot be taken back when one changes.
 * @param url landing page
 * @param name the institution, shown below the code
 * @param site domain or partner the print was made for
 */
export const drawQr = async (url: string, name: string, site: string): Promise<string> => {
  // Loaded with the first code: the library brings 57 files, most of them for pictures that we do not draw.
  const { default: QRCode } = await import('qrcode');
  const code = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const { size, data } = code.modules;
  const scale = (EDGE - 24) / size;
  let path = '';
  for (let at = 0; at < data.length; at += 1)
    if (data[at]) path += `M${at % size} ${Math.floor(at / size)}h1v1h-1z`;
  const line = (text: string, y: number, px: number, bold = false) => {
    const fit = fitText([cleanText(text)], px, EDGE - 16, bold);
    return `<text x="${EDGE / 2}" y="${y}" font-size="${fit.px}" text-anchor="middle"${bold ? ' font-weight="700"' : ''}>${escapeXml(fit.text)}</text>`;
  };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${EDGE}" height="${EDGE + 62}" viewBox="0 0 ${EDGE} ${EDGE + 62}" role="img" font-family="system-ui,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif" fill="#1b1b1f">` +
    `<title>${escapeXml(`${CAPTIONS.join(' ')}. ${cleanText(name)}. ${site}`)}</title>` +
    `<rect width="100%" height="100%" fill="#fff"/><g transform="translate(12 12) scale(${scale})"><path d="${path}" shape-rendering="crispEdges"/></g>` +
    `${line(name, EDGE + 8, 12, true)}${line(CAPTIONS[0], EDGE + 24, 10)}${line(CAPTIONS[1], EDGE + 38, 10)}${line(site, EDGE + 52, 10)}</svg>`
  );
};
