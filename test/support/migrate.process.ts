import { migrate } from '../../src/migrations/migrate.ts';
import { entities } from '../../src/schema.ts';

/** The migrations as a process of their own, to be killed. Arguments: the owner's URL, the login role's. */
const [ownerUrl = '', loginUrl = ''] = process.argv.slice(2);
await migrate({ ownerUrl, loginUrl, entities });
