import { type Measured, measuredRegistry } from '../../bench/names/bundled.ts';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { identify } from '../../src/identify/identify.ts';
import type { Reader } from '../../src/store/registry-reader.ts';

const asked = (question: string | InstitutionQuestion): InstitutionQuestion =>
  typeof question === 'string' ? { name: question } : question;

const asking = (reader: Reader) => {
  const find = (question: string | InstitutionQuestion) => identify(asked(question), reader);
  const titleOf = async (id: string | null) =>
    id === null ? null : ((await reader.dossier(id))?.title.zh ?? null);
  return {
    /** What came of a question, a name alone or with more fields. */
    matchOf: async (question: string | InstitutionQuestion) => (await find(question)).match,
    /** The Chinese title of whom it settles on; null for nobody. */
    settledOn: async (question: string | InstitutionQuestion) => titleOf((await find(question)).id),
    /** The same; for nobody, what came of it. */
    whose: async (question: string | InstitutionQuestion) => {
      const { id, match } = await find(question);
      return (await titleOf(id)) ?? match;
    },
  };
};

/** The bundled registry and what questions of names say there; to be closed when the file is done. */
export const askedOfBundled = async (): Promise<Measured & ReturnType<typeof asking>> => {
  const registry = await measuredRegistry(undefined);
  return { ...registry, ...asking(registry.reader) };
};
