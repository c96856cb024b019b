import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActivityExport } from '../activity/activity.export.tsx';
import { ActivityFilters } from '../activity/activity.filters.tsx';
import { ActivityList } from '../activity/activity.list.tsx';
import { filterOf } from '../activity/activity.search.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { PageHeader } from '../shared/layout/page/page.header.tsx';
import { adminLink } from './object.link.tsx';
import { useAdmins } from './team/use.admins.ts';

const route = getRouteApi('/admin/audit');

export function AuditPage() {
  const { t } = useTranslation(['admin', 'activity']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { admins } = useAdmins();
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title={t('audit.title')}
        lead={t('audit.lead')}
        actions={<ActivityExport filter={filterOf(search)} />}
      />
      <ActivityFilters
        search={search}
        onSearch={(changes, replace = false) =>
          void navigate({ search: (before) => ({ ...before, ...changes }), replace })
        }
        people={admins}
      />
      <ActivityList
        label={t('audit.title')}
        filter={filterOf(search)}
        link={adminLink}
        showsPartner
        empty={isFiltered ? <EmptyState title={t('activity:noneMatch')} /> : undefined}
      />
    </>
  );
}
