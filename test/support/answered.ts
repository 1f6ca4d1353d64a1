import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import type { Test } from 'tap';
import { type Check, type Evidence, type Verdict, verdictSchema } from '../../schema/verdict.ts';
import type { Service } from './app.ts';

type Asked = Readonly<Record<string, string>>;

export const codes = ({ reasons }: Pick<Check, 'reasons'>): readonly string[] =>
  reasons.map(({ code }) => code);

/** Every sentence of an answer. */
export const textsOf = ({ summary, identity, checks, notices }: Verdict): readonly string[] => [
  summary,
  ...[...identity.why, ...checks.flatMap(({ reasons }) => reasons), ...notices].map(({ text }) => text),
];

export const checkOf = (verdict: Verdict, gate: Check['gate']): Check => {
  const found = verdict.checks.find((check) => check.gate === gate);
  if (found === undefined) throw new Error(`no check of ${gate}`);
  return found;
};

const query = (asked: Asked): string => `${new URLSearchParams(asked)}`;

/** The answer over HTTP, held against its schema. */
export const verify = async ({ app }: Service, asked: Asked): Promise<Verdict> => {
  const response = await app.inject(`/v1/verify?${query(asked)}`);
  if (response.statusCode !== 200) throw new Error(`${query(asked)}: ${response.body}`);
  return verdictSchema.parse(response.json());
};

/** Follows one piece of evidence to its row, and to kept bytes that have the hash it names. Gives the row's own words. */
const walkBack = async (
  { app, archive }: Service,
  { url, sha256, row }: Evidence,
): Promise<Readonly<{ leadsTo: unknown; words: readonly string[] }>> => {
  const shown = (await app.inject(url)).json();
  const sum = createHash('sha256').update((await archive.get(sha256)) ?? '');
  return {
    leadsTo: { url, source: shown.source.id, shown: shown.snapshot.sha256, kept: sum.digest('hex') },
    words: row === 0 ? [] : [JSON.stringify(shown.words)],
  };
};

/** Whether a page may lead with this: the summary, or the part of it that says why; the page has named hospital and question above. */
const isSaid = (said: string, { summary, asked }: Verdict): boolean =>
  said !== '' &&
  (summary.includes(said) ||
    asked.some(({ sentence }) => said.endsWith(sentence) && summary.includes(sentence)));

/** The page says what the interface says: the sentence, every check and every reason (verdict.md §5 rule 8). */
const samePage = async (t: Test, { app }: Service, asked: Asked, verdict: Verdict): Promise<void> => {
  const $ = load((await app.inject(`/check?${query(asked)}`)).body);
  // The page writes dates out for people; the date that the interface gives stands in the attribute.
  for (const time of $('time').toArray()) $(time).text($(time).attr('datetime') ?? '');
  const paragraphs = (card: Parameters<typeof $>[0]) =>
    $(card)
      .children('p')
      .toArray()
      .map((line) => $(line).text());
  const resultOf = (card: Parameters<typeof $>[0]) =>
    ['met', 'not-met', 'unknown'].find((result) => $(card).hasClass(result));
  const said = $('p.say').text();
  t.ok(isSaid(said, verdict), `the page says the same: ${said}`);
  t.strictSame(
    $('section.check')
      .toArray()
      .map((card) => [resultOf(card), ...paragraphs(card)]),
    verdict.checks.map(({ result, reasons }) => [result, ...reasons.map(({ text }) => text)]),
    'the page shows the same checks and reasons',
  );
};

const bothLanguages = (t: Test, english: Verdict, chinese: Verdict): void => {
  t.equal(chinese.outcome, english.outcome);
  t.strictSame(chinese.checks.map(codes), english.checks.map(codes), 'both languages give the same reasons');
  const without = (texts: readonly string[], sign: RegExp) => texts.filter((text) => !sign.test(text));
  t.strictSame(without(textsOf(english), /[a-z]{3}/), [], 'texts that are not English');
  t.strictSame(without(textsOf(chinese), /\p{Script=Han}{2}/u), [], 'texts that are not Chinese');
  const unfilled = [...textsOf(english), ...textsOf(chinese)].filter((text) =>
    /\{\w+\}|undefined|null/.test(text),
  );
  t.strictSame(unfilled, [], 'texts with a gap');
};

/** Asks, holds the answer against all that is true of every answer, and gives it with the words of the rows it rests on. */
export const answered = async (
  t: Test,
  service: Service,
  asked: Asked,
): Promise<Readonly<{ verdict: Verdict; chinese: Verdict; rows: readonly string[] }>> => {
  const verdict = await verify(service, asked);
  const chinese = await verify(service, { ...asked, lang: 'zh' });
  const again = await verify(service, asked);
  t.equal(JSON.stringify(again), JSON.stringify(verdict), 'the same question gets the same answer');
  bothLanguages(t, verdict, chinese);
  const rows: string[] = [];
  const evidence = verdict.checks.flatMap((check) => check.evidence);
  const uncited = verdict.checks.filter((check) => check.result !== 'unknown' && check.evidence.length === 0);
  t.strictSame(uncited, [], 'every yes and no rests on evidence');
  const walked: unknown[] = [];
  for (const item of evidence) {
    const { leadsTo, words } = await walkBack(service, item);
    walked.push(leadsTo);
    rows.push(...words);
  }
  t.strictSame(
    walked,
    evidence.map(({ url, source, sha256 }) => ({ url, source, shown: sha256, kept: sha256 })),
    'each piece of evidence leads to its source and to kept bytes',
  );
  // The page's form takes no credit code: there one asks by name.
  if (asked.uscc === undefined) {
    await samePage(t, service, asked, verdict);
    await samePage(t, service, { ...asked, lang: 'zh' }, chinese);
  }
  return { verdict, chinese, rows };
};
