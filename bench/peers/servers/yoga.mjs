import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { callerOf, schemaOf } from './partner.schema.mjs';
import { resolvers } from './plain.resolvers.mjs';

const yoga = createYoga({
  schema: schemaOf(resolvers),
  graphiql: false,
  logging: false,
  context: ({ request }) => ({ caller: callerOf(request.headers.get('authorization') ?? '') }),
});
createServer((request, response) => void yoga(request, response)).listen(Number(process.env.PORT), '127.0.0.1');
