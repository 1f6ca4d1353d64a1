/** One thing that was found, and how it is mended. */
export type Finding = Readonly<{
  /** `danger`: answers may be wrong, missing or without proof; `warning`: something to mend in time; `note`: good to know. */
  level: 'danger' | 'warning' | 'note';
  /** Which finding it is, for programs: a word that stays the same whatever the text says. docs/doctor.md lists them. */
  code: string;
  /** One line: what was found. */
  text: string;
  /** One line: the command that mends it, the setting to set, or what a person has to do. */
  fix: string;
}>;

const at =
  (level: Finding['level']) =>
  (code: string, text: string, fix: string): Finding => ({ level, code, text, fix });

export const danger = at('danger');
export const warning = at('warning');
export const note = at('note');

/** A finding as one line of text. */
export const inOneLine = ({ text, fix }: Finding): string => `${text}: ${fix}`;
