import { openApiDocument } from './rest/openapi/openapi.document.ts';
import { restOperations } from './rest/rest.table.ts';
import { createSchema } from './schema.ts';

// `npm run openapi` prints docs/openapi.json.
process.stdout.write(`${JSON.stringify(openApiDocument(restOperations, await createSchema()), null, 2)}\n`);
