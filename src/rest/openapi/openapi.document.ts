import type { GraphQLSchema } from 'graphql';
import { bind, type BoundOperation } from '../rest.binding.ts';
import type { RestOperation } from '../rest.operation.ts';
import { failureResponses, failuresOf, HEADERS, headersNamed, PROBLEM } from './openapi.failures.ts';
import { bodyOf, parametersOf } from './openapi.requests.ts';
import { SharedSchemas } from './openapi.schemas.ts';
import { capitalized, operationIdOf, summaryOf, worded, type Json } from './openapi.wording.ts';

const INFO = {
  title: 'ReachGenie Partners',
  version: '1.0.0',
  description: `The operations of the partnership program for programs that know no GraphQL.

Send an access token (\`POST /api/session\`) or an API key as \`Authorization: Bearer …\`. No cookie is read.

Errors are problems (RFC 9457) as \`application/problem+json\`. Decide by \`code\`, and by \`reason\` if there is one.
Ignore fields of answers that you do not know: later versions add some.`,
};

const TAGS = {
  applications: 'Applications of companies that want to become partners.',
  clients: "A reseller's clients.",
  session: 'Signing in.',
};

const SECURITY_SCHEMES = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The `accessToken` of `POST /api/session`. Valid for 15 minutes.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, made on the page "API keys" of the portal. It can do what its scopes allow.',
  },
};

/** The OpenAPI 3.1 document of the operations, with descriptions and limits of the schema. Always the same. */
export function openApiDocument(operations: readonly RestOperation[], schema: GraphQLSchema): Json {
  const schemas = new SharedSchemas();
  schemas.add('Problem', PROBLEM);
  const paths: Record<string, Json> = {};
  for (const row of operations) {
    const operation = operationOf(bind(row, schema), schemas);
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/', description: 'This server' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries([...schemas.all].sort(([a], [b]) => (a < b ? -1 : 1))),
      responses: failureResponses(),
      headers: HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

function operationOf(bound: BoundOperation, schemas: SharedSchemas): Json {
  const { row, root } = bound;
  const description = [worded(root.description), row.note].filter(Boolean).join('\n\n');
  const parameters = parametersOf(bound, schemas);
  const requestBody = bodyOf(bound, schemas);
  return {
    operationId: operationIdOf(row.operationName),
    summary: summaryOf(description),
    description,
    tags: [tagOf(row.path)],
    security: securityOf(row),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: { ...answersOf(bound, schemas), ...failuresOf(row) },
  };
}

function answersOf({ row, root, selection }: BoundOperation, schemas: SharedSchemas): Json {
  const answer = schemas.answer(root.type, selection, `${capitalized(operationIdOf(row.operationName))}Answer`);
  // A missing object is 404, so null is no answer.
  const [schema = answer] = (answer['anyOf'] as Json[] | undefined) ?? [];
  const names = ['X-Request-Id', ...(row.hasVersion ? ['ETag'] : []), ...(row.location ? ['Location'] : [])];
  const description = row.success === 201 ? 'Created.' : 'Succeeded.';
  const answers: Json = {
    [row.success]: { description, headers: headersNamed(names), content: { 'application/json': { schema } } },
  };
  if (row.isCacheable) {
    const headers = headersNamed(['X-Request-Id', 'ETag']);
    answers[304] = { description: 'Not changed since the `ETag` in `If-None-Match`.', headers };
  }
  return answers;
}

const tagOf = (path: string): keyof typeof TAGS =>
  path.includes('applications') ? 'applications' : path.includes('clients') ? 'clients' : 'session';

function securityOf({ admits }: RestOperation): Json[] {
  if (admits === 'anyone') return [];
  return admits === 'users' ? [{ accessToken: [] }] : [{ accessToken: [] }, { apiKey: [] }];
}
