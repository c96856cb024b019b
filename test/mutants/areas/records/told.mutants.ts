import { inFile, type Mutant } from '../../mutant.ts';

const EMAILS = 'test/notifications/notification-emails.test.ts';
const FAILED = 'test/notifications/failed-emails.test.ts';
const NOTIFICATIONS = 'test/notifications/notifications.test.ts';
const MARKED = 'test/notifications/mark-notifications-read.test.ts';

export const told: Mutant[] = [
  ...inFile(
    'src/notifications/notification.mailing.ts',
    [EMAILS],
    [
      [
        'Told: An email leaves out what the role can no longer get.',
        " and jsonb_exists_any(terms -> 'roles', ${roles})",
        '',
      ],
      [
        'Told: Users of a deactivated partner get no email.',
        '(person.reseller_id is null or account.is_active)',
        'true',
      ],
      ['Told: A removed user gets no email.', ' and person.is_active', ''],
      ['Told: What was read needs no email.', 'told.read_at is null and ', ''],
      ['Told: An email repeats a notification once.', 'told.emailed_at is null and ', ''],
      ['Told: Old news needs no email.', " and told.created_at > now() - interval '2 days'", ''],
      ['Told: The morning is that of the user’s time zone.', 'coalesce(zone.morning, usual.morning)', 'usual.morning'],
      ['Told: A summary has the ID of who acted.', 'actor_id as "actorId", ', ''],
    ],
  ),
  ...inFile(
    'src/notifications/notification.tell.ts',
    [NOTIFICATIONS],
    [
      ['Told: Only roles that can get the kind are told.', ' and ${roles} && ${KINDS[kind].roles}::text[]', ''],
      [
        'Told: Nobody is told of what they do themselves.',
        ' and person.id is distinct from ${by?.userId ?? null}::uuid',
        '',
      ],
      ['Told: A member of one partner is no news for another one.', 'sql`= ${resellerId}`', 'sql`is not null`'],
      ['Told: Two workers tell of failures once.', 'on conflict do nothing', '', FAILED],
      ['Told: A failed summary tells nobody.', '!template.startsWith(OWN_TEMPLATES)', 'template', FAILED],
    ],
  ),
  ...inFile(
    'src/notifications/notification.service.ts',
    [MARKED],
    [
      [
        'Told: Each user reads and marks only own rows.',
        'sql`user_id = ${callerOf(ctx).userId}`',
        'sql`user_id is not null`',
      ],
      [
        'Told: A foreign ID marks none.',
        "if (!wanted.every((id) => marked.has(id))) throw notFound('Notification');",
        '',
      ],
    ],
  ),
  ...inFile(
    'src/notifications/notification.feature.ts',
    [EMAILS],
    [
      ['Told: Summaries end.', 'tidy: [forgetOldNotifications, forgetOldSummaries]', 'tidy: [forgetOldNotifications]'],
      ['Told: Notifications end.', 'tidy: [forgetOldNotifications, forgetOldSummaries]', 'tidy: [forgetOldSummaries]'],
    ],
  ),
  ...inFile(
    'src/notifications/notification.wording.ts',
    ['test/email/names.test.ts'],
    [['A14: Told: A subject has no advertisement.', 'return areMailable ?', 'return areMailable || names ?']],
  ),
  ...inFile(
    'src/privacy/personal.tables.ts',
    ['test/privacy/person-erase.test.ts'],
    [
      [
        'Told: An erasure finds the summaries about a person.',
        "or template = 'notification.summary' and ${names('data::text')}",
        '',
      ],
    ],
  ),
];
