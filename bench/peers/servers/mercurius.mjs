import Fastify from 'fastify';
import mercurius from 'mercurius';
import { callerOf, schemaOf } from './partner.schema.mjs';
import { resolvers } from './plain.resolvers.mjs';

const app = Fastify({ logger: false });
await app.register(mercurius, {
  schema: schemaOf(resolvers),
  jit: Number(process.env.JIT ?? 0),
  context: ({ headers }) => ({ caller: callerOf(headers.authorization) }),
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
