import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../../schema/base.ts';
import { captureWords } from '../../../schema/lexicon/capture-words.ts';
import { LicetError } from '../../errors.ts';
import { AS_OF_COLUMN, MOST_BULK_BYTES, MOST_BULK_ROWS } from '../../harvest/capture/bulk-file.ts';
import type { CaptureForm } from '../../harvest/capture/capture-form.ts';
import { MOST_PROOF_BYTES } from '../../harvest/capture/proof.ts';
import { suggestByEditDistance } from '../../text/edit-distance.ts';
import { languageOf } from '../language.ts';
import { langQuery } from '../shapes/lookups.ts';
import type { OperatorDeps } from './deps.ts';
import { operatorOperation } from './operation.ts';
import { queueAnswer } from './queue-item.ts';
import { registerRecordCapture } from './record-capture.ts';
import { actOf } from './require-role.ts';
import { captureFormAnswer, captureFormsAnswer } from './shapes.ts';

const params = z.strictObject({ source: z.string().min(1).max(100) });
const at = '/v1/operator/captures';
const config = { role: 'clerk' } as const;

const shown = (form: CaptureForm, language: Language): z.infer<typeof captureFormAnswer> => ({
  source: form.source,
  title: form.title[language],
  authority: form.authority[language],
  open: form.address,
  type: form.type?.[language] ?? null,
  freshnessDays: form.freshnessDays,
  closed: form.closed,
  fields: [
    ...form.fields.map(({ column, label, kind, required }) => ({
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
  templates: { csv: `${at}/${form.source}/template.csv`, xlsx: `${at}/${form.source}/template.xlsx` },
  limits: { pageBytes: MOST_PROOF_BYTES, fileBytes: MOST_BULK_BYTES, fileRows: MOST_BULK_ROWS },
});

const pick = (forms: readonly CaptureForm[], id: string): CaptureForm => {
  const found = forms.find(({ source }) => source === id);
  if (found !== undefined) return found;
  const like = suggestByEditDistance(
    id,
    forms.map(({ source }) => source),
  );
  const field = { field: '/source', problem: 'is not a captured source', expected: `a source of ${at}` };
  throw new LicetError('LICET_UNKNOWN_SOURCE', undefined, [
    like.length === 0 ? field : { ...field, nearest: like },
  ]);
};

const listSchema = operatorOperation(
  { id: 'captures', summary: 'The registers that a person looks at, since programs may not' },
  captureFormsAnswer,
  { querystring: langQuery },
  [400],
);
const formSchema = operatorOperation(
  { id: 'captureDesk', summary: 'Where to look, what to type, which fields to read off, and the template' },
  captureFormAnswer,
  { params, querystring: langQuery },
  [400, 404],
);
const queueSchema = operatorOperation(
  {
    id: 'captureQueue',
    summary: 'Whom to look up next: the register to open and the exact words to copy, most urgent first',
  },
  queueAnswer,
  { querystring: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(50) }) },
  [400],
);
const templateSchema = (format: string, contentType: string) =>
  operatorOperation(
    { id: `captureTemplate${format.toUpperCase()}`, summary: `The header of a bulk file, as ${format}` },
    { media: [contentType.replace(/;.*/, '')] },
    { params },
    [404],
  );

const registerForms = (app: FastifyInstance, deps: OperatorDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const looked = async (request: FastifyRequest, about: string) => {
    await deps.worker.run('note', { act: actOf(deps, request, 'captures.look', about) });
    return deps.captureForms();
  };
  typed.get(at, { schema: listSchema, config }, async (request, reply) => {
    const language = languageOf(request, request.query.lang);
    const captures = (await looked(request, '')).map((form) => ({
      source: form.source,
      title: form.title[language],
      authority: form.authority[language],
      closed: form.closed,
      url: `${at}/${form.source}`,
    }));
    return reply.send({ captures });
  });
  typed.get(`${at}/queue`, { schema: queueSchema, config }, async (request, reply) => {
    const { limit } = request.query;
    const act = actOf(deps, request, 'queue.look', '');
    return reply.send({ queue: await deps.worker.run('queue', { act, limit }) });
  });
  typed.get(`${at}/:source`, { schema: formSchema, config }, async (request, reply) => {
    const { source } = request.params;
    return reply.send(
      shown(pick(await looked(request, source), source), languageOf(request, request.query.lang)),
    );
  });
  // A template says nothing of the registry: it is neither written down nor does it wait for the worker.
  const template = (format: 'csv' | 'xlsx', contentType: string) =>
    typed.get(
      `${at}/:source/template.${format}`,
      { schema: templateSchema(format, contentType), config },
      async (request, reply) => {
        const { source } = request.params;
        const { fields } = pick(await deps.captureForms(), source);
        const name = `attachment; filename="${source}.${format}"`;
        const { csvTemplate, xlsxTemplate } = await import('../../harvest/capture/capture-template.ts');
        const body = format === 'csv' ? `\uFEFF${csvTemplate(fields)}` : Buffer.from(xlsxTemplate(fields));
        return reply.header('content-disposition', name).type(contentType).send(body);
      },
    );
  template('csv', 'text/csv; charset=utf-8');
  template('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
};

/** The routes by which a person records what they read off a register: the forms that say what to look for, and the capture itself. */
export const registerCaptures = (app: FastifyInstance, deps: OperatorDeps): void => {
  registerForms(app, deps);
  registerRecordCapture(app, deps);
};
