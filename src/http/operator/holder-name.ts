/** Who stands in logs for what is done on the command line; nobody else may bear the name. */
export const COMMAND_LINE = 'command line';
export const LONGEST_NAME = 60;

/** The name under which somebody is given a token or a key: 2 to 60 printable characters, as logs show it. Null for what cannot be one. */
export const readHolderName = (given: string): string | null => {
  const name = given.normalize('NFC').trim();
  const fits = name.length >= 2 && name.length <= LONGEST_NAME && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);
  return fits && name !== COMMAND_LINE ? name : null;
};
