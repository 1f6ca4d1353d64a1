import type { Question } from '../../../../schema/question.ts';

/** An address of this service for a person to open: whole where the service has a public address, else its path. */
export const linkTo = (baseUrl: string | null, path: string): string => `${baseUrl ?? ''}${path}`;

/** The page that shows the whole answer to this question. */
export const answerPage = (
  baseUrl: string | null,
  { institution, service, claims, asOf, lang }: Question,
): string => {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries({ ...institution, service, asOf, lang }))
    if (value !== undefined) query.set(field, value);
  for (const claim of claims) query.append('claim', claim);
  return linkTo(baseUrl, `/check?${query}`);
};
