import { registerEnumType } from 'type-graphql';

export enum Benefit {
  CLIENT_MANAGEMENT = 'CLIENT_MANAGEMENT',
  ENHANCED_CLIENT_MANAGEMENT = 'ENHANCED_CLIENT_MANAGEMENT',
  PRIORITY_SUPPORT = 'PRIORITY_SUPPORT',
  BASIC_WHITE_LABEL = 'BASIC_WHITE_LABEL',
  FULL_WHITE_LABEL = 'FULL_WHITE_LABEL',
  CO_MARKETING = 'CO_MARKETING',
  JOINT_EVENTS = 'JOINT_EVENTS',
  PARTNER_MANAGER = 'PARTNER_MANAGER',
  TECHNICAL_ACCOUNT_MANAGER = 'TECHNICAL_ACCOUNT_MANAGER',
  STRATEGIC_PLANNING = 'STRATEGIC_PLANNING',
  ADVANCED_TRAINING = 'ADVANCED_TRAINING',
  EARLY_ACCESS = 'EARLY_ACCESS',
  CUSTOM_INTEGRATION = 'CUSTOM_INTEGRATION',
}
registerEnumType(Benefit, {
  name: 'Benefit',
  description: 'A benefit of a tier. Later versions can add benefits.',
  valuesConfig: {
    CLIENT_MANAGEMENT: {
      description: 'Managing clients. Resellers only, and only if `clientManagementEnabled` is true.',
    },
    ENHANCED_CLIENT_MANAGEMENT: {
      description: 'Changing several clients at once, and importing clients. Resellers only.',
    },
    PRIORITY_SUPPORT: { description: 'Support that answers within the hours of the tier.' },
    BASIC_WHITE_LABEL: { description: 'Own logo and colors. Resellers only, and only if `whitelabelEnabled` is true.' },
    FULL_WHITE_LABEL: {
      description: 'Own domain and sender. Resellers only, and only if `whitelabelEnabled` is true.',
    },
    CO_MARKETING: { description: 'Shared marketing campaigns.' },
    JOINT_EVENTS: { description: 'Shared marketing events.' },
    PARTNER_MANAGER: { description: 'A named partner manager.' },
    TECHNICAL_ACCOUNT_MANAGER: { description: 'A named technical account manager.' },
    STRATEGIC_PLANNING: { description: 'Strategic business planning.' },
    ADVANCED_TRAINING: { description: 'Advanced training and certification.' },
    EARLY_ACCESS: { description: 'Early access to new features.' },
    CUSTOM_INTEGRATION: { description: 'Support for custom integrations.' },
  },
});
