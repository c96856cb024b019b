import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActivityExport } from '../activity/activity.export.tsx';
import { ActivityFilters } from '../activity/activity.filters.tsx';
import { ActivityList } from '../activity/activity.list.tsx';
import { filterOf } from '../activity/activity.search.ts';
import { query } from '../api/ask.ts';
import { MembersDocument } from '../generated/partner/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { PageHeader } from '../shared/layout/page/page.header.tsx';
import { partnerLink } from './object.link.tsx';
import { mayManageMembers, maySeeClients } from './rights.ts';

const route = getRouteApi('/partner/activity');

export function ActivityPage() {
  const { t } = useTranslation(['portal', 'activity']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title={t('activity.title')}
        lead={t('activity.lead')}
        actions={<ActivityExport filter={filterOf(search)} />}
      />
      <ActivityFilters
        search={search}
        onSearch={(changes, replace = false) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace })
        }
        people={usePeople()}
        without={maySeeClients(useViewer()) ? OURS : [...OURS, 'clients', 'access']}
      />
      <ActivityList
        label={t('activity.title')}
        filter={filterOf(search)}
        link={partnerLink}
        empty={isFiltered ? <EmptyState title={t('activity:noneMatch')} /> : undefined}
      />
    </>
  );
}

/** Kinds of actions that no partner sees. */
const OURS = ['applications', 'system'] as const;

/** Only owners see the team. Everyone finds their own activity. */
function usePeople(): { id: string; name: string }[] {
  const viewer = useViewer();
  const isOwner = mayManageMembers(viewer);
  const { data } = useQuery({ ...query(MembersDocument, { page: 1, limit: 100 }), enabled: isOwner });
  return data?.members.items ?? [viewer];
}
