const PARTNER_ROLES = ['owner', 'member', 'billing', 'read-only'] as const;
const ADMIN_ROLES = ['review', 'partners', 'finance', 'all'] as const;
type PartnerRole = (typeof PARTNER_ROLES)[number];

/** The matrix has a line for each kind of caller. A partner cannot manage clients, but a reseller can. */
export type CallerName =
  | 'anonymous'
  | `${'partner' | 'reseller'} ${PartnerRole}`
  | 'API key'
  | `admin ${(typeof ADMIN_ROLES)[number] | 'without a factor'}`;

const users = (...roles: PartnerRole[]): CallerName[] =>
  roles.flatMap((role) => [`partner ${role}` as const, `reseller ${role}` as const]);
const resellers = (...roles: PartnerRole[]): CallerName[] => roles.map((role) => `reseller ${role}` as const);

const ADMINS: CallerName[] = ADMIN_ROLES.map((role) => `admin ${role}` as const);
const REVIEWERS: CallerName[] = ['admin review', 'admin all'];
const PARTNER_MANAGERS: CallerName[] = ['admin partners', 'admin all'];
const ADMIN_MANAGERS: CallerName[] = ['admin all'];
const PEOPLE: CallerName[] = [...users(...PARTNER_ROLES), ...ADMINS];
const SIGNED_IN: CallerName[] = [...PEOPLE, 'API key'];
/** Includes admins who must add a second factor first. */
const ALL_PEOPLE: CallerName[] = [...PEOPLE, 'admin without a factor'];
const ALL_SIGNED_IN: CallerName[] = [...ALL_PEOPLE, 'API key'];
export const ANYONE: CallerName[] = ['anonymous', ...ALL_SIGNED_IN];
const OWNERS = users('owner');
const WEBHOOK_MANAGERS = [...OWNERS, ...PARTNER_MANAGERS];
const KEY_MANAGERS = users('owner', 'member');
const CLIENT_MANAGERS = resellers('owner', 'member');
const CLIENT_READERS = resellers(...PARTNER_ROLES);

/** The callers of every root field. Fails if a root field is missing here or in the schema. */
export const MATRIX: Record<string, CallerName[]> = {
  'Mutation.acceptInvitation': ANYONE,
  'Mutation.accessClientAccount': CLIENT_MANAGERS,
  'Mutation.addPartnerApplicationNote': REVIEWERS,
  'Mutation.addPartnerNote': PARTNER_MANAGERS,
  'Mutation.archiveWebhookEndpoint': WEBHOOK_MANAGERS,
  'Mutation.assignPartnerApplication': REVIEWERS,
  'Mutation.assignPartnerApplications': REVIEWERS,
  'Mutation.changeAdminRoles': ADMIN_MANAGERS,
  'Mutation.changeMemberRole': OWNERS,
  'Mutation.changePassword': PEOPLE,
  'Mutation.confirmIdentity': ALL_PEOPLE,
  'Mutation.confirmSecondFactor': ALL_PEOPLE,
  'Mutation.createApiKey': [...KEY_MANAGERS, ...ADMINS],
  'Mutation.createClientAccount': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.createSavedView': PEOPLE,
  'Mutation.createWebhookEndpoint': WEBHOOK_MANAGERS,
  'Mutation.deactivateAdmin': ADMIN_MANAGERS,
  'Mutation.deleteDraft': PEOPLE,
  'Mutation.deleteSavedView': PEOPLE,
  'Mutation.endOtherSessions': PEOPLE,
  'Mutation.endSession': PEOPLE,
  'Mutation.exportAuditEvents': PEOPLE,
  'Mutation.exportClientAccounts': CLIENT_READERS,
  'Mutation.exportEmailMessages': ADMINS,
  'Mutation.exportPartnerAccounts': ADMINS,
  'Mutation.exportPartnerApplications': REVIEWERS,
  'Mutation.importClientAccounts': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.inviteAdmin': ADMIN_MANAGERS,
  'Mutation.inviteMember': OWNERS,
  'Mutation.markNotificationsRead': PEOPLE,
  'Mutation.refreshSession': ANYONE,
  'Mutation.removeMember': OWNERS,
  'Mutation.removeSecondFactor': PEOPLE,
  'Mutation.renewRecoveryCodes': PEOPLE,
  'Mutation.requestPasswordReset': ANYONE,
  'Mutation.replayWebhookDeliveries': WEBHOOK_MANAGERS,
  'Mutation.replayWebhookDelivery': WEBHOOK_MANAGERS,
  'Mutation.resendAdminInvitation': ADMIN_MANAGERS,
  'Mutation.resendEmail': ['admin review', 'admin partners', 'admin all'],
  'Mutation.resendEmails': ['admin review', 'admin partners', 'admin all'],
  'Mutation.resendInvitation': PARTNER_MANAGERS,
  'Mutation.resendMemberInvitation': OWNERS,
  'Mutation.resetPassword': ANYONE,
  'Mutation.resetSecondFactor': [...OWNERS, ...PARTNER_MANAGERS],
  'Mutation.retryFailedJob': ['admin review', 'admin partners', 'admin all'],
  'Mutation.retryProvisioning': [...CLIENT_MANAGERS, 'API key', ...PARTNER_MANAGERS],
  'Mutation.revokeApiKey': [...KEY_MANAGERS, ...ADMINS],
  'Mutation.revokeClientAccess': CLIENT_MANAGERS,
  'Mutation.rotateApiKey': [...KEY_MANAGERS, ...ADMINS],
  'Mutation.rotateWebhookSecret': WEBHOOK_MANAGERS,
  'Mutation.saveDraft': PEOPLE,
  'Mutation.saveOnboardingPlan': resellers('owner'),
  'Mutation.setInterfaceState': PEOPLE,
  'Mutation.setOnboardingStep': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.signIn': ANYONE,
  'Mutation.signInWithIdentity': ANYONE,
  'Mutation.signInWithLink': ANYONE,
  'Mutation.signOut': ALL_PEOPLE,
  'Mutation.startSecondFactor': ALL_PEOPLE,
  'Mutation.submitPartnerApplication': ANYONE,
  'Mutation.testWebhookEndpoint': WEBHOOK_MANAGERS,
  'Mutation.updateClientAccount': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.updateClientSubscription': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.updateClientSubscriptions': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.updateNotificationSettings': PEOPLE,
  'Mutation.updatePartnerAccount': PARTNER_MANAGERS,
  'Mutation.updatePartnerAccounts': PARTNER_MANAGERS,
  'Mutation.updatePartnerApplication': REVIEWERS,
  'Mutation.updatePartnerApplicationStatus': REVIEWERS,
  'Mutation.updatePartnerApplicationStatuses': REVIEWERS,
  'Mutation.updateViewer': PEOPLE,
  'Mutation.updateSavedView': PEOPLE,
  'Mutation.updateWebhookEndpoint': WEBHOOK_MANAGERS,
  'Mutation.withdrawApplication': ANYONE,
  'Query.accountSecurity': ALL_PEOPLE,
  'Query.admins': ADMINS,
  'Query.apiKeys': [...KEY_MANAGERS, ...ADMINS],
  'Query.apiKeyUses': [...KEY_MANAGERS, ...ADMINS],
  'Query.applicationStatus': ANYONE,
  'Query.auditEvents': SIGNED_IN,
  'Query.clientAccessSessions': CLIENT_READERS,
  'Query.clientAccount': [...CLIENT_READERS, 'API key'],
  'Query.clientAccountNeighbors': [...CLIENT_READERS, 'API key'],
  'Query.clientAccounts': [...CLIENT_READERS, 'API key'],
  'Query.clientPlans': [...CLIENT_READERS, 'API key'],
  'Query.clientsNeedingAttention': CLIENT_READERS,
  'Query.draft': PEOPLE,
  'Query.emailMessages': ADMINS,
  'Query.eventTypes': WEBHOOK_MANAGERS,
  'Query.failedJobs': ADMINS,
  'Query.failedProvisionings': ADMINS,
  'Query.gettingStarted': users(...PARTNER_ROLES),
  'Query.interfaceState': PEOPLE,
  'Query.members': OWNERS,
  'Query.notificationSettings': PEOPLE,
  'Query.notifications': PEOPLE,
  'Query.onboardingPlan': [...CLIENT_READERS, 'API key'],
  'Query.partnerAccount': ADMINS,
  'Query.partnerAccountNeighbors': ADMINS,
  'Query.partnerAccounts': ADMINS,
  'Query.partnerApplication': ADMINS,
  'Query.partnerApplicationNeighbors': ADMINS,
  'Query.partnerApplicationStatistics': ADMINS,
  'Query.partnerApplicationStatusEmail': ADMINS,
  'Query.partnerApplications': ADMINS,
  'Query.savedViews': PEOPLE,
  'Query.partnerClient': ADMINS,
  'Query.partnerClients': ADMINS,
  'Query.partnerMembers': ADMINS,
  'Query.partnerNotes': ADMINS,
  'Query.search': PEOPLE,
  'Query.sessions': PEOPLE,
  'Query.unreadNotifications': PEOPLE,
  'Query.viewer': ALL_SIGNED_IN,
  'Query.waitingWork': ADMINS,
  'Query.webhookDeliveries': WEBHOOK_MANAGERS,
  'Query.webhookDelivery': WEBHOOK_MANAGERS,
  'Query.webhookEndpoints': WEBHOOK_MANAGERS,
};
