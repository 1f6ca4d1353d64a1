import { askingOf } from '../../../../schema/field.ts';
import { questionFields } from '../../../../schema/question.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

export type QuestionField = keyof typeof questionFields;

/** What a form calls a field of the question. */
export const labelOf = (page: Page, field: QuestionField): string =>
  askingOf(questionFields[field]).label?.[page.lang] ?? field;

/** The attribute that keeps a text within what the question reads. */
export const limitOf = (field: 'id' | 'name' | 'city'): Html =>
  html`maxlength="${questionFields[field].maxLength}"`;
