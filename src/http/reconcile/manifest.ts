import about from '../../../package.json' with { type: 'json' };
import { reconcileWords } from '../../../schema/lexicon/reconcile-words.ts';
import type { Way } from './deps.ts';

/** Most names asked in one request, and most hospitals extended. Data tools send ten at a time. */
export const MOST_ASKED = 50;

const PREVIEW = { width: 430, height: 300 } as const;

/** What this service can do (§4 of the specification), so that a data tool knows how to ask. */
export const manifest = ({ lang, base, at }: Way) => ({
  versions: ['0.2'],
  name: reconcileWords.name[lang],
  identifierSpace: `${base}/hospitals/`,
  schemaSpace: `${base}/v1/institutions#`,
  serviceVersion: about.version,
  documentation: `${base}/docs`,
  logo: `${base}/favicon.ico`,
  defaultTypes: [{ id: 'institution', name: reconcileWords.types.institution[lang] }],
  view: { url: `${base}/hospitals/{{id}}` },
  preview: { url: `${at}/preview?id={{id}}`, ...PREVIEW },
  suggest: Object.fromEntries(
    (['entity', 'property', 'type'] as const).map((what) => [
      what,
      { service_url: at, service_path: `/suggest/${what}` },
    ]),
  ),
  extend: {
    propose_properties: { service_url: at, service_path: '/properties' },
    property_settings: (['service', 'claim'] as const).map((name) => ({
      name,
      label: reconcileWords.settings[name][lang],
      type: 'text',
      default: '',
      help_text: reconcileWords.settingsHelp[lang],
    })),
  },
  batchSize: MOST_ASKED,
});
