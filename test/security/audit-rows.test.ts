import { beforeAll, expect, test } from 'vitest';
import { asPlatform, forkFor, PLATFORM_ROLE, TENANT_ROLE } from '../../src/core/database/tenancy.ts';
import { useApi } from '../support/api.ts';
import { callerOf, givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let me: Partner;

beforeAll(async () => {
  me = await givenPartner(api);
});

const ROLES = [
  { role: TENANT_ROLE, em: () => forkFor(api.app.orm, callerOf(api, me)) },
  { role: PLATFORM_ROLE, em: () => asPlatform(api.app.orm.em) },
];
const STATEMENTS = ['update audit_event set actor_email = null', 'delete from audit_event', 'truncate audit_event'];

test.each(ROLES.flatMap(({ role, em }) => STATEMENTS.map((statement) => ({ role, statement, em }))))(
  'D6: audit rows cannot be changed: $role, $statement',
  async ({ statement, em }) => {
    await expect(em().execute(statement)).rejects.toThrow('permission denied for table audit_event');
  },
);
