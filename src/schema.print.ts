import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.ts';

// `npm run schema` prints schema.graphql, sorted so that its order does not depend on the code.
process.stdout.write(`${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
