type Rule = Readonly<{
  /** What varies, and why. */
  what: string;
  find: RegExp;
  put: string | ((...found: string[]) => string);
}>;

const payloadOf = (part: string): string =>
  JSON.stringify(Buffer.from(part, 'base64url').toString('utf8')).slice(1, -1);

/**
 * What is not the same in two services on the same facts and day. Found by asking two of them everything and comparing;
 * request ids and dates of answers are left out by recording only the headers named in answer.ts.
 */
const rules: readonly Rule[] = [
  {
    what: 'seals of badges, receipts and the status list: signed with keys made anew in every data folder; what was signed stays, readable',
    find: /\beyJ[\w-]+\.((?:eyJ[\w-]+)?)\.[\w-]{86}/g,
    put: (_, payload = '') => `sealed:${payloadOf(payload)}`,
  },
  {
    what: 'ids of requests in problem documents: a random word of the process and a serial number',
    find: /\burn:licet:request:[\w-]+/g,
    put: 'urn:licet:request:…',
  },
  {
    what: 'ids of those keys: the day and eight random digits',
    find: /\b(\d{4}-\d\d-\d\d)-[0-9a-f]{8}\b/g,
    put: '$1-key',
  },
  {
    what: 'the secret address at which whoever reported an error reads the answer: random letters',
    find: /\breport_[\w-]{43}/g,
    put: 'report_…',
  },
  {
    what: 'the proof that a generation is in the public log, and what binds it: signed with a key made anew, over instants and the code',
    find: /("proof":\s?")[^"]*|(\\"(?:at|chain)\\":\\")[^"\\]*|(\/log\+)[0-9a-f]{8}\+[\w+/=]+/g,
    put: '$1$2$3…',
  },
  { what: 'the public half of those keys', find: /"x":\s?"[\w-]{43}"/g, put: '"x":"…"' },
  {
    what: 'marks of stylesheets, fonts and scripts in addresses: not random, but a rule about colours would change every page',
    find: /(\/assets\/[a-z]+)-[0-9a-f]{12}\./g,
    put: '$1.',
  },
];

/** A text without what varies. */
export const settled = (text: string): string =>
  rules.reduce(
    (rest, { find, put }) => (typeof put === 'string' ? rest.replace(find, put) : rest.replace(find, put)),
    text,
  );
