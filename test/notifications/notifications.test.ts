import { beforeEach, describe, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { withdraw } from '../support/given/callers/applicants.ts';
import { changeStatus, givenApplication, givenSubmission } from '../support/given/applications.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember, type Person } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';
import { toldTo } from './told.ts';

const api = useApi();

const ASSIGN = `mutation ($id: ID!, $assigneeId: ID) {
  assignPartnerApplication(id: $id, assigneeId: $assigneeId) { id }
}`;
const assign = (id: string, assigneeId: string | null, actor = api.admin) => api.ask(actor, ASSIGN, { id, assigneeId });

const writes = (statements: string[]) => statements.filter((text) => text.includes('insert into notification'));

describe('the assignee of an application', () => {
  let assignee: Person;
  let id: string;

  beforeEach(async () => {
    assignee = await givenAdmin(api, 'REVIEW');
    id = await givenApplication(api, { companyName: 'Octavo Media' });
  });

  const about = (more: object) => ({ subjectId: id, subjectName: 'Octavo Media', readAt: null, ...more });

  test('is told of the assignment', async () => {
    await assign(id, assignee.id);

    expect(await toldTo(api, assignee.actor)).toEqual([
      expect.objectContaining(about({ kind: 'APPLICATION_ASSIGNED', actorName: 'Ada Admin', detail: null })),
    ]);
    expect((await toldTo(api, api.admin)).filter(({ subjectId }) => subjectId === id)).toEqual([]);
  });

  test('is not told twice, nor of what they do themselves', async () => {
    await assign(id, assignee.id, assignee.actor);
    await assign(id, assignee.id);
    await changeStatus(api, assignee.actor, { id, status: 'REJECTED' });

    expect(await toldTo(api, assignee.actor)).toEqual([]);
  });

  test.each(['APPROVED', 'REJECTED'])('is told that someone else decided: %s', async (status) => {
    await assign(id, assignee.id, assignee.actor);

    await changeStatus(api, api.admin, { id, status });

    expect(await toldTo(api, assignee.actor)).toEqual([
      expect.objectContaining(about({ kind: 'APPLICATION_DECIDED', actorName: 'Ada Admin', detail: status })),
    ]);
  });

  test('is not told of a step that is no decision, and it takes no statement', async () => {
    await assign(id, assignee.id, assignee.actor);

    const sent = await statementsOf(() => changeStatus(api, api.admin, { id, status: 'REVIEWING' }));

    expect(writes(sent)).toEqual([]);
    expect(await toldTo(api, assignee.actor)).toEqual([]);
  });

  test('is told that the applicant withdrew', async () => {
    const { id: withdrawn, token } = await givenSubmission(api);
    await assign(withdrawn, assignee.id, assignee.actor);

    await withdraw(api, token);

    expect(await toldTo(api, assignee.actor)).toMatchObject([
      { kind: 'APPLICATION_WITHDRAWN', actorName: null, subjectId: withdrawn },
    ]);
  });

  test('is not told any more without a role that can review', async () => {
    const { id: withdrawn, token } = await givenSubmission(api);
    await assign(withdrawn, assignee.id, assignee.actor);
    const change = 'mutation ($id: ID!) { changeAdminRoles(id: $id, roles: [FINANCE]) { id } }';
    await api.ask(api.admin, change, { id: assignee.id });

    await withdraw(api, token);

    const told = await api.rows('select kind from notification where user_id = $1', [assignee.id]);
    expect(told).toEqual([{ kind: 'ROLE_CHANGED' }]);
  });

  test('is not told of a change that fails', async () => {
    await assign(id, assignee.id, assignee.actor);
    await changeStatus(api, api.admin, { id, status: 'APPROVED' });
    const before = await toldTo(api, assignee.actor);

    const { errors } = await changeStatus(api, api.admin, { id, status: 'REJECTED' });

    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    expect(await toldTo(api, assignee.actor)).toEqual(before);
  });
});

test('an application without an assignee takes no statement to tell of it', async () => {
  const id = await givenApplication(api);

  const sent = await statementsOf(() => changeStatus(api, api.admin, { id, status: 'REJECTED' }));

  expect(writes(sent)).toEqual([]);
});

describe('an account', () => {
  let partner: Partner;
  let second: Person;

  beforeEach(async () => {
    partner = await givenPartner(api);
    second = await givenMember(api, partner, 'OWNER');
    await read(partner.actor);
  });

  const read = (actor: Actor) =>
    api.ask(actor, 'mutation ($until: DateTime) { markNotificationsRead(until: $until) }', {
      until: '2100-01-01T00:00:00.000Z',
    });
  const changeClient = (clientId: string, subscriptionStatus: string, actor: Actor) =>
    api.ask(
      actor,
      `mutation ($id: ID!, $input: ClientSubscriptionInput!) {
        updateClientSubscription(id: $id, input: $input) { id }
      }`,
      { id: clientId, input: { subscriptionStatus } },
    );

  test('tells all owners of a member who joined, and nobody else', async () => {
    const stranger = await givenPartner(api);
    const member = await givenMember(api, partner);

    for (const owner of [partner.actor, second.actor]) {
      expect(await toldTo(api, owner, true)).toMatchObject([
        { kind: 'MEMBER_JOINED', actorName: 'Olive Owner', subjectId: member.id },
      ]);
    }
    for (const other of [member.actor, stranger.actor]) expect(await toldTo(api, other)).toEqual([]);
  });

  test('tells the member whose role changed', async () => {
    const member = await givenMember(api, partner);
    const change = 'mutation ($id: ID!) { changeMemberRole(id: $id, role: BILLING) { id } }';

    expect((await api.ask(partner.actor, change, { id: member.id })).errors).toBeUndefined();

    expect(await api.rows('select kind, actor_name, detail from notification where user_id = $1', [member.id])).toEqual(
      [{ kind: 'ROLE_CHANGED', actor_name: 'Olive Owner', detail: 'BILLING' }],
    );
  });

  test('tells the other owners of a client that was suspended or canceled', async () => {
    const { id } = await givenClient(api, partner.actor, { companyName: 'Harbor Motors' });

    for (const status of ['SUSPENDED', 'ACTIVE', 'CANCELED']) await changeClient(id, status, partner.actor);

    expect(await toldTo(api, second.actor)).toMatchObject([
      { kind: 'CLIENT_STOPPED', subjectId: id, subjectName: 'Harbor Motors', detail: 'CANCELED' },
      { kind: 'CLIENT_STOPPED', subjectId: id, subjectName: 'Harbor Motors', detail: 'SUSPENDED' },
    ]);
    expect(await toldTo(api, partner.actor, true)).toEqual([]);
  });
});

test('admins with ALL are told of an admin who joined and of roles', async () => {
  const { id, actor } = await givenAdmin(api, 'FINANCE');
  const other = await givenAdmin(api, 'REVIEW');

  await api.ask(api.admin, 'mutation ($id: ID!) { changeAdminRoles(id: $id, roles: [REVIEW, PARTNERS]) { id } }', {
    id,
  });

  expect((await toldTo(api, api.admin)).slice(0, 2)).toMatchObject([
    { kind: 'MEMBER_JOINED', subjectId: other.id },
    { kind: 'MEMBER_JOINED', subjectId: id },
  ]);
  expect(await toldTo(api, other.actor)).toEqual([]);
  expect(actor.accessToken).not.toBe('');
  expect(await api.rows('select kind, detail from notification where user_id = $1', [id])).toEqual([
    { kind: 'ROLE_CHANGED', detail: 'REVIEW,PARTNERS' },
  ]);
});
