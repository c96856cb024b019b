import { servePostgraphile } from './postgraphile.server.mjs';

// It verifies the token, and checks no permissions.
await servePostgraphile(process.env.SCHEMA, (caller) => ({ caller }));
