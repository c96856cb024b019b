import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { problemOf, PROBLEM_TYPE, type Problem } from '../core/graphql/problem.response.ts';
import { failedBy, headersOf, headersOfAnswer, isKnown, respell } from './rest.answer.ts';
import { bind, type BoundOperation } from './rest.binding.ts';
import { variablesOf } from './rest.input.ts';
import type { RestOperation } from './rest.operation.ts';

/** Methods that a path can have, or refuses. Fastify adds HEAD to GET. */
const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Headers that scripts of allowed origins can read. */
const EXPOSED = 'etag, location, retry-after, x-request-id';

/** Serves the operations of the table. @throws Error if one does not fit the schema */
export function restEndpoints(operations: readonly RestOperation[], schema: GraphQLSchema): FastifyPluginAsync {
  const bound = operations.map((row) => bind(row, schema));
  return async (server) => {
    takeJsonOnly(server);
    server.addHook('onRequest', ({ headers: { origin } }, reply, done) => {
      void reply.header('cache-control', 'no-store');
      if (origin !== undefined) void reply.header('access-control-expose-headers', EXPOSED);
      done();
    });
    for (const each of bound) {
      const { method, path } = each.row;
      server.route({ method, url: urlOf(path), handler: (request, reply) => answer(each, request, reply) });
    }
    for (const path of new Set(operations.map((each) => each.path))) refuseOtherMethods(server, path, operations);
  };
}

const urlOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Other content types get 415. */
function takeJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, server.getDefaultJsonParser('error', 'error'));
}

function refuseOtherMethods(server: FastifyInstance, path: string, operations: readonly RestOperation[]): void {
  const listed = new Set<string>(operations.filter((each) => each.path === path).map(({ method }) => method));
  if (listed.has('GET')) listed.add('HEAD');
  const taken = METHODS.filter((method) => listed.has(method));
  const refuse = async ({ id: requestId }: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(405, 'This path does not have this method.', { code: 'BAD_REQUEST', requestId });
    return send(reply, problem, { allow: taken.join(', ') });
  };
  server.route({
    method: METHODS.filter((method) => !taken.includes(method)),
    url: urlOf(path),
    onRequest: refuse, // before the body is read
    handler: refuse,
  });
}

async function answer(bound: BoundOperation, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: requestId, headers } = request;
  const { variables, problems } = variablesOf(bound, request);
  if (problems.length > 0) {
    const detail = 'Some fields are not valid.';
    return send(reply, problemOf(400, detail, { code: 'BAD_USER_INPUT', requestId, fields: problems }));
  }
  const { data, errors } = await request.execute({ ...bound.call, variables });
  if (errors?.length) {
    const isConditional = headers['if-match'] !== undefined;
    const failed = failedBy(errors, bound, { requestId, isConditional });
    return send(reply, failed.problem, failed.headers);
  }
  const result = data?.[bound.root.name] as Record<string, unknown> | null | undefined;
  if (!result)
    return send(reply, problemOf(404, 'Nothing with this ID exists for you.', { code: 'NOT_FOUND', requestId }));

  const ownHeaders = headersOfAnswer(bound, result);
  void reply.headers(ownHeaders);
  if (bound.row.isCacheable && isKnown(ownHeaders['etag'], headers['if-none-match'])) return reply.status(304).send();
  if (bound.spelling) respell(result, bound.spelling);
  return reply
    .status(bound.row.success)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(result));
}

const send = (reply: FastifyReply, problem: Problem, headers: Record<string, string> = headersOf(problem)) =>
  reply
    .status(problem.status)
    .headers({ 'content-type': PROBLEM_TYPE, ...headers })
    .send(JSON.stringify(problem));
