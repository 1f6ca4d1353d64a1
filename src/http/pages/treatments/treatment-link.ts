import type { Treatment } from '../../../../schema/lexicon/treatments.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** Address of the page of a treatment. */
export const treatmentPath = ({ code }: Treatment): string => `/treatments/${encodeURIComponent(code)}`;

/** The everyday name of a treatment, leading to its page. */
export const treatmentLink = (page: Page, treatment: Treatment): Html =>
  html`<a href="${page.to(treatmentPath(treatment))}">${treatment.name[page.lang]}</a>`;
