import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { faultWords } from '../../ask/fault-words.ts';

/** The validator of the framework, whose findings are told in our words instead of those of its library. */
export const wordedValidator: typeof validatorCompiler = (part) => {
  const check = validatorCompiler(part);
  return (data) => {
    const found = check(data);
    const { error } = typeof found === 'object' && 'error' in found ? found : {};
    if (!Array.isArray(error) || !(part.schema instanceof z.core.$ZodType)) return found;
    const said = z.safeParse(part.schema, data, { error: faultWords }).error?.issues ?? [];
    for (const [at, finding] of error.entries()) finding.message = said[at]?.message ?? 'cannot be read';
    return found;
  };
};
