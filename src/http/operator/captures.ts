import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../../schema/base.ts';
import { captureWords } from '../../../schema/lexicon/capture-words.ts';
import { LicetError } from '../../errors.ts';
import { MOST_BULK_BYTES, MOST_BULK_ROWS } from '../../harvest/capture/bulk-rows.ts';
import { csvTemplate, xlsxTemplate } from '../../harvest/capture/capture-template.ts';
import { MOST_PROOF_BYTES } from '../../harvest/capture/proof.ts';
import { AS_OF_COLUMN } from '../../harvest/capture/search-proof.ts';
import { suggestByEditDistance } from '../../text/edit-distance.ts';
import { languageOf } from '../language.ts';
import { langQuery } from '../shapes/lookups.ts';
import { actOf, type OperatorDeps } from './deps.ts';
import type { CaptureDesk } from './jobs.ts';
import { operatorOperation } from './operation.ts';
import { captureQuery, readOrder } from './read-order.ts';
import { readUpload } from './read-upload.ts';
import { captureAnswer, captureForms, deskAnswer, desksAnswer } from './shapes.ts';

const params = z.strictObject({ source: z.string().min(1).max(100) });
const at = '/v1/operator/captures';

const shown = (desk: CaptureDesk, language: Language): z.infer<typeof deskAnswer> => ({
  source: desk.source,
  title: desk.title[language],
  authority: desk.authority[language],
  open: desk.address,
  type: desk.type?.[language] ?? null,
  freshnessDays: desk.freshnessDays,
  closed: desk.closed,
  fields: [
    ...desk.fields.map(({ column, label, kind, required }) => ({
      column,
      label: label[language],
      kind,
      meaning: captureWords.kinds[kind][language],
      required,
    })),
    {
      column: AS_OF_COLUMN,
      label: AS_OF_COLUMN,
      kind: 'date',
      meaning: captureWords.cutOff[language],
      required: false,
    },
  ],
  templates: { csv: `${at}/${desk.source}/template.csv`, xlsx: `${at}/${desk.source}/template.xlsx` },
  limits: { pageBytes: MOST_PROOF_BYTES, fileBytes: MOST_BULK_BYTES, fileRows: MOST_BULK_ROWS },
});

const pick = (desks: readonly CaptureDesk[], id: string): CaptureDesk => {
  const found = desks.find(({ source }) => source === id);
  if (found !== undefined) return found;
  const like = suggestByEditDistance(
    id,
    desks.map(({ source }) => source),
  );
  const field = { field: '/source', problem: 'is not a captured source', expected: `a source of ${at}` };
  throw new LicetError('LICET_UNKNOWN_SOURCE', undefined, [
    like.length === 0 ? field : { ...field, nearest: like },
  ]);
};

const listSchema = operatorOperation(
  { id: 'captures', summary: 'The registers that a person looks at, since programs may not' },
  desksAnswer,
  { querystring: langQuery },
  [400],
);
const deskSchema = operatorOperation(
  { id: 'captureDesk', summary: 'Where to look, what to type, which fields to read off, and the template' },
  deskAnswer,
  { params, querystring: langQuery },
  [400, 404],
);
const templateSchema = (form: string) =>
  operatorOperation(
    { id: `captureTemplate${form}`, summary: `The header of a bulk file, as ${form}` },
    z.string(),
    { params },
    [404],
  );

const registerDesks = (app: FastifyInstance, deps: OperatorDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const desks = (request: FastifyRequest, about: string) =>
    deps.bench.run({ job: 'desks', act: actOf(deps, request, 'captures.look', about) });
  typed.get(at, { schema: listSchema }, async (request, reply) => {
    const language = languageOf(request, request.query.lang);
    const captures = (await desks(request, '')).map((desk) => ({
      source: desk.source,
      title: desk.title[language],
      authority: desk.authority[language],
      closed: desk.closed,
      url: `${at}/${desk.source}`,
    }));
    return reply.send({ captures });
  });
  typed.get(`${at}/:source`, { schema: deskSchema }, async (request, reply) => {
    const { source } = request.params;
    return reply.send(
      shown(pick(await desks(request, source), source), languageOf(request, request.query.lang)),
    );
  });
  const template = (form: 'csv' | 'xlsx', contentType: string) =>
    typed.get(`${at}/:source/template.${form}`, { schema: templateSchema(form) }, async (request, reply) => {
      const { source } = request.params;
      const { fields } = pick(await desks(request, source), source);
      const name = `attachment; filename="${source}.${form}"`;
      const body = form === 'csv' ? `\uFEFF${csvTemplate(fields)}` : Buffer.from(xlsxTemplate(fields));
      return reply.header('content-disposition', name).type(contentType).send(body);
    });
  template('csv', 'text/csv; charset=utf-8');
  template('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
};

const postSchema = {
  ...operatorOperation(
    {
      id: 'capture',
      summary: 'Record what a person read off a register, with the saved page as proof',
      description:
        'JSON, or multipart/form-data with the parts `capture` (the same JSON), `page` (the saved page: HTML, PDF, PNG) and `file` (many rows: CSV, XLSX). `dryRun=true` shows what would change and writes nothing. Rows are recorded together; with `partial=true` those that are good. A saved page that shows another number than the one typed refuses the row, unless `force` and `because` insist.',
    },
    captureAnswer,
    { params, querystring: captureQuery, body: captureForms },
    [400, 404, 408, 409, 413, 415, 422, 503],
  ),
  consumes: ['application/json', 'multipart/form-data'],
};

/** Told before a byte of the body is read. */
const refuseOtherForms = (request: FastifyRequest): void => {
  const type = request.headers['content-type'] ?? '';
  if (/^(application\/json|multipart\/form-data)\b/i.test(type)) return;
  throw new LicetError(
    'LICET_WRONG_CONTENT_TYPE',
    'Send application/json, or multipart/form-data with the parts capture, page and file.',
  );
};

const capture =
  (deps: OperatorDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { source } = params.parse(request.params);
    const body = request.isMultipart()
      ? await readUpload(request, reply)
      : { capture: request.body, page: null, file: null };
    const order = readOrder(source, body, captureQuery.parse(request.query));
    const act = actOf(deps, request, order.dryRun ? 'capture.dry-run' : 'capture.record', order.source);
    const answer = await deps.bench.run({ job: 'capture', act, ...order });
    const answering = !answer.recorded || (await deps.moved());
    return reply.code(answer.recorded ? 201 : 200).send({ ...answer, answering });
  };

/** What a person reads off a register enters here: what to look for, and what was seen. */
export const registerCaptures = (app: FastifyInstance, deps: OperatorDeps): void => {
  registerDesks(app, deps);
  const route: RouteShorthandOptions = {
    schema: postSchema,
    // The body is read by `readOrder`, which names what is wrong in it; a form is no JSON to be checked here.
    validatorCompiler: (part) =>
      part.httpPart === 'body'
        ? () => true
        : validatorCompiler(part as Parameters<typeof validatorCompiler>[0]),
    onRequest: async (request) => refuseOtherForms(request),
  };
  app.post(`${at}/:source`, route, capture(deps));
};
