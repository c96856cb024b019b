import { Kind, OperationTypeNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Actor, Answer } from '../support/api.ts';
import { textOf } from '../support/oracles/documents.ts';
import { examples, useExamples } from '../support/oracles/examples.ts';
import { messagesOf } from '../support/statements.ts';

const { api, reseller, variablesOf, headersOf } = useExamples(3);

/** Queries with fields that only a row of the first message makes known. All others are one message. */
const IN_TWO_MESSAGES = [
  'PartnerApplicationDetails', // duplicates have the row's mailbox or company
  'PartnerAccountDetails', // each partnership names its application
  'ListCompanyChanges', // each change names its partner and its owner
  'CompanyChangeDetails', // the same
  'ClientOnboarding', // the steps of the client
  'ListOverdueClients',
  'ListClientAccessSessions', // each access names its client and user
  'OwnManagers', // the viewer names the account
  'ListTierAssignments', // each assignment names its admin
  'PreviewTierEvaluation', // partners come in batches, after the terms
  'ListWebhookDeliveries', // each delivery names its message
  'WebhookDeliveryDetails', // the same
  'ListFailedProvisionings', // each entry names its client and partner
  'ClientProvisioning', // its feature knows clients, and not the other way round
  'ListAllAgreements', // each agreement has its versions, and names its partner
  'AgreementDetails', // the same
  'ListAuditEvents', // each event names its user and objects
];

describe('a query of the documentation goes to PostgreSQL in one message', () => {
  test.each(examples.filter(({ text }) => isQuery(text)))('$name', async (example) => {
    const variables = await variablesOf(example);

    const messages = await messagesFor(example.text, await headersOf(example), variables);

    expect(messages).toHaveLength(IN_TWO_MESSAGES.includes(example.name) ? 2 : 1);
  });
});

describe('root fields of a query go in one message', () => {
  test('the overview of admins', async () => {
    const [work = '', period = ''] = textOf('web/src/admin/home/home.graphql').split('query HomePeriod');
    const times = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z', beforeFrom: '2026-10-01T00:00:00Z' };
    const figures = `query HomePeriod${period.slice(0, period.indexOf('query MenuCounts'))}`;

    const ofWork = await messagesFor(work, by(api.admin), { managesPartners: true });
    const ofPeriod = await messagesFor(figures, by(api.admin), { ...times, interval: 'DAY', timeZone: 'UTC' });

    expect(ofWork.map((statements) => statements.length)).toEqual([9]);
    expect(ofPeriod.map((statements) => statements.length)).toEqual([2]);
  });

  test('the viewer and statistics', async () => {
    const messages = await messagesFor(
      `{ viewer { name } partnerApplicationStatistics { total byIndustry { industry } overTime { periodStart } } }`,
      by(api.admin),
    );

    expect(messages.map((statements) => statements.length)).toEqual([2]);
  });

  test('the viewer and a list of clients', async () => {
    const messages = await messagesFor(
      '{ viewer { name } clientAccounts { items { id } pageInfo { totalItems } } }',
      by(reseller().actor),
    );

    expect(messages.map((statements) => statements.length)).toEqual([2]);
  });

  test("the viewer's partner and its partnerships follow in one", async () => {
    const messages = await messagesFor(
      '{ viewer { name partnerAccount { tier partnerships { type } } } clientAccounts { items { id } } }',
      by(reseller().actor),
    );

    expect(messages.map((statements) => statements.length)).toEqual([2, 2]);
  });
});

const by = ({ accessToken }: Actor) => ({ authorization: `Bearer ${accessToken}` });

/** Asks twice, because the first call may sample texts for a search. */
async function messagesFor(query: string, headers: Record<string, string>, variables = {}): Promise<string[][]> {
  const ask = async () => {
    const { errors } = (await (await api.post({ query, variables }, headers)).json()) as Answer<object>;
    expect(errors).toBeUndefined();
  };
  await ask();
  return messagesOf(ask);
}

function isQuery(text: string): boolean {
  const [operation] = parse(text).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION && operation.operation === OperationTypeNode.QUERY;
}
