import { registerEnumType } from 'type-graphql';

export enum ListName {
  APPLICATIONS = 'APPLICATIONS',
  PARTNERS = 'PARTNERS',
  CLIENTS = 'CLIENTS',
  MEMBERS = 'MEMBERS',
  ADMINS = 'ADMINS',
  EMAILS = 'EMAILS',
  AUDIT = 'AUDIT',
  API_KEYS = 'API_KEYS',
}
registerEnumType(ListName, {
  name: 'ListName',
  description: 'A list of the web pages.',
  valuesConfig: {
    APPLICATIONS: { description: 'Applications.' },
    PARTNERS: { description: 'Partners.' },
    CLIENTS: { description: 'Clients of a reseller.' },
    MEMBERS: { description: 'Users of a partner.' },
    ADMINS: { description: 'The ReachGenie team.' },
    EMAILS: { description: 'Emails by delivery status.' },
    AUDIT: { description: 'The audit log.' },
    API_KEYS: { description: 'API keys.' },
  },
});
