import { cleanText, escapeXml, fitText } from '../../badge/text.ts';

const EDGE = 200;
const CAPTIONS = ['Scan for today’s answer', '扫码查看当日结果'] as const;

/** The dark squares of a code as one path, a run at a time, and how many squares it is wide. */
export const qrPath = async (text: string): Promise<Readonly<{ size: number; path: string }>> => {
  // Loaded with the first code: the library brings 57 files, most of them for pictures that we do not draw.
  const { default: QRCode } = await import('qrcode');
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const from = x;
      while (x < size && data[y * size + x]) x += 1;
      if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
    }
  return { size, path };
};

/**
 * A code for print, resolving to the landing page. It states no status: paper cannot be taken back when one changes.
 * @param url landing page
 * @param name the institution, shown below the code
 * @param site domain or partner the print was made for
 */
export const drawQr = async (url: string, name: string, site: string): Promise<string> => {
  const { size, path } = await qrPath(url);
  const scale = (EDGE - 24) / size;
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
