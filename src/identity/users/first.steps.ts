import { sql } from 'kysely';
import { fromVisible } from '../../core/database/tenancy.ts';
import { mayReadMembers } from '../../core/graphql/permissions.ts';
import type { Feature } from '../../feature.ts';
import { User } from './user.entity.ts';

/** First steps of a partner's user that concern people. */
export const firstSteps: NonNullable<Feature['firstSteps']> = [
  {
    key: 'SECOND_FACTOR',
    description: 'Set up two-factor authentication.',
    isFor: () => true,
    isDone: (reader, { userId }) =>
      sql`exists (select 1 ${fromVisible(reader, User, [sql`id = ${userId}`, sql`second_factor_at is not null`])})`,
  },
  {
    key: 'TEAM',
    description: 'Invite a colleague.',
    isFor: mayReadMembers,
    isDone: (reader, { userId }) => sql`exists (select 1 ${fromVisible(reader, User, [sql`id <> ${userId}`])})`,
  },
];
