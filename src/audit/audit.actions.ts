import { registerEnumType } from 'type-graphql';

/**
 * The actions of all features. A feature adds its own by declaration merging, so that the compiler refuses any other:
 * see `auditActions` in clients/client.feature.ts.
 * @public
 */
export interface RegisteredActions {}

/** An action as the database stores it: `client.created`. */
export type AuditAction = keyof RegisteredActions;

/** Stands for the actions of earlier versions, which no feature registers any more. */
export const OTHER_ACTION = 'other';

/** The GraphQL enum: `CLIENT_CREATED` is `client.created`. Complete once `registerActions` was called. */
export const AuditActionEnum: Record<string, string> = { OTHER: OTHER_ACTION };

const descriptions: Record<string, { description: string }> = {
  OTHER: { description: 'An action that an earlier version recorded and this one no longer knows.' },
};

const registered = new Set<string>();

registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'What was done. Later versions may add actions.',
  valuesConfig: descriptions,
});

/**
 * Adds a feature's actions to the enum, each with its description. Called before the schema is built.
 * @throws Error if two features register the same action
 */
export function registerActions(actions: Readonly<Record<string, string>>): void {
  for (const [action, description] of Object.entries(actions)) {
    const name = action.replaceAll('.', '_').toUpperCase();
    if (name in AuditActionEnum) throw new Error(`Two features register the audit action ${action}.`);
    AuditActionEnum[name] = action;
    registered.add(action);
    descriptions[name] = { description };
  }
}

/** All actions that are registered, as the database stores them. */
export const registeredActions = (): string[] => [...registered];

export const isRegistered = (action: string): boolean => registered.has(action);
