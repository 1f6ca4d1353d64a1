import { Fhir } from 'fhir';
import type { Bundle as AnyBundle, FhirResource } from 'fhir/r4.js';
import type { Service } from './app.ts';

export type Bundle = AnyBundle<FhirResource>;

/** The address of the service of tests of /fhir. */
export const BASE = 'https://licet.example';
export const path = (url: string): string => url.replace(BASE, '');

export const resources = ({ entry = [] }: Bundle, mode = 'match'): FhirResource[] =>
  entry.flatMap(({ resource, search }) =>
    search?.mode === mode && resource !== undefined ? [resource] : [],
  );
export const idsOf = (bundle: Bundle): (string | undefined)[] => resources(bundle).map(({ id }) => id);

/** How a client of FHIR asks a service. */
export const asking = ({ app }: Pick<Service, 'app'>) => {
  const get = async <T = Bundle>(url: string): Promise<T> => (await app.inject(url)).json<T>();
  /** All resources of a search, page by page. */
  const whole = async (first: string): Promise<FhirResource[]> => {
    const all: FhirResource[] = [];
    for (let url: string | undefined = first; url !== undefined; ) {
      const bundle: Bundle = await get(path(url));
      all.push(...resources(bundle));
      url = bundle.link?.find(({ relation }) => relation === 'next')?.url;
    }
    return all;
  };
  return { get, whole };
};

const fhir = new Fhir();
/** What is wrong with a resource by the R4 definitions. Where they give codes as examples only, our own may stand. */
export const faultsOf = (resource: unknown): string[] =>
  fhir
    .validate(resource as FhirResource)
    .messages.filter(
      ({ severity, message = '' }) =>
        severity === 'error' || (severity === 'warning' && !message.endsWith('not found in value set')),
    )
    .map(({ location, message }) => `${location}: ${message}`);
