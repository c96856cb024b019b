import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express from 'express';
import { noteLoader, resolvers } from './knex.resolvers.mjs';
import { callerOf, schemaOf } from './partner.schema.mjs';

// As in Apollo's guide: Express, its JSON parser and CORS, and a DataLoader for each request.
const server = new ApolloServer({ schema: schemaOf(resolvers) });
await server.start();
const context = async ({ req }) => ({ caller: callerOf(req.headers.authorization), notes: noteLoader() });
const app = express();
app.use('/graphql', cors(), express.json(), expressMiddleware(server, { context }));
app.listen(Number(process.env.PORT), '127.0.0.1');
