import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeV4Preset } from 'postgraphile/presets/v4';
import { callerOf } from './partner.schema.mjs';

/** Serves GraphQL from the tables of a schema. `contextOf` gets the caller of the token. */
export async function servePostgraphile(schema, contextOf, preset = {}) {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, makeV4Preset({ simpleCollections: 'omit', dynamicJson: true }), preset],
    grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
    pgServices: [
      makePgService({ connectionString: process.env.DATABASE_URL, schemas: [schema], poolConfig: { max: 10 } }),
    ],
    grafast: {
      explain: false,
      context: ({ node }) => contextOf(callerOf(node?.req.headers.authorization)),
    },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  server.listen(Number(process.env.PORT), '127.0.0.1');
}
