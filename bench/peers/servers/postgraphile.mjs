import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeV4Preset } from 'postgraphile/presets/v4';
import { callerOf } from './partner.schema.mjs';

// Its GraphQL comes from the tables. It verifies the token, and checks no permissions.
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, makeV4Preset({ simpleCollections: 'omit', dynamicJson: true })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: [process.env.SCHEMA],
      poolConfig: { max: 10 },
    }),
  ],
  grafast: {
    explain: false,
    context: ({ node }) => ({ caller: callerOf(node?.req.headers.authorization) }),
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');
