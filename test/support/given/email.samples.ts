import { acceptedByOwner, acceptedForTeam, agreementDue } from '../../../src/agreements/agreement.emails.tsx';
import { withdrawalConfirmed, withdrawalNoticed } from '../../../src/applications/applicant/withdrawal.emails.tsx';
import { alreadyReceived, received, statusChanged, submitted } from '../../../src/applications/application.emails.tsx';
import { PartnerApplication } from '../../../src/applications/application.entity.ts';
import { CompanyChange, CompanyChangeStatus } from '../../../src/company/company-change.entity.ts';
import { changeMail } from '../../../src/company/company.emails.tsx';
import { ApplicationStatus, CompanySize, PartnershipType } from '../../../src/applications/application.enums.ts';
import type { NewEmail } from '../../../src/email/email.template.ts';
import { credentialsChangedMail } from '../../../src/identity/account-security/credential.emails.tsx';
import type { CredentialChange } from '../../../src/identity/account-security/credential.wording.ts';
import { invitation, passwordReset, signInLink } from '../../../src/identity/invitations/identity.emails.tsx';
import { summary } from '../../../src/notifications/notification.emails.tsx';
import { NotificationKind } from '../../../src/notifications/notification.kinds.ts';
import { PartnerTier } from '../../../src/tenants/partner-account.entity.ts';
import { TierOutcome } from '../../../src/tiers/evaluation/tier-evaluation.entity.ts';
import { tierMail } from '../../../src/tiers/tier.emails.tsx';
import { TierMetric } from '../../../src/tiers/tier.metrics.ts';
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
  [NotificationKind.TIER_PROMOTED]: 'GOLD',
  [NotificationKind.TIER_AT_RISK]: 'GOLD 2027-03-01',
  [NotificationKind.TIER_RECOVERED]: 'GOLD',
  [NotificationKind.TIER_DEMOTED]: 'SILVER',
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

const tierMails = Object.values(TierOutcome)
  .filter((outcome) => outcome !== TierOutcome.KEPT)
  .flatMap((outcome) =>
    [true, false].map((isPartner) =>
      tierMail(
        { email: user.email, isPartner },
        {
          partnerId: '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d21',
          companyName: 'Acme & Sons',
          outcome,
          before: PartnerTier.GOLD,
          tier: outcome === TierOutcome.DEMOTED ? PartnerTier.SILVER : PartnerTier.GOLD,
          until: '2027-04-01',
          days: 60,
          missed: Object.values(TierMetric).map((metric) => ({ metric, required: 10, value: 7 })),
        },
      ),
    ),
  );

const CLIENT_ID = '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d21';
const FAILURE = { clientId: CLIENT_ID, companyName: 'Acme & Sons', problem: ProvisioningProblem.UNAVAILABLE };

const AGREEMENT_ID = '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d30';
const DUE = {
  agreementId: AGREEMENT_ID,
  title: 'Reseller agreement',
  name: 'Olive Owner',
  bindingFrom: '2027-01-15T00:00:00.000Z',
};
const ACCEPTED = {
  agreementId: AGREEMENT_ID,
  versionId: CLIENT_ID,
  agreementTitle: 'Reseller agreement',
  number: 2,
  name: 'Olive Owner',
  title: 'Managing Director',
  companyName: 'Acme & Sons',
  resellerId: CLIENT_ID,
};

const COMPANY = {
  companyName: 'Acme & Sons',
  legalName: null,
  street: null,
  postalCode: null,
  city: null,
  countryCode: null,
};
const changeMails = Object.values(CompanyChangeStatus)
  .filter((status) => status !== CompanyChangeStatus.WITHDRAWN)
  .flatMap((status) =>
    [true, false].map((isForTeam) => {
      const before = { ...COMPANY, vatId: null };
      const message = status === CompanyChangeStatus.REJECTED ? 'Bis bald, Ada' : null;
      const told = { id: CLIENT_ID, before, after: { ...before, legalName: 'Acme & Sons Ltd' }, status, message };
      return changeMail(isForTeam ? ADMIN : user.email, Object.assign(new CompanyChange(), told), { isForTeam });
    }),
  );

/** Every template of the product, with each of its variants. */
export const EMAIL_SAMPLES: readonly NewEmail[] = [
  ...notificationSummaries,
  ...tierMails,
  ...changeMails,
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
  ...(['PUBLISHED', 'DAYS_30', 'DAYS_7', 'BINDING'] as const).flatMap((stage) =>
    [true, false].map((isRequired) => agreementDue(user.email, { ...DUE, stage, isRequired })),
  ),
  acceptedByOwner(user.email, ACCEPTED),
  acceptedForTeam(ADMIN, ACCEPTED),
  failedForOwner(user.email, FAILURE),
  failedForAdmins(ADMIN, { ...FAILURE, resellerId: CLIENT_ID, partnerName: 'Acme & Sons' }),
  ...Object.entries(CHANGES).map(([change, more]) =>
    credentialsChangedMail(REQUEST, user.email, change as CredentialChange, more),
  ),
];
