import t from 'tap';
import { z } from 'zod';
import { askingOf } from '../../schema/field.ts';
import { offerFields, questionFields } from '../../schema/question.ts';
import { parseQuestion } from '../../src/ask/parse-question.ts';
import { verifyBody, verifyQuery } from '../../src/http/shapes/verify.ts';
import { runHere } from '../cli/run-licet.ts';
import { TODAY } from '../support/app.ts';

const fields = Object.keys(questionFields);
const personal = ['practitioner', 'certificateNumber', 'purpose'];
const data = t.testdir({});

const read = (raw: Readonly<Record<string, unknown>>) => {
  const parsed = parseQuestion(raw, { now: TODAY, lang: 'en', via: 'body', pointer: '' });
  return 'errors' in parsed ? parsed.errors : [];
};

t.test('the reader knows exactly the declared fields', async (t) => {
  const none = Object.fromEntries(fields.map((field) => [field, {}]));
  const unknown = ({ problem }: Readonly<{ problem: string }>) => /is not a field/.test(problem);
  t.strictSame(read(none).filter(unknown), []);
  t.match(read({ names: 'x' }), [
    { problem: 'is not a field of a question', expected: RegExp(`${fields}`.replaceAll(',', ', ')) },
  ]);
});

t.test(
  'the reference shows every declared field in a body, and all but the physician in an address',
  async (t) => {
    t.strictSame(Object.keys(verifyBody.shape), fields);
    t.strictSame(
      Object.keys(verifyQuery.shape),
      fields.filter((field) => !personal.includes(field)),
    );
  },
);

t.test('the limit of a field is the one its error names', async (t) => {
  for (const [field, schema] of Object.entries(questionFields)) {
    if (!(schema instanceof z.ZodString) || schema.maxLength === null) continue;
    const [error] = read({ [field]: 'x'.repeat(schema.maxLength + 1) });
    t.match(error, {
      field: `/${field}`,
      problem: `has ${schema.maxLength + 1} characters`,
      expected: `at most ${schema.maxLength} characters`,
    });
  }
});

t.test('the command line has an option for every field that declares one, in its words', async (t) => {
  for (const [command, declared] of [
    [['verify'], questionFields],
    [['claims', 'check'], offerFields],
  ] as const) {
    const { out } = await runHere(data, [...command, '--help']);
    const options = new Set([...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name));
    for (const [field, schema] of Object.entries(declared)) {
      if (askingOf(schema).option === undefined || (command[0] === 'verify' && field === 'name')) continue;
      t.ok(options.has(field.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)), field);
    }
    for (const name of personal)
      t.notOk(options.has(name), 'a name does not belong into the history of a shell');
  }
});
