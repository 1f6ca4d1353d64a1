import t from 'tap';
import { z } from 'zod';
import { offerFields, practitionerFields, questionFields } from '../../schema/question.ts';
import { parseQuestion } from '../../src/ask/parse-question.ts';
import { verifyBody, verifyQuery } from '../../src/http/shapes/verify.ts';
import { runHere } from '../cli/run-licet.ts';
import { TODAY } from '../support/app.ts';

const fields = Object.keys(questionFields);
const personal: readonly string[] = practitionerFields;
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

/** Options about the answer, the folder, and a list of questions: no field of a question. */
const notAsked = ['json', 'data', 'file', 'out', 'column'];

type Asked = readonly [command: string, declared: object, held: readonly string[]];

t.test('the command line asks every field but what its arguments and its input hold', async (t) => {
  const asking: readonly Asked[] = [
    ['verify', questionFields, ['name', ...personal]],
    ['claims check', offerFields, ['text']],
  ];
  for (const [command, declared, held] of asking) {
    const { out } = await runHere(data, [...command.split(' '), '--help']);
    const options = [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name = '']) =>
      name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    const asked = Object.keys(declared).filter((field) => !held.includes(field));
    t.strictSame(
      options.filter((name) => !notAsked.includes(name)),
      asked,
      command,
    );
  }
});
