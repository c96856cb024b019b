import { Button, Group, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { AuditAction } from '../generated/enums.ts';
import { AuditLogDocument, type AuditLogQuery } from '../generated/admin/graphql.ts';
import { Changes } from '../shared/data/changes.tsx';
import { DataTable, pageVariables, type Column } from '../shared/data/data.table.tsx';
import { oneOf } from '../shared/data/search.ts';
import { useFormat } from '../shared/format.ts';
import { PageHeader } from '../shared/layout/page.header.tsx';
import { useAdmins } from './team/use.admins.ts';

type Event = AuditLogQuery['auditEvents']['items'][number];

const route = getRouteApi('/admin/audit');
const NEWEST_FIRST = { sortBy: 'occurredAt', sortOrder: 'DESC' } as const;

export function AuditPage() {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) });
  const { page, limit } = pageVariables(search, NEWEST_FIRST);
  const answer = useQuery({
    ...query(AuditLogDocument, {
      page,
      limit,
      filter: { types: search.action && [search.action], resellerId: search.partner },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <Group mb="md" align="flex-end">
        <NativeSelect
          label={t('audit.what')}
          value={search.action ?? ''}
          onChange={({ currentTarget }) => change({ action: oneOf(AuditAction, currentTarget.value), page: undefined })}
          data={[{ value: '', label: t('audit.any') }, ...useActions()]}
        />
        {search.partner && (
          <Button variant="default" onClick={() => change({ partner: undefined, page: undefined })}>
            {t('audit.allPartners')}
          </Button>
        )}
      </Group>
      <DataTable
        label={t('audit.title')}
        columns={useColumns()}
        list={answer.data?.auditEvents}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
      />
    </>
  );
}

/** Sorted by label. */
function useActions(): { value: AuditAction; label: string }[] {
  const { t, i18n } = useTranslation('common');
  return Object.values(AuditAction)
    .map((value) => ({ value, label: t(`action.${value}`) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
}

function useColumns(): Column<Event, string>[] {
  const { t } = useTranslation(['admin', 'common']);
  const { dateTime } = useFormat();
  const { admins } = useAdmins();
  const nameOf = (id: string) => admins.find((admin) => admin.id === id)?.name;
  return [
    { id: 'when', title: t('audit.when'), render: ({ occurredAt }) => dateTime(occurredAt) },
    {
      id: 'what',
      title: t('audit.what'),
      render: ({ type }) => t(`common:action.${type}`, { defaultValue: type }),
    },
    { id: 'who', title: t('audit.who'), from: 'sm', render: ({ actorEmail }) => actorEmail },
    { id: 'from', title: t('audit.from'), from: 'lg', render: ({ ipAddress }) => ipAddress },
    {
      id: 'changes',
      title: t('audit.changes'),
      from: 'md',
      render: ({ changes }) => <Changes json={changes} nameOf={nameOf} />,
    },
  ];
}
