import { withdrawalConfirmed, withdrawalNoticed } from '../../../src/applications/applicant/withdrawal.emails.tsx';
import { alreadyReceived, received, statusChanged, submitted } from '../../../src/applications/application.emails.tsx';
import { PartnerApplication } from '../../../src/applications/application.entity.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../../../src/applications/application.enums.ts';
import type { NewEmail } from '../../../src/email/email.template.ts';
import { credentialsChangedMail } from '../../../src/identity/account-security/credential.emails.tsx';
import type { CredentialChange } from '../../../src/identity/account-security/credential.wording.ts';
import { invitation, passwordReset, signInLink } from '../../../src/identity/invitations/identity.emails.tsx';
import { summary } from '../../../src/notifications/notification.emails.tsx';
import { NotificationKind } from '../../../src/notifications/notification.kinds.ts';
import { endpointMail } from '../../../src/webhooks/webhook.emails.tsx';
import { failedForAdmins, failedForOwner } from '../../../src/provisioning/failure/provisioning.emails.tsx';
import { ProvisioningProblem } from '../../../src/provisioning/provisioning.enums.ts';
import { User } from '../../../src/identity/users/user.entity.ts';

export const sampleApplication = (fields: Partial<PartnerApplication> = {}): PartnerApplication =>
  Object.assign(new PartnerApplication(), {
    companyName: 'Acme & Sons',
    contactName: 'Ada Lovelace',
    contactEmail: 'ada@acme.example',
    partnershipType: PartnershipType.RESELLER,
    companySize: CompanySize.SIZE_11_50,
    industry: 'Logistics',
    motivation: 'First line\nSecond line',
    ...fields,
  });

const application = sampleApplication();
const user = Object.assign(new User(), { email: 'ada@acme.example', name: 'Ada Lovelace' });
const ADMIN = 'team@reachgenie.example';

const REQUEST = {
  address: '192.0.2.1',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
};

const CHANGES: Record<CredentialChange, Parameters<typeof credentialsChangedMail>[3]> = {
  PASSWORD_CHANGED: {},
  PASSWORD_RESET: {},
  FACTOR_ADDED: {},
  FACTOR_REMOVED: {},
  FACTOR_RESET: {},
  RECOVERY_CODES_RENEWED: {},
  RECOVERY_CODE_USED: { codesLeft: 9 },
  CODES_REFUSED: {},
  API_KEY_CREATED: { keyPrefix: 'rg_12345' },
  API_KEY_ROTATED: { keyPrefix: 'rg_12345', replacement: { prefix: 'rg_67890', until: '2026-12-01T12:00:00.000Z' } },
  API_KEY_REVOKED: { keyPrefix: 'rg_12345', isOfAdmin: true },
};

const statusEmails = Object.values(ApplicationStatus).flatMap((status) =>
  ([undefined, 'INVITED', 'OTHER_INVITED', 'OWNED'] as const).flatMap((access) =>
    [true, false].map((wasWithdrawn) =>
      statusChanged(sampleApplication({ status }), { message: 'Bis bald, Ada', wasWithdrawn, access }),
    ),
  ),
);

const DETAILS: Partial<Record<NotificationKind, string>> = {
  [NotificationKind.APPLICATION_DECIDED]: 'APPROVED',
  [NotificationKind.CLIENT_STOPPED]: 'SUSPENDED',
  [NotificationKind.MENTIONED]: 'First line',
};

const notificationSummaries = Object.values(NotificationKind).flatMap((kind) =>
  [null, 'r'].map((resellerId) =>
    summary(user.email, [
      {
        kind,
        resellerId,
        actorName: 'Ada Winter',
        subjectId: '1',
        subjectName: 'Acme & Sons',
        detail: DETAILS[kind] ?? null,
      },
    ]),
  ),
);

/** Every template of the product, with each of its variants. */
const CLIENT_ID = '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d21';
const FAILURE = { clientId: CLIENT_ID, companyName: 'Acme & Sons', problem: ProvisioningProblem.UNAVAILABLE };

export const EMAIL_SAMPLES: readonly NewEmail[] = [
  ...notificationSummaries,
  received(application),
  alreadyReceived(application),
  submitted(application, ADMIN),
  ...statusEmails,
  withdrawalConfirmed(application),
  withdrawalNoticed(application, ADMIN),
  invitation(user, 'token', 'Acme & Sons'),
  passwordReset(user, 'token'),
  signInLink(user, 'token'),
  ...(['FAILING', 'DISABLED', 'GONE'] as const).flatMap((news) =>
    [null, 'r'].map((resellerId) =>
      endpointMail(user.email, { id: '1', url: 'https://hooks.acme.example/a?key=1', resellerId, news, failures: 5 }),
    ),
  ),
  failedForOwner(user.email, FAILURE),
  failedForAdmins(ADMIN, { ...FAILURE, resellerId: CLIENT_ID, partnerName: 'Acme & Sons' }),
  ...Object.entries(CHANGES).map(([change, more]) =>
    credentialsChangedMail(REQUEST, user.email, change as CredentialChange, more),
  ),
];
