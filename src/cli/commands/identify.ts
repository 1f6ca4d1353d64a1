import type { Language } from '../../../schema/base.ts';
import { explainIdentifier, type IdentifierExplanation } from '../../identifiers/explain-identifier.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { httpAnswer } from '../http-answer.ts';
import { print } from '../print-answer.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';

const show = (found: IdentifierExplanation, lang: Language, { paint }: Terminal): string[] => {
  if (found.state === 'refused') return [` ${paint('red', found[lang])}`];
  if (found.state === 'malformed') {
    const tried = found.couldBe.map(({ kind, problem }) => [`  ${kind}`, printable(problem[lang])]);
    return [
      ` ${paint(['bold', 'red'], lang === 'zh' ? '格式不符' : 'Not a number of any known form')}`,
      ...tableLines(tried),
      ...(found.correction === null ? [] : [` ${paint('yellow', found.correction[lang])}`]),
    ];
  }
  const check = { ok: paint('green', 'ok'), differs: paint('yellow', 'differs'), none: 'none' }[
    found.checkDigit
  ];
  const parts = found.parts.map(({ name, value, meaning }) => [`  ${name}`, value, meaning?.[lang] ?? '–']);
  return [
    ` ${paint('bold', found.normalised)}  ${found.kind} · check character: ${check}`,
    ...tableLines(parts),
    ...found.warnings.map((one) => `  ${paint('yellow', '!')} ${one[lang]}`),
    ...found.crossReferences.map((one) => `  → ${one.scheme} ${one.value}: ${one[lang]}`),
  ];
};

/** Words need no register and come at once; JSON is the service's answer, which also names who carries the number. */
const identify =
  (context: Context) =>
  async (number: string, options: CommonOptions): Promise<void> => {
    const found = explainIdentifier(number);
    if (options.json === true && found.state !== 'refused') {
      const body = await httpAnswer(context, options, `/v1/identifiers/${encodeURIComponent(number)}`);
      print(context, options, body ?? '', () => '');
    } else context.terminal.out(`${show(found, options.lang, context.terminal).join('\n')}\n`);
    context.finish(found.state === 'explained' ? exitCodes.ok : exitCodes.badUse);
  };

/** `licet identify`: what an official number says by itself; no register is asked. */
export const addIdentify: AddCommand = (program, context) => {
  const command = program
    .command('identify')
    .description('explain an official number: its kind, parts and check character; no register is asked')
    .argument('<number>', '登记号, 统一社会信用代码, 组织机构代码, 医师执业证书编码 …');
  common(command).addHelpText(
    'after',
    examples(['licet identify 药临床机构备字2020000001', 'licet identify <number> --json']),
  );
  command.action(identify(context));
};
