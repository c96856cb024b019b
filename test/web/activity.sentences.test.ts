import { expect, test } from 'vitest';
import { MARKS, partsOf, tellingOf, type ToldEvent } from '../../web/src/activity/sentence.ts';
import { AuditAction } from '../../web/src/generated/enums.ts';
import * as german from '../../web/src/locales/de.ts';
import * as english from '../../web/src/locales/en.ts';

const ADA = 'id of Ada';

const eventOf = (type: AuditAction, changes: object = {}, more: Partial<ToldEvent> = {}): ToldEvent => ({
  type,
  actor: { id: ADA, kind: 'ADMIN', name: 'Ada Winter', apiKeyName: null },
  subject: { type: 'PartnerApplication', id: 'id of Octavo', name: 'Octavo Media' },
  partner: null,
  mentions: [],
  changes: JSON.stringify(changes),
  ...more,
});

const actions = Object.values(AuditAction);
const languages = Object.entries({ english, german });

test.for(actions)('%s has a sentence in every language, which names who did it', (action) => {
  for (const [, texts] of languages) {
    const sentences: Record<string, string> = texts.activity.sentence[action];

    expect(sentences).toHaveProperty('any');
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/\{\{(actor|subject)\}\}/);
  }
});

test.for(languages)('the sentences in %s have the same names as in English', ([, texts]) => {
  const placesOf = (sentence: string) => Array.from(sentence.matchAll(/\{\{(\w+)\}\}/g), ([, place]) => place).sort();

  for (const action of actions) {
    const sentences: Record<string, string> = texts.activity.sentence[action];
    const originals: Record<string, string> = english.activity.sentence[action];
    for (const [variant, sentence] of Object.entries(sentences)) {
      expect([action, placesOf(sentence)]).toEqual([action, placesOf(originals[variant] ?? '')]);
    }
  }
});

const status = (from: string, to: string) => ({ status: { from, to } });

test.for<[AuditAction, object, string]>([
  ['APPLICATION_STATUS_CHANGED', status('REVIEWING', 'APPROVED'), 'approved'],
  ['APPLICATION_STATUS_CHANGED', status('REVIEWING', 'REJECTED'), 'declined'],
  ['APPLICATION_STATUS_CHANGED', status('REJECTED', 'REVIEWING'), 'review'],
  ['APPLICATION_STATUS_CHANGED', status('REVIEWING', 'PENDING'), 'any'],
  ['APPLICATION_ASSIGNED', { assigneeId: { from: null, to: ADA } }, 'taken'],
  ['APPLICATION_ASSIGNED', { assigneeId: { from: null, to: 'id of Malik' } }, 'any'],
  ['APPLICATION_ASSIGNED', { assigneeId: { from: ADA, to: null } }, 'nobody'],
  ['PARTNER_UPDATED', { tier: { from: 'SILVER', to: 'GOLD' } }, 'tier'],
  ['PARTNER_UPDATED', { isActive: { from: true, to: false } }, 'deactivated'],
  ['PARTNER_UPDATED', { isActive: { from: false, to: true }, tier: { from: 'SILVER', to: 'GOLD' } }, 'reactivated'],
  ['PARTNER_UPDATED', { whitelabelEnabled: { from: false, to: true } }, 'any'],
  ['PARTNER_MANAGER_ASSIGNED', { managerId: { from: null, to: 'id of an unnamed admin' } }, 'any'],
  ['PARTNER_MANAGER_ASSIGNED', { technicalManagerId: { from: ADA, to: null } }, 'any'],
  ['CLIENT_SUBSCRIPTION_CHANGED', { subscriptionStatus: { from: 'ACTIVE', to: 'SUSPENDED' } }, 'suspended'],
  ['CLIENT_SUBSCRIPTION_CHANGED', { subscriptionStatus: { from: 'SUSPENDED', to: 'ACTIVE' } }, 'reactivated'],
  ['CLIENT_SUBSCRIPTION_CHANGED', { subscriptionTier: { from: 'Starter', to: 'Growth' } }, 'any'],
  ['LIST_EXPORTED', { list: { from: null, to: 'CLIENTS' } }, 'clients'],
  ['LIST_EXPORTED', { list: { from: null, to: 'LATER' } }, 'any'],
  ['SESSION_ENDED', {}, 'other'],
])('%s with %j is told as %s', ([action, changes, variant]) => {
  expect(tellingOf(eventOf(action, changes)).variant).toBe(variant);
});

test('a session that its user ended is a sign-out', () => {
  const self = { type: 'User', id: ADA, name: 'Ada Winter' };

  expect(tellingOf(eventOf('SESSION_ENDED', {}, { subject: self })).variant).toBe('any');
});

test('names the assignee', () => {
  const malik = { type: 'User', id: 'id of Malik', name: 'Malik Baker' };
  const changes = { assigneeId: { from: null, to: malik.id } };

  expect(tellingOf(eventOf('APPLICATION_ASSIGNED', changes, { mentions: [malik] })).other).toEqual(malik);
});

test.for([
  { changes: { managerId: { from: null, to: 'id of Malik' } }, variant: 'manager' },
  { changes: { technicalManagerId: { from: ADA, to: 'id of Malik' } }, variant: 'technical' },
  {
    changes: { managerId: { from: ADA, to: null }, technicalManagerId: { from: null, to: 'id of Malik' } },
    variant: 'technical',
  },
])('names the new manager of a partner: $variant', ({ changes, variant }) => {
  const malik = { type: 'User', id: 'id of Malik', name: 'Malik Baker' };

  const telling = tellingOf(eventOf('PARTNER_MANAGER_ASSIGNED', changes, { mentions: [malik] }));

  expect(telling).toMatchObject({ variant, other: malik });
});

test('says the new value, if the sentence has one', () => {
  const plan = { from: 'Starter', to: 'Growth' };
  const both = { subscriptionTier: plan, subscriptionStatus: { from: 'ACTIVE', to: 'SUSPENDED' } };

  expect(tellingOf(eventOf('CLIENT_SUBSCRIPTION_CHANGED', { subscriptionTier: plan })).value).toEqual([
    'subscriptionTier',
    plan,
  ]);
  expect(tellingOf(eventOf('CLIENT_SUBSCRIPTION_CHANGED', both)).value).toBeUndefined();
});

test('tells an action that this version does not know', () => {
  expect(tellingOf(eventOf('DEAL_WON' as AuditAction)).action).toBe('OTHER');
});

test('splits a sentence at its names, wherever they stand', () => {
  expect(partsOf(`${MARKS.actor} gave ${MARKS.other} the application of ${MARKS.subject} today`)).toEqual([
    { place: 'actor' },
    { text: ' gave ' },
    { place: 'other' },
    { text: ' the application of ' },
    { place: 'subject' },
    { text: ' today' },
  ]);
});
