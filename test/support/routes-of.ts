import type { FastifyInstance } from 'fastify';

/** The addresses of a service and what each takes, read off the tree that Fastify prints of them. */
const routesIn = (tree: string): readonly Readonly<{ method: 'GET' | 'POST'; url: string }>[] => {
  const parts: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part, methods] = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([^)]*)\))?/.exec(line) ?? [];
    if (part === undefined) return [];
    const depth = indent.length / 4;
    parts.splice(depth, parts.length, part);
    const url = parts.join('');
    return (['GET', 'POST'] as const)
      .filter((one) => methods?.split(', ').includes(one))
      .map((method) => ({ method, url }));
  });
};

/** The addresses of a service below one, and what each takes, as the service itself lists them. */
export const routesBelow = (app: FastifyInstance, prefix: string) =>
  routesIn(app.printRoutes({ commonPrefix: false })).filter(({ url }) => url.startsWith(prefix));
