import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({ log: 'trace' }, fewSources);
t.teardown(service.close);

/** Made up: the check character is right, the person does not exist. */
const card = '110101199003071096';
/** Its birthday and sequence number, however they are written. */
const REPEATED = new RegExp([...card.slice(6, 17)].join('\\D{0,4}'));

/** How a number came through once: followed by other digits, in groups, in other digits, with signs that nobody sees. */
const dresses = [
  card,
  `${card} 13800138000`,
  `13800138000${card}`,
  `${card}13800138000`,
  '110101 19900307 1096',
  '110101-1990-0307-1096',
  '110101.19900307/1096，13800138000',
  '１１０１０１１９９００３０７１０９６',
  [...card].join('\u200b'),
  `\u202e${card}\u202c`,
  `身份证号：${card}（本人）`,
];

type Sent = Readonly<{
  url: string;
  method?: 'POST';
  payload?: object | string;
  headers?: Record<string, string>;
}>;
const page = { accept: 'text/html' };
const form = (url: string, fields: Readonly<Record<string, string>>): Sent => ({
  url,
  method: 'POST',
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...page },
});
const post = (url: string, payload: object): Sent => ({ url, method: 'POST', payload });

/** Every border at which a text comes in. */
const borders: Readonly<Record<string, (text: string, inAddress: string) => Sent>> = {
  'a name': (_, text) => ({ url: `/v1/verify?name=${text}` }),
  'an address': (_, text) => ({ url: `/v1/verify?name=x&address=${text}` }),
  'a claim': (_, text) => ({ url: `/v1/verify?name=x&claim=${text}` }),
  'a parameter nobody knows': (_, text) => ({ url: `/v1/verify?${text}=x` }),
  'a body': (name) => post('/v1/verify', { name }),
  'a batch': (campus) => post('/v1/verify', [{ name: 'x' }, { name: 'x', campus }]),
  'a field nobody knows': (text) => post('/v1/verify', { name: 'x', [text]: 1 }),
  'an offer': (text) => post('/v1/claims/check', { text: `保证治愈 ${text} JCI` }),
  'a receipt': (name) => post('/v1/receipts', { name }),
  'a search': (_, text) => ({ url: `/v1/institutions?name=${text}` }),
  'a beginning': (_, text) => ({ url: `/v1/suggest?q=${text}` }),
  'an identifier': (_, text) => ({ url: `/v1/identifiers/${text}` }),
  'a treatment': (_, text) => ({ url: `/v1/technologies?q=${text}` }),
  'the page to search': (_, text) => ({ url: `/?q=${text}`, headers: page }),
  'the page to ask': (_, text) => ({ url: `/check?name=${text}`, headers: page }),
  'the page to compare': (_, text) => ({ url: `/compare?name=${text}&name=x`, headers: page }),
  'the page of a hospital': (_, text) => ({ url: `/hospitals/${text}`, headers: page }),
  'the form to report': (text) => form('/report', { about: text, text }),
  'the request of a physician': (text) => form('/physician/request', { kind: 'access', text }),
  'the form to check a badge': (text) => form('/verify-badge', { badge: text, site: text }),
  'a badge': (_, text) => ({ url: `/badge/test-confirmed.svg?campus=${text}` }),
};

for (const [border, send] of Object.entries(borders))
  t.test(`the number of an ID card is repeated in no dress: ${border}`, async (t) => {
    const repeated: string[] = [];
    for (const dress of dresses) {
      const { body } = await service.app.inject(send(dress, encodeURIComponent(dress)));
      if (REPEATED.test(body.normalize('NFKC'))) repeated.push(dress);
    }
    t.strictSame(repeated, []);
  });

t.test('none is in the log', async (t) => {
  t.notMatch(service.log().normalize('NFKC'), REPEATED);
});
