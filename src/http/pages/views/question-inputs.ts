import { fieldLabels, institutionFields } from '../../../../schema/question.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** What a form calls a field of the question. */
export const labelOf = ({ lang }: Page, field: keyof typeof fieldLabels): string => fieldLabels[field][lang];

/** The attribute that keeps a text within what the question reads. */
export const limitOf = (field: keyof typeof institutionFields): Html =>
  html`maxlength="${institutionFields[field].maxLength}"`;
