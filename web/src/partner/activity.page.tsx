import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { ActivityDocument, type ActivityQuery } from '../generated/partner/graphql.ts';
import { Changes } from '../shared/data/changes.tsx';
import { DataTable, pageVariables, type Column } from '../shared/data/data.table.tsx';
import { useFormat } from '../shared/format.ts';
import { TextLink } from '../shared/layout/links.tsx';
import { PageHeader } from '../shared/layout/page.header.tsx';

type Event = ActivityQuery['auditEvents']['items'][number];

const route = getRouteApi('/partner/activity');
const NEWEST_FIRST = { sortBy: 'occurredAt', sortOrder: 'DESC' } as const;

export function ActivityPage() {
  const { t } = useTranslation('portal');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page, limit } = pageVariables(search, NEWEST_FIRST);
  const answer = useQuery({
    ...query(ActivityDocument, { page, limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t('activity.title')} lead={t('activity.lead')} />
      <DataTable
        label={t('activity.title')}
        columns={useColumns()}
        list={answer.data?.auditEvents}
        answer={answer}
        search={search}
        onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
        defaultSort={NEWEST_FIRST}
      />
    </>
  );
}

function useColumns(): Column<Event, string>[] {
  const { t } = useTranslation(['portal', 'common']);
  const { dateTime } = useFormat();
  return [
    { id: 'when', title: t('activity.when'), render: ({ occurredAt }) => dateTime(occurredAt) },
    {
      id: 'what',
      title: t('activity.what'),
      render: ({ type, targetType, targetId }) => {
        const words = t(`common:action.${type}`, { defaultValue: type });
        return targetType === 'ClientAccount' ? (
          <TextLink to="/partner/clients/$id" params={{ id: targetId }}>
            {words}
          </TextLink>
        ) : (
          words
        );
      },
    },
    { id: 'who', title: t('activity.who'), from: 'sm', render: ({ actorEmail }) => actorEmail },
    {
      id: 'changes',
      title: t('activity.changes'),
      from: 'md',
      // Sessions show their browser only.
      render: ({ type, changes }) => (type.startsWith('SESSION_') ? null : <Changes json={changes} />),
    },
  ];
}
