/** The four categories of article 9, by their words → codes of the service vocabulary. */
export const categories: Readonly<Record<string, string>> = {
  '临床应用安全性、有效性不确切': 'prohibited.unproven',
  存在重大伦理问题: 'prohibited.ethics',
  该技术已经被临床淘汰: 'prohibited.abandoned',
  未经临床研究论证的医疗新技术: 'prohibited.unvalidated',
};
