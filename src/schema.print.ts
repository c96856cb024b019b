import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.ts';

// `npm run schema`: what schema.graphql holds, in an order that does not depend on the code's.
process.stdout.write(`${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
