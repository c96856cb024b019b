import { InterfaceKey } from '../../generated/enums.ts';
import type { InterfaceStateOfQuery } from '../../generated/workspace/graphql.ts';
import { stored } from '../stored.ts';

type States = InterfaceStateOfQuery['interfaceState'];

const memory = stored('localStorage', 'reachgenie.interface');

/** Keeps a user's state in this browser, so that the first paint is right. Without names of opened objects. */
export function remember(userId: string, states: States): void {
  memory.write(JSON.stringify({ userId, states: states.filter(({ key }) => key !== InterfaceKey.Recent) }));
}

/** The last known state of this user in this browser. */
export function remembered(userId: string): States | undefined {
  try {
    const kept = JSON.parse(memory.read() ?? '') as { userId?: unknown; states?: States };
    return kept.userId === userId && Array.isArray(kept.states) ? kept.states : undefined;
  } catch {
    return undefined;
  }
}
