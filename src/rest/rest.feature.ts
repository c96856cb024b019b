import type { Feature } from '../feature.ts';
import { openApiEndpoints } from './openapi/openapi.endpoints.ts';
import { restEndpoints } from './rest.endpoints.ts';
import { restOperations } from './rest.table.ts';

/** The paths of the requirements, for programs that know no GraphQL: decisions 80 and 81. */
export const rest: Feature = {
  serve: ({ schema }) => ({
    endpoints: async (server) => {
      await server.register(restEndpoints(restOperations, schema));
      await server.register(openApiEndpoints(restOperations, schema));
    },
  }),
};
