import t from 'tap';
import { openLists } from '../support/partner-lists.ts';

const LIST = 'hospital,city\nMade-up Hospital of Nobody,Shanghai\n';
const BOUNDARY = '------------------------316948274e30bb30';

/** A form as curl -F writes it, of these parts. */
const form = (...parts: readonly string[]): string =>
  [...parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`), `--${BOUNDARY}--\r\n`].join('');
const file = (name: string, text = LIST): string =>
  `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}`;
const TYPE = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

t.test(
  'the one file of a form is the list, under its own name, and no line of the form is a row',
  async (t) => {
    const { post, ended } = await openLists(t);
    const taken = await post(form(file('made-up.csv')), '', TYPE);
    t.equal(taken.statusCode, 202, taken.body);
    t.match(taken.json(), { rows: 1, file: 'made-up.csv' });
    t.match(await ended(taken.json().id), { state: 'done', counts: { rows: 1 } });
    const plain = await post(LIST, '?file=made-up.csv', { 'content-type': 'text/csv' });
    t.match(plain.json(), { rows: 1, file: 'made-up.csv' });
  },
);

t.test(
  'a form with more than one file, a field, none, or no end is refused in words that say how to send it',
  async (t) => {
    const { post, ask } = await openLists(t);
    const field = 'Content-Disposition: form-data; name="service"\r\n\r\nIVF';
    for (const body of [
      form(file('a.csv'), file('b.csv')),
      form(file('a.csv'), field),
      form(field),
      form(file('a.csv', '')),
    ]) {
      const refused = await post(body, '', TYPE);
      t.equal(refused.statusCode, 400);
      t.match(refused.json(), {
        errors: [{ expected: /--data-binary @list\.csv -H 'content-type: text\/csv'/ }],
      });
    }
    const broken = await post(form(file('a.csv')).slice(0, 120), '', TYPE);
    t.equal(broken.statusCode, 400);
    const mixed = await post(form(file('a.csv')), '', {
      'content-type': `multipart/mixed; boundary=${BOUNDARY}`,
    });
    t.match(mixed.json(), { status: 415, code: 'LICET_WRONG_CONTENT_TYPE', detail: /--data-binary/ });
    t.strictSame((await ask('/v1/batches')).json(), { batches: [] }, 'nothing of it is kept');
  },
);
