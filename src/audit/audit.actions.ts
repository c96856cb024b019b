import { registerEnumType } from 'type-graphql';

/**
 * The actions of all features. A feature adds its own by declaration merging, so that the compiler rejects unknown ones:
 * see `auditActions` in clients/client.feature.ts.
 * @public
 */
export interface RegisteredActions {}

/** An action as stored in the database, such as `client.created`. */
export type AuditAction = keyof RegisteredActions;

/** Shown for actions of earlier versions that no feature registers. */
export const OTHER_ACTION = 'other';

/** The GraphQL enum: `CLIENT_CREATED` is `client.created`. `registerActions` fills it. */
export const AuditActionEnum: Record<string, string> = { OTHER: OTHER_ACTION };

const descriptions: Record<string, { description: string }> = {
  OTHER: { description: 'An action that an earlier version recorded and this version does not know.' },
};

registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'Actions in the audit log. Later versions can add actions.',
  valuesConfig: descriptions,
});

/**
 * Adds a feature's actions with their descriptions to the enum. Must run before the schema is built.
 * @throws Error if two features register the same action
 */
export function registerActions(actions: Readonly<Record<string, string>>): void {
  for (const [action, description] of Object.entries(actions)) {
    const name = action.replaceAll('.', '_').toUpperCase();
    if (name in AuditActionEnum) throw new Error(`Two features register the audit action ${action}.`);
    AuditActionEnum[name] = action;
    descriptions[name] = { description };
  }
}

/** All registered actions, as stored in the database. */
export const registeredActions = (): string[] =>
  Object.values(AuditActionEnum).filter((action) => action !== OTHER_ACTION);

export const isRegistered = (action: string): boolean => Object.values(AuditActionEnum).includes(action);
