import { servePostgraphile } from './postgraphile.server.mjs';

const TABLES = ['partner_application', 'partner_application_note', 'client_account'];

/** Builds the schema from these tables only. Other tables and functions would only add warnings. */
const OnlyTables = {
  name: 'OnlyTables',
  gather: {
    hooks: {
      pgIntrospection_introspection(_, { introspection }) {
        introspection.classes = introspection.classes.filter(({ relname }) => TABLES.includes(relname));
        const ids = introspection.classes.map(({ _id }) => _id);
        introspection.attributes = introspection.attributes.filter(({ attrelid }) => ids.includes(attrelid));
        introspection.constraints = introspection.constraints.filter(
          ({ conrelid, confrelid }) => ids.includes(conrelid) && (confrelid === '0' || ids.includes(confrelid)),
        );
      },
    },
  },
};

// Roles, grants and policies of the product decide on its tables. A caller without a token has no role, and reads nothing.
await servePostgraphile('public', (caller) => ({ pgSettings: caller && settingsOf(caller) }), {
  plugins: [OnlyTables],
  disablePlugins: ['PgProceduresPlugin'],
});

function settingsOf({ role, resellerId }) {
  if (role === 'ADMIN') return { role: 'reachgenie_platform' };
  return { role: 'reachgenie_tenant', 'mikro.tenant.resellerId': resellerId };
}
