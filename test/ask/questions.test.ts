import t from 'tap';
import { parseQuestion } from '../../src/ask/parse-question.ts';
import { anyText } from '../support/any-text.ts';
import { TODAY } from '../support/app.ts';
import { fc } from '../support/draws.ts';

t.test(
  'whatever a caller sends, reading the question never throws, and gives a question or named errors',
  async () => {
    const field = fc.constantFrom(
      'id',
      'name',
      'uscc',
      'service',
      'claim',
      'asOf',
      'lang',
      'practitioner',
      '__proto__',
      'x',
    );
    const value = fc.oneof(anyText(), fc.anything(), fc.constantFrom('jci', 'G06', '2026-02-30'));
    fc.assert(
      fc.property(
        fc.dictionary(field, value),
        fc.constantFrom('query' as const, 'body' as const),
        (raw, via) => {
          const parsed = parseQuestion(raw, { now: TODAY, lang: 'en', via, pointer: '' });
          return 'question' in parsed || parsed.errors.length > 0;
        },
      ),
      { numRuns: 2000 },
    );
  },
);
