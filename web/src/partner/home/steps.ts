import type { LinkProps } from '@tanstack/react-router';
import type { HomeClientsQuery, HomeTeamQuery } from '../../generated/partner/graphql.ts';
import type { Viewer } from '../../session/session.store.ts';
import { mayChangeClients, mayManageMembers } from '../rights.ts';

export interface Step {
  name: 'factor' | 'team' | 'client' | 'access';
  isDone: boolean;
  to: NonNullable<LinkProps['to']>;
}

/** Undefined if the user may not see them. */
export interface HomeFacts {
  clients: HomeClientsQuery | undefined;
  team: HomeTeamQuery | undefined;
}

/** The first steps of a partner's user. Facts tick them; nothing is stored. */
export function stepsOf(viewer: Viewer, { clients, team }: HomeFacts): Step[] {
  const { active = 0, suspended = 0, canceled = 0 } = clients?.clientAccounts.counts ?? {};
  const managesClients = mayChangeClients(viewer);
  const steps: (Step | false)[] = [
    { name: 'factor', isDone: viewer.secondFactorAt != null, to: '/partner/settings' },
    mayManageMembers(viewer) && { name: 'team', isDone: (team?.members.items.length ?? 0) > 1, to: '/partner/members' },
    managesClients && { name: 'client', isDone: active + suspended + canceled > 0, to: '/partner/clients' },
    managesClients && {
      name: 'access',
      isDone: (clients?.clientAccessSessions.items.length ?? 0) > 0,
      to: '/partner/clients',
    },
  ];
  return steps.filter((step) => step !== false);
}
