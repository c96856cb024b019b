import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { resolvers } from './dutiful.resolvers.mjs';
import { callerOf, schemaOf } from './partner.schema.mjs';

/** Helmet's defaults, with the product's content security policy. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;font-src 'self';frame-src 'none';base-uri 'self';form-action 'self';frame-ancestors 'self';object-src 'none';script-src-attr 'none';upgrade-insecure-requests",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

// The product has the same log level here.
const app = Fastify({ logger: { level: 'warn' }, genReqId: () => randomUUID() });
app.addHook('onRequest', (request, reply, done) => {
  reply.headers(HEADERS).header('x-request-id', request.id);
  done();
});
await app.register(mercurius, {
  schema: schemaOf(resolvers),
  jit: Number(process.env.JIT ?? 0),
  context: ({ headers, ip, id }) => ({ caller: callerOf(headers.authorization), ip, id }),
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
