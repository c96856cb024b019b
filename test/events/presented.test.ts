import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { publicEvent, publicEvents, registerEvents } from '../../src/events/event.catalogue.ts';
import type { FollowedEvent } from '../../src/events/event.types.ts';
import { registeredActions } from '../../src/audit/audit.actions.ts';
import { useApi, type Actor } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';

const api = useApi();

let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

/** What the event of an object shows. */
async function presented(action: string, targetId: string, resellerId: string | null): Promise<object | undefined> {
  const event = { id: uuid(), action, targetId, resellerId } as FollowedEvent;
  const present = publicEvent(action)?.present;
  const shown = await inTransaction(asPlatform(api.app.orm.em), async (em) => present?.(em, [event]));
  return shown?.get(event.id);
}

const fieldsOf = (action: string) => Object.keys(publicEvent(action)?.example ?? {}).join(' ');

async function answered(actor: Actor, query: string): Promise<Record<string, unknown>> {
  const { data, errors } = await api.ask<{ answer: Record<string, unknown> }>(actor, query);
  expect(errors).toBeUndefined();
  return data?.answer ?? {};
}

test('an event of a client shows what the API of its reseller shows', async () => {
  const { id } = await givenClient(api, partner.actor);

  const answer = await answered(
    partner.actor,
    `{ answer: clientAccount(id: "${id}") { ${fieldsOf('client.created')} } }`,
  );

  expect(await presented('client.created', id, partner.resellerId)).toEqual(answer);
});

test('an event never shows the object of another tenant', async () => {
  const { id } = await givenClient(api, partner.actor);
  const other = await givenPartner(api);

  expect(await presented('client.created', id, other.resellerId)).toBeUndefined();
});

test('an object that no longer exists is not shown', async () => {
  expect(await presented('client.created', uuid(), partner.resellerId)).toBeUndefined();
});

test('an event of a partner shows what the API shows to admins', async () => {
  const { resellerId: id } = partner;

  const answer = await answered(
    api.admin,
    `{ answer: partnerAccount(id: "${id}") { ${fieldsOf('partner.updated')} } }`,
  );

  expect(await presented('partner.updated', id, id)).toEqual(answer);
});

test('an event of an application shows what the API shows to admins', async () => {
  const id = await givenApplication(api);
  const fields = fieldsOf('application.updated');

  const answer = await answered(api.admin, `{ answer: partnerApplication(id: "${id}") { ${fields} } }`);

  expect(await presented('application.updated', id, null)).toEqual({ ...answer, companySize: '11-50' });
});

test('an event of a user shows what the API shows to the owner, and no secret', async () => {
  const { id } = await givenMember(api, partner);
  const fields = fieldsOf('user.joined').replace(' role ', ' ');

  const { data } = await api.ask<{ members: { items: { id: string }[] } }>(
    partner.actor,
    `{ members { items { ${fields} } } }`,
  );

  const member = data?.members.items.find((each) => each.id === id);
  expect(await presented('user.joined', id, partner.resellerId)).toEqual({ ...member, role: 'PARTNER' });
});

test('every public event is an audit action, and has a text and an example', () => {
  const events = publicEvents();

  expect(events.length).toBeGreaterThan(10);
  expect(events.filter(({ action }) => !registeredActions().includes(action))).toEqual([]);
  for (const { text, example } of events)
    expect([text, Object.keys(example).length > 3]).toEqual([expect.stringMatching(/^[A-Z].+\.$/), true]);
});

test('two features cannot register the same event', () => {
  const [event] = publicEvents();

  expect(() => registerEvents(event ? [event] : [])).toThrow('Two features register the event');
});
