import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import type { Test } from 'tap';
import type { OperatorRole } from '../../schema/operator-role.ts';
import type { Config } from '../../src/config.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from './app.ts';
import { operatorsHere } from './operators-here.ts';
import { routesBelow } from './routes-of.ts';

export const PASSWORD = 'made up for tests alone';
/** Tests sign in often; the real cost is looked at by itself. */
const CHEAP = { memory: 64, passes: 1, parallelism: 1 };
const HOST = 'localhost';
const FORM = 'application/x-www-form-urlencoded';

/** What a person's browser sends along by itself. */
type More = Readonly<Record<string, string>>;

/** The code that an app shows for this secret at this instant. */
export const codeAt = (secret: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });

/** The path of a one-time link, as it was printed. */
export const linkIn = (printed: string): string => /\/console\/welcome\/[\w-]{43}/.exec(printed)?.[0] ?? '';

type Served = Readonly<{
  app: FastifyInstance;
  licet: (...args: string[]) => Promise<Readonly<{ out: string; err: string }>>;
  now: () => number;
}>;

/** What a person's browser sends from the console of a service, and operators who are signed in there. */
export const consoleOf = ({ app, licet, now }: Served) => {
  const from = { host: HOST, accept: 'text/html', 'accept-language': 'en' };
  const get = (cookie: string, url: string, more: More = {}) =>
    app.inject({ url, headers: { ...from, cookie, ...more } });
  const post = (
    cookie: string,
    url: string,
    form: Readonly<Record<string, string>> = {},
    more: More = { origin: `http://${HOST}` },
  ) =>
    app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(form).toString(),
      headers: { ...from, cookie, 'content-type': FORM, ...more },
    });
  const cookieOf = (answer: Readonly<{ headers: Readonly<Record<string, unknown>> }>): string =>
    String(answer.headers['set-cookie'] ?? '').split(';', 1)[0] ?? '';
  /** Puts an operator on file; gives their token and the path of their link. */
  const add = async (name: string, role: OperatorRole) => {
    const { out } = await licet('operator', 'add', name, '--role', role, '--json');
    const { token } = JSON.parse(out) as { token: string };
    return { token, link: linkIn(out) };
  };
  /** Sets a password by a link; gives the secret of the codes and the answer. */
  const welcome = async (link: string, password = PASSWORD) => {
    const secret = />([A-Z2-7]{32})<\/pre>/.exec((await get('', link)).body)?.[1] ?? '';
    const answer = await post('', `${link}/password`, { password, code: codeAt(secret, now()) });
    return { secret, answer };
  };
  /** An operator who is signed in. */
  const signedIn = async (name: string, role: OperatorRole) => {
    const { token, link } = await add(name, role);
    const { secret, answer } = await welcome(link);
    return { name, token, secret, cookie: cookieOf(answer) };
  };
  /** Signs in with the code of this instant. */
  const signIn = (name: string, secret: string, password = PASSWORD, cookie = '') =>
    post(cookie, '/console/sign-in', { name, password, code: codeAt(secret, now()) });
  return { get, post, cookieOf, add, welcome, signedIn, signIn };
};

/** The service and what a person's browser sends from its console; `pass` moves the clock. */
export const openConsole = async (
  t: Test,
  over: Partial<Config> = {},
  sources: readonly string[] = fewSources,
  more: Parameters<typeof openService>[4] = {},
) => {
  let now = TODAY.getTime();
  const clock = () => new Date(now);
  const service = await openService(over, sources, clock, undefined, {
    passwordCost: CHEAP,
    openOperators: operatorsHere,
    ...more,
  });
  t.teardown(service.close);
  const { app, data } = service;
  const licet = (...args: string[]) => runHere(data, args, {}, clock);
  const pass = (ms: number): void => {
    now += ms;
  };
  const routes = (prefix: string) => routesBelow(app, prefix);
  const at = () => now;
  return { ...service, ...consoleOf({ app, licet, now: at }), licet, pass, routes, now: at };
};
