/** `danger`: answers may be wrong, missing or without proof; `warning`: something to mend in time; `note`: good to know. */
export type Finding = Readonly<{
  level: 'danger' | 'warning' | 'note';
  /** One line: what was found, and what to do. */
  text: string;
}>;

export const danger = (text: string): Finding => ({ level: 'danger', text });
export const warning = (text: string): Finding => ({ level: 'warning', text });
export const note = (text: string): Finding => ({ level: 'note', text });
