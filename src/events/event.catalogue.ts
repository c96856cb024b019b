import type { PublicEvent } from './event.types.ts';

const catalogue = new Map<string, PublicEvent>();

/** @throws Error if two features register the same event */
export function registerEvents(events: readonly PublicEvent[]): void {
  for (const event of events) {
    if (catalogue.has(event.action)) throw new Error(`Two features register the event ${event.action}.`);
    catalogue.set(event.action, event);
  }
}

/** Undefined if other systems do not learn of the action. */
export const publicEvent = (action: string): PublicEvent | undefined => catalogue.get(action);

/** In the order of the features. */
export const publicEvents = (): readonly PublicEvent[] => [...catalogue.values()];
