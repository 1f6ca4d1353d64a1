import { z } from 'zod';

/** What mails are sent with, as the environment says it. */
export const mailSettings = {
  LICET_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S{1,490}$/)
    .refine((url) => URL.canParse(url))
    .optional()
    .describe('Mail server, e.g. smtps://name:password@mail.example:465; without it no mail is sent'),
  LICET_MAIL_FROM: z
    .email('must be a mail address, e.g. licet@agency.example')
    .optional()
    .describe('The address that mails come from'),
};

/** The mail server, its password included, and the address that mails come from. */
export type MailAccount = Readonly<{ url: string; from: string }>;

type Given = Readonly<{
  LICET_SMTP_URL?: string | undefined;
  LICET_MAIL_FROM?: string | undefined;
  LICET_BASE_URL?: string | undefined;
}>;

/** What a mail server needs beside it; null where nothing is missing. */
export const missingForMail = ({ LICET_SMTP_URL, LICET_MAIL_FROM, LICET_BASE_URL }: Given): string | null => {
  if (LICET_SMTP_URL === undefined) return null;
  if (LICET_MAIL_FROM === undefined)
    return 'LICET_SMTP_URL needs LICET_MAIL_FROM: the address that mails come from';
  return LICET_BASE_URL === undefined
    ? 'LICET_SMTP_URL needs LICET_BASE_URL: mails hold links to this service'
    : null;
};

/** The account that mails are sent with; null where there is none. */
export const mailAccount = ({ LICET_SMTP_URL: url, LICET_MAIL_FROM: from }: Given): MailAccount | null =>
  url === undefined || from === undefined ? null : { url, from };
