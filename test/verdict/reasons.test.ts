import { glob, readFile } from 'node:fs/promises';
import t from 'tap';
import { inSentence } from '../../schema/lexicon/in-sentence.ts';
import { reason, reasonCatalogue, renderReason } from '../../schema/reason.ts';
import { programmes } from '../../src/verdict/vocabulary/schemes.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import { reasonsDocument } from './reasons-document.ts';

const root = new URL('../../', import.meta.url).pathname;

const sourceText = async (): Promise<string> => {
  const texts: string[] = [];
  for await (const file of glob('src/**/*.ts', { cwd: root }))
    texts.push(await readFile(`${root}${file}`, 'utf8'));
  return texts.join('\n');
};

const own = (code: string): boolean =>
  /^(licence|institution|evidence|grade|summary|restricted|technology|approval|transplant|equipment|product|research|lecheng|foreign|prohibited|accreditation|programme|practitioner)\./.test(
    code,
  );

t.test('docs/reasons.md says exactly what the catalogue says', async (t) => {
  const document = await readFile(`${root}docs/reasons.md`, 'utf8');
  t.equal(document, reasonsDocument(), 'run: npm run reasons');
});

t.test(
  'every reason a gate gives is in the catalogue, and every reason in the catalogue is given',
  async (t) => {
    const text = await sourceText();
    const quoted = new Set(
      [...text.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map(([, code]) => code),
    );
    const given = [...text.matchAll(/reason\(\s*'([^']+)'/g)].map(([, code]) => code ?? '');
    t.same(
      given.filter((code) => reasonCatalogue[code] === undefined),
      [],
      'given, and not in schema/reasons',
    );
    t.same(
      Object.keys(reasonCatalogue).filter((code) => own(code) && !quoted.has(code)),
      [],
      'in schema/reasons, and given nowhere',
    );
  },
);

t.test('both languages of a reason ask for the same parameters', async (t) => {
  const params = (text: string): string[] =>
    [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
  const apart = Object.entries(reasonCatalogue).filter(
    ([code, { en, zh }]) => own(code) && params(en).join() !== params(zh).join(),
  );
  t.same(apart, []);
});

t.test(
  'a name has a capital at the start of a sentence and within none, unless it is written so',
  async (t) => {
    const text = (code: string, params: Readonly<Record<string, string>>) =>
      renderReason(reason(code, params), 'en').text;
    const service = 'Proton and heavy-ion accelerator radiotherapy';
    t.match(
      text('equipment.no-permit-list', { service }),
      'permits for proton and heavy-ion accelerator radiotherapy that',
    );
    t.match(text('equipment.class-a', { service }), /^Proton and heavy-ion/);
    t.match(
      text('approval.absent', { service, list: 'Made up', asOf: '2025-06' }),
      /2025-06\. Proton and heavy-ion/,
    );
    t.match(text('summary.refuted-prohibited', { ask: 'Surrogacy' }), /^“Surrogacy” is/);
    t.match(
      text('summary.confirmed-asked', { name: 'X', asks: 'Heart transplantation' }),
      'X: heart transplantation.',
    );
    const written = ['CAR-T cell therapy', 'ICSI', 'PET/CT', 'Lecheng project: x', 'pCAR-19B', 'CyberKnife'];
    for (const name of written) t.equal(inSentence(name), name);
    t.equal(inSentence('In-vitro fertilisation'), 'in-vitro fertilisation');
    t.equal(inSentence('Tertiary, Grade A'), 'tertiary, grade A');
    t.equal(inSentence('质子治疗'), '质子治疗');
    const kept = [...services, ...programmes]
      .map(({ name }) => name.en)
      .filter(
        (name) =>
          /^[A-Z]/.test(inSentence(name)) && !/^(?:\S*[A-Z0-9]\S*[A-Z0-9]|Lecheng |Shanghai )/.test(name),
      );
    t.strictSame(
      kept,
      ['Renikeaolunsai (English name not established)'],
      'names that keep a capital: each is a proper name',
    );
  },
);

t.test(
  'a sentence holds no mark that turns the direction of writing, whoever wrote what stands in it',
  async (t) => {
    const marks = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
    for (const lang of ['en', 'zh'] as const)
      t.equal(
        renderReason(reason('summary.confirmed', { name: `编造${marks}医院` }), lang).text,
        renderReason(reason('summary.confirmed', { name: '编造医院' }), lang).text,
      );
  },
);
