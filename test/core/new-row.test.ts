import { expect, test } from 'vitest';
import { PartnerApplication } from '../../src/applications/application.entity.ts';
import { AuditEvent } from '../../src/audit/audit-event.entity.ts';
import { ClientAccount } from '../../src/clients/client-account.entity.ts';
import { newRow } from '../../src/core/database/row.insert.ts';
import { sampleApplication } from '../../src/dev/demo/samples/sample.applications.ts';
import { useMail } from '../support/mail.ts';

const mail = useMail();

const NEW = {
  id: expect.any(String) as string,
  createdAt: expect.any(Date) as Date,
  updatedAt: expect.any(Date) as Date,
};
const CLIENT = {
  resellerId: '0193b0b0-0000-7000-8000-000000000002',
  companyName: 'Acme',
  contactName: 'Ada',
  contactEmail: 'a.da@gmail.com',
  subscriptionTier: 'GROWTH',
  billingOwnedByReseller: true,
  version: 1,
};
const EVENT = {
  action: 'client.created',
  actorEmail: 'ada@acme.example',
  actorId: CLIENT.resellerId,
  actorRole: 'PARTNER',
  credential: 'key:1',
  targetType: 'ClientAccount',
  targetId: CLIENT.resellerId,
} as const;

test('a new row has the values that MikroORM would give its entity', () => {
  const em = mail.orm.em.fork();
  const application = sampleApplication(1);
  const unmanaged = { persist: false };

  expect(newRow(em, PartnerApplication, application)).toEqual({
    ...em.create(PartnerApplication, application, unmanaged),
    ...NEW,
  });
  expect(newRow(em, ClientAccount, CLIENT)).toEqual({ ...em.create(ClientAccount, CLIENT, unmanaged), ...NEW });
  expect(newRow(em, AuditEvent, EVENT)).toEqual({
    ...em.create(AuditEvent, EVENT, unmanaged),
    id: NEW.id,
    occurredAt: NEW.createdAt,
  });
});

test('each new row has an ID of its own, and the mailbox of its address', () => {
  const [one, other] = [newRow(mail.orm.em, ClientAccount, CLIENT), newRow(mail.orm.em, ClientAccount, CLIENT)];

  expect(one.id).not.toBe(other.id);
  expect(one.contactMailbox).toBe('ada@gmail.com');
});
