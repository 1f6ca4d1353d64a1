/** What stands before an entry of a list, and is no part of it: a bullet, a box, its number (1. – 2） – ③ – 四、). “#2 Xiangya Hospital” is the second one of that name. */
const MARK =
  /^(?:[-–—*•·●○▪◦‣☐☑☒✓✔√]\s*|\[[ xX]?\]\s*|#?\d{1,4}\s?(?:[)）、]\s*|[.．]\s+|[.．:：](?!\d))|[（(]\d{1,4}[）)]\s*|[①-⑳]\s*|[（(]?[a-zA-Z][.)）]\s+|[（(]?[一二三四五六七八九十]{1,3}[）)、]\s*)/u;
/** The number of a row in words, which some lists put before each: “Row 14:”, 序号5, 第3行. */
const ROW =
  /^(?:(?:row|item|line|entry) ?#?\d{1,5}(?: ?[:：.、)）–-] ?| )|(?:no|nr)\.? ?\d{1,5} ?[:：] ?|(?:序号|编号|行号)[:：]? ?\d{1,5}[\s:：.、,，)）-]{1,3}|第 ?\d{1,5} ?[行条项][\s:：.、,，]{0,3})/iu;
/** A link in Markdown. */
const LINK = /^\[([^\]]{1,200})\]\(\S{1,300}\)$/u;

/** A name without what lists put before it: “- Ruijin Hospital”, “3) Ruijin Hospital”, [Ruijin Hospital](https://…). A cell of marks alone stays as it is. */
export const withoutListMark = (cell: string): string => {
  let name = cell.trim().replace(ROW, '') || cell.trim();
  for (let most = 2; most > 0; most -= 1) name = name.replace(MARK, '') || name;
  return LINK.exec(name)?.[1] ?? name;
};

/** A sign at the end that an empty cell behind a name left, or who wrote one beneath the other. */
const LEFT_OVER = /[\s,，、;；]{1,9}$/u;

/** A name as it stands in one line of a list, without what only the list put around it: “12、瑞金医院,”. */
export const asEntry = (line: string): string => {
  const name = withoutListMark(line).replace(LEFT_OVER, '');
  return name === '' ? line : name;
};
