import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

beforeAll(() => givenApplication(api));

const readBy = async (items: string): Promise<string> => {
  const query = `{ partnerApplications { items { ${items} } } }`;
  const [statement = ''] = await statementsOf(() => api.ask(api.admin, query));
  return statement;
};

test('a list reads only the columns of the selected fields', async () => {
  const statement = await readBy('companyName ... on PartnerApplication { status }');

  expect(statement).toContain('"company_name"');
  expect(statement).toContain('"status"');
  expect(statement).not.toContain('"motivation"');
});

test('a list reads all columns for a field with a resolver, which may need any', async () => {
  expect(await readBy('companyName nextStatuses')).toContain('"motivation"');
});
