import { institutionFields } from '../../../schema/question.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { addFields, common, examples, fieldsIn } from '../help.ts';
import { addressOf, httpAnswer } from '../http-answer.ts';
import { print } from '../print-answer.ts';
import type { Candidates, InstitutionAnswer } from '../show/institution.ts';
import { showCandidates, showInstitution } from '../show/institution.ts';

/** The address of one institution: by id, or by a name that means exactly one. Null when the name means none or several. */
const addressFor = async (context: Context, text: string, options: CommonOptions): Promise<string | null> => {
  const { lang } = options;
  const direct = addressOf(`/v1/institutions/${encodeURIComponent(text)}`, { lang });
  if (/^[\w-]{1,40}$/.test(text) && (await httpAnswer(context, options, direct)) !== null) return direct;
  const search = addressOf('/v1/institutions', { name: text, ...fieldsIn(options) });
  const found = (await httpAnswer(context, options, search)) ?? '{"candidates":[]}';
  const { match, candidates } = JSON.parse(found) as Candidates;
  const [only] = candidates;
  if ((match === 'exact' || match === 'strong') && only !== undefined) {
    return addressOf(`/v1/institutions/${only.id}`, { lang });
  }
  print<Candidates>(context, options, found, (answer) => showCandidates(answer, lang, context.terminal));
  return null;
};

const institution =
  (context: Context) =>
  async (words: string[], options: CommonOptions): Promise<void> => {
    const address = await addressFor(context, words.join(' '), options);
    if (address === null) return context.finish(exitCodes.undecided);
    const body = (await httpAnswer(context, options, address)) ?? '';
    print<InstitutionAnswer>(context, options, body, (answer) =>
      showInstitution(answer, options.lang, context.terminal),
    );
  };

/** `licet institution`: everything known of one institution, each fact with its evidence. */
export const addInstitution: AddCommand = (program, context) => {
  const command = program
    .command('institution')
    .description('everything known of one institution, each fact with its evidence')
    .argument('<id|name...>', 'registry id as an answer prints it, or a name');
  const { province, city, address, website } = institutionFields;
  addFields(command, { province, city, address, website });
  common(command).addHelpText(
    'after',
    examples(['licet institution 瑞金医院', 'licet institution "Zhongshan Hospital" --city Shanghai --json']),
  );
  command.action(institution(context));
};
