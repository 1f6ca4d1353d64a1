import t from 'tap';
import { ConfigError, readConfig } from '../src/config.ts';

/** Every bad setting is one line that names it and says what would be right. */
const refused: readonly (readonly [what: string, env: Readonly<Record<string, string>>, says: RegExp])[] = [
  ['a port in words', { LICET_PORT: 'http' }, /^LICET_PORT=http: must be a whole number from 0 to 65535$/],
  ['a port that does not exist', { LICET_PORT: '70000' }, /^LICET_PORT=70000: must be .* from 0 to 65535$/],
  ['no memory at all', { LICET_CACHE_MB: '0' }, /^LICET_CACHE_MB=0: must be a whole number from 1 to 4096$/],
  ['an unknown level', { LICET_LOG: 'loud' }, /^LICET_LOG=loud: must be trace, debug, info, /],
  ['neither on nor off', { LICET_FETCH: 'maybe' }, /^LICET_FETCH=maybe: must be on or off$/],
  ['nobody who can be asked', { LICET_CONTACT: 'foo' }, /^LICET_CONTACT=foo: must be a mail or web address/],
  ['a password in it', { LICET_CONTACT: 'https://u:p@x.example' }, /^LICET_CONTACT=.*: must be a mail/],
  ['half a mail address', { LICET_CONTACT: 'desk@foo' }, /^LICET_CONTACT=desk@foo: must be a mail/],
  ['half an address', { LICET_BASE_URL: 'licet' }, /^LICET_BASE_URL=licet: must be an http or https address/],
  ['an address with a path', { LICET_BASE_URL: 'https://licet.example/x' }, /must be a host name alone/],
  ['a mail server alone', { LICET_SMTP_URL: 'smtp://x.example' }, /^LICET_SMTP_URL needs LICET_MAIL_FROM/],
  [
    'no mail server, its password untold',
    { LICET_SMTP_URL: 'http://name:word@x.example' },
    /^LICET_SMTP_URL is no mail server: expected e\.g\. smtps:[^ ]+$/,
  ],
  [
    'no database, its password untold',
    { LICET_DATABASE_URL: 'mysql://name:word@x.example/licet' },
    /^LICET_DATABASE_URL is no database: expected e\.g\. postgres:[^ ]+$/,
  ],
  [
    'a database told how to plan',
    { LICET_DATABASE_URL: 'postgres://name:word@x.example/licet?sslmode=verify-full&options=-cx=y' },
    /^LICET_DATABASE_URL may not set application_name, options, [^@]+$/,
  ],
  [
    'a mistyped name',
    { LICET_PROT: '1' },
    /^LICET_PROT is not a setting of Licet; did you mean LICET_PORT\?$/,
  ],
];

for (const [what, env, says] of refused)
  t.test(`a bad setting is refused in one line: ${what}`, async (t) => {
    t.throws(() => readConfig(env), { name: ConfigError.name, message: says });
  });

t.test('a database is asked for over TLS by its address', async (t) => {
  const url = 'postgres://name:word@x.example/licet?sslmode=verify-full';
  t.equal(readConfig({ LICET_DATABASE_URL: url }).database, url);
});

t.test('who runs a service is a mail or a web address, with its scheme or without', async (t) => {
  for (const contact of [
    'desk@licet.example',
    'mailto:desk@licet.example',
    'licet.example/about',
    'licet.example/@desk',
    'https://licet.example',
  ])
    t.equal(readConfig({ LICET_CONTACT: contact }).contact, contact);
});

t.test('an empty setting counts as not given, and what is no setting of ours is left alone', async (t) => {
  const others = { LICET_PORT: '', PATH: '/bin', LICET_PREPARE: 'off' };
  t.same(readConfig(others), readConfig({}), 'nor what an installation alone reads');
});
