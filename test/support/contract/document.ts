/** The parts of our OpenAPI 3.1 document that requests are drawn from. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  pattern?: string;
  format?: string;
  example?: unknown;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
}>;

export type Parameter = Readonly<{
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: Schema;
}>;

type Response = Readonly<{ $ref?: string; headers?: Readonly<Record<string, unknown>> }>;

export type Operation = Readonly<{
  operationId: string;
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{
    required?: boolean;
    content: Readonly<Record<string, Readonly<{ schema: Schema }>>>;
  }>;
  responses: Readonly<Record<string, Response>>;
  security: readonly Readonly<Record<string, unknown>>[];
}>;

export type OpenApi = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{
    schemas: Readonly<Record<string, Schema>>;
    responses: Readonly<Record<string, Response>>;
  }>;
}>;
