import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');

/** A file of the project as text. */
export const readProjectFile = (file: string): string => readFileSync(join(root, file), 'utf8');

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          labels: z.object({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.object({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});
const dashboardSchema = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});

const { groups } = rulesSchema.parse(parse(readProjectFile('docs/operate/alerts.yml')));
const { panels } = dashboardSchema.parse(JSON.parse(readProjectFile('docs/operate/dashboard.json')));
/** What the alerts and the panels of the dashboard ask Prometheus for, by their titles. */
export const askedOfPrometheus = [
  ...groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr] as const)),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** The names of metrics in an expression; throws where Prometheus' own grammar finds a fault. */
export const metricsIn = (expr: string): readonly string[] => {
  const names: string[] = [];
  parser
    .configure({ strict: true })
    .parse(expr)
    .iterate({
      enter: ({ name, from, to }) => {
        if (name === 'Identifier') names.push(expr.slice(from, to));
      },
    });
  return names;
};
