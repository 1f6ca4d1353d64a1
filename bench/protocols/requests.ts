/** One request that is measured: what it is, and how it is sent to a service at `base`. */
export type Asked = Readonly<{ name: string; send: (base: string) => Promise<Response> }>;

const get = (name: string, path: string): Asked => ({ name, send: (base) => fetch(base + path) });

const post = (name: string, path: string, body: string, headers: Record<string, string>): Asked => ({
  name,
  send: (base) => fetch(base + path, { method: 'POST', body, headers }),
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

const PROTOCOL = '2026-07-28';
const envelope = {
  'io.modelcontextprotocol/protocolVersion': PROTOCOL,
  'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** A message to /mcp, as a client of the newest revision sends it. */
const message = (name: string, method: string, params: Readonly<Record<string, unknown>>): Asked =>
  post(
    name,
    '/mcp',
    JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: envelope } }),
    {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': PROTOCOL,
      'mcp-method': method,
      ...(typeof params.name === 'string' ? { 'mcp-name': params.name } : {}),
    },
  );

const asked = { name: 'Ruijin Hospital', service: 'IVF' };

/** What is asked of each protocol. `ids`: institutions on record. */
export const requestsFor = (
  ids: readonly string[],
): Readonly<Record<'protocols' | 'fhir', readonly Asked[]>> => {
  const names = ['Ruijin Hospital', 'Zhongshan Hospital', '北京协和医院', '华西医院', 'Huashan Hospital'];
  const queries = Object.fromEntries(
    [...names, ...names].map((query, at) => [`q${at}`, { query: `${query}${at > 4 ? ' China' : ''}` }]),
  );
  const extend = {
    ids: ids.slice(0, 10),
    properties: ['outcome', 'sentence'].map((id) => ({ id, settings: { service: 'IVF' } })),
  };
  const of = (value: object, field: string) =>
    new URLSearchParams({ [field]: JSON.stringify(value) }).toString();
  return {
    protocols: [
      get('`/v1/verify` by name, with IVF (to compare)', `/v1/verify?${new URLSearchParams(asked)}`),
      message('`/mcp`, `verify_institution` of the same', 'tools/call', {
        name: 'verify_institution',
        arguments: asked,
      }),
      message('`/mcp`, list of tools', 'tools/list', {}),
      post('`/reconcile`, 10 names', '/reconcile', of(queries, 'queries'), form),
      post('`/reconcile`, outcome and sentence for 10 hospitals', '/reconcile', of(extend, 'extend'), form),
      get('`/log/checkpoint`', '/log/checkpoint'),
      get('`/log/tile/entries/000.p/1`', '/log/tile/entries/000.p/1'),
      get('credential, EdDSA (the first makes its key)', '/badge/test-confirmed.vc'),
      get('credential, ES256 (the first makes its key)', '/badge/test-confirmed.vc?alg=ES256'),
      get('token status list', '/badge/token-status-list'),
    ],
    fhir: [
      get('read an Organization', `/fhir/Organization/${ids[0]}`),
      get(
        'a VerificationResult on a treatment',
        `/fhir/VerificationResult?target=Organization/${ids[0]}&service=IVF`,
      ),
      get('a page of 50 Organizations of a province', '/fhir/Organization?address-state=Guangdong&_count=50'),
      get('a page of 50 HealthcareServices, each with its verdict', '/fhir/HealthcareService?_count=50'),
      get('50 verdicts by their ids', `/fhir/VerificationResult?_id=${ids.slice(0, 50).join(',')}`),
    ],
  };
};
