import type { Feature } from '../feature.ts';

/** Hands the audit log to the consumers of all features: decision 82. */
export const events: Feature = {
  figures: [
    {
      name: 'reachgenie_events_behind',
      help: 'Audit events that a consumer has not followed yet.',
      label: 'consumer',
      query: `select consumer as label, sum(chain.sequence - cursor.sequence)::int as value
        from event_cursor as cursor join audit_chain as chain on chain.chain_id = cursor.chain_id group by consumer`,
    },
  ],
  work: async (worker) => {
    const { EventFollower } = await import('./event.follower.ts');
    return new EventFollower(worker).start();
  },
};
