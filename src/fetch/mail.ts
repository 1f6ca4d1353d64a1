import { createTransport } from 'nodemailer';

/** A mail of plain text to one address. */
type Letter = Readonly<{
  to: string;
  subject: string;
  text: string;
  /** The same for every attempt, so that a mail program shows it once. */
  messageId: string;
  headers: Readonly<Record<string, string>>;
}>;

export type Mailer = Readonly<{
  /** Hands one mail to the server; gives why it was not taken, in a few words, or null. Never throws for what a server does. */
  send: (letter: Letter) => Promise<string | null>;
  close: () => void;
}>;

/** A mail server has so long to answer, in milliseconds. */
const PATIENCE_MS = 15_000;

const whyOf = (cause: unknown): string => {
  const [code, status] = [
    cause instanceof Error && 'code' in cause ? String(cause.code) : 'refused',
    cause instanceof Error && 'responseCode' in cause ? ` ${cause.responseCode}` : '',
  ];
  return `${code}${status}`;
};

/**
 * Opens what hands mails to the operator's own mail server, one after another over one connection. The library encodes every header, so
 * that no text of a partner's ends one; it reads neither files nor addresses that a text could name.
 */
export const openMailer = ({ url, from }: Readonly<{ url: string; from: string }>): Mailer => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, messageId, headers }) => {
      const envelope = { from, to: [to] };
      try {
        await transport.sendMail({
          from: { name: 'Licet', address: from },
          to: { name: '', address: to },
          envelope,
          subject,
          text,
          messageId,
          headers: { ...headers },
        });
        return null;
      } catch (cause) {
        return whyOf(cause);
      }
    },
    close: () => transport.close(),
  };
};
