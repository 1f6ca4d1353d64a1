import type { Language } from '../../../schema/base.ts';
import { terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import { offerFields } from '../../../schema/question.ts';
import type { OfferAnswer } from '../../ask/check-offer.ts';
import { unreadSentence } from '../../verdict/offer/unread-sentence.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { addFields, common, examples, fieldsIn } from '../help.ts';
import { httpAnswer } from '../http-answer.ts';
import { print } from '../print-answer.ts';
import { readInputText } from '../read-input.ts';
import { indented } from '../show/paragraphs.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';

/** A file larger than this is no offer; it is not read. */
const LARGEST = 1_048_576;

const readOffer = (file: string): Promise<string> =>
  readInputText({ option: '<file>', file, expected: 'the text of one offer', most: LARGEST });

const titles = {
  found: { en: 'Can be checked', zh: '可以核对' },
  signs: { en: 'Warning signs', zh: '警示' },
  sender: { en: 'Who sent it', zh: '发送者' },
  named: { en: 'Hospitals named in the text', zh: '文中提到的医院' },
  unsettled: { en: 'not settled who is meant', zh: '无法确定指哪一家' },
  none: {
    en: 'Nothing in this text has a code here.',
    zh: '文中没有可核对的内容。',
  },
  unwarned: {
    en: 'None of the warning words that we know stands here. That is no all-clear: what is unlawful or false can be put in other words. Before anything is paid, ask who the hospital is and whether it may do what is offered.',
    zh: '文中没有我们所知的警示用语。这不表示没有问题：违法或虚假的内容可以换一种说法。付款之前，请先查明是哪家医院、能否开展所说的项目。',
  },
} as const;

const whoIs = ({ identity: { institution } }: OfferAnswer['named'][number], lang: Language): string =>
  institution === null
    ? titles.unsettled[lang]
    : `${institution.id} ${printable(institution.name[lang] ?? institution.name.zh ?? institution.name.en ?? '')}`;

const show = (
  { spans, warnings, verdicts, sender, named, unread }: OfferAnswer,
  lang: Language,
  terminal: Terminal,
): string => {
  const outcome = new Map(verdicts.map((one) => [one.code, one]));
  const checked = spans.flatMap(({ start, text: words, kind, codes }) => [
    `  ${start}  ${terminal.paint('bold', printable(words))}  ${kind} ${codes.join(', ')}`,
    ...codes.flatMap((code) => {
      const found = outcome.get(code);
      return found === undefined
        ? []
        : indented(`${code}: ${terminalWords.outcomes[found.outcome][lang]}. ${found.summary}`, 6, terminal);
    }),
  ]);
  const signs = warnings.flatMap(({ start, text: words, title, why, basis }) => [
    `  ${terminal.paint('yellow', '!')} ${start}  ${terminal.paint('bold', printable(words))}  ${title[lang]}`,
    ...indented(`${why[lang]} ${basis.map((one) => `[${one[lang]}]`).join(' ')}`, 6, terminal),
  ]);
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [terminal.paint('bold', title), ...lines, ''];
  const said = (sender?.notes ?? []).flatMap((note) => indented(note.text, 2, terminal));
  const lines = [
    ...block(titles.found[lang], checked),
    ...block(titles.signs[lang], signs),
    ...block(
      titles.named[lang],
      named.map((one) => `  ${one.start}  ${printable(one.text)}  ${whoIs(one, lang)}`),
    ),
    ...block(titles.sender[lang], said),
  ];
  const notRead = unread === null ? [] : indented(unreadSentence(unread, lang), 0, terminal);
  const unwarned = warnings.length === 0 && unread?.part !== 'all' ? [titles.unwarned[lang]] : [];
  return `${[...(lines.length === 0 ? [titles.none[lang]] : lines), ...notRead, ...unwarned].join('\n')}\n`;
};

const check =
  (context: Context) =>
  async (file: string, options: CommonOptions): Promise<void> => {
    const offer = { text: await readOffer(file), ...fieldsIn(options) };
    const body = await httpAnswer(context, options, '/v1/claims/check', offer);
    const { warnings } = print<OfferAnswer>(context, options, body ?? '', (answer) =>
      show(answer, options.lang, context.terminal),
    );
    context.finish(warnings.length === 0 ? exitCodes.ok : exitCodes.refuted);
  };

/** `licet claims check`: what in an offer can be checked, and what is a warning sign. */
export const addClaims: AddCommand = (program, context) => {
  const claims = program
    .command('claims')
    .description('read offers: what can be checked, what is a warning sign');
  const command = claims
    .command('check')
    .description('read the text of an offer; ends with 1 when it holds a warning sign')
    .argument('<file>', 'text file (UTF-8, or Chinese in GB18030), or - for standard input');
  addFields(command, offerFields, ['text', 'lang']);
  common(command).addHelpText(
    'after',
    examples([
      'licet claims check offer.txt --name "Ruijin Hospital"',
      'licet claims check - --lang zh < offer.txt',
    ]),
  );
  command.action(check(context));
};
