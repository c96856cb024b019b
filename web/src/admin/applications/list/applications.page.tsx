import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { PartnerApplicationSortField as Sort } from '../../../generated/enums.ts';
import { ApplicationListDocument, type ApplicationListQuery } from '../../../generated/admin/graphql.ts';
import { stateOf } from '../../../shared/data/application.state.ts';
import { DataTable, pageVariables, type Column } from '../../../shared/data/data.table.tsx';
import { useFormat } from '../../../shared/format.ts';
import { TextLink } from '../../../shared/layout/links.tsx';
import { PageHeader } from '../../../shared/layout/page.header.tsx';
import { useViewer } from '../../../session/session.store.ts';
import { StatusBadge } from '../../../shared/data/status.badge.tsx';
import { mayReview } from '../../rights.ts';
import { NEWEST_FIRST, orderVariables, type ApplicationsSearch } from './applications.search.ts';
import { BulkChange } from './bulk.change.tsx';
import { ExportButton } from './export.button.tsx';
import { Filters } from './filters.tsx';

type Item = ApplicationListQuery['partnerApplications']['items'][number];

const route = getRouteApi('/admin/applications');

export function ApplicationsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const reviews = mayReview(useViewer());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const change = (changes: Partial<ApplicationsSearch>, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const { page, limit } = pageVariables(search, NEWEST_FIRST);
  const answer = useQuery({
    ...query(ApplicationListDocument, { page, limit, ...orderVariables(search) }),
    placeholderData: keepPreviousData,
  });
  // Only visible rows, so that no one changes unseen ones.
  const selected = answer.data?.partnerApplications.items.filter(({ id }) => chosen.has(id)) ?? [];
  return (
    <>
      <PageHeader title={t('applications.title')} actions={reviews && <ExportButton search={search} />} />
      <Filters search={search} onChange={change} />
      {reviews && <BulkChange applications={selected} onDone={() => setChosen(new Set())} />}
      <DataTable
        label={t('applications.title')}
        columns={useColumns(search)}
        list={answer.data?.partnerApplications}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
        {...(reviews && {
          selection: {
            selected,
            onSelect: (items: Item[]) => setChosen(new Set(items.map(({ id }) => id))),
            nameOf: ({ companyName }: Item) => companyName,
          },
        })}
      />
    </>
  );
}

function useColumns(search: ApplicationsSearch): Column<Item, Sort>[] {
  const { t } = useTranslation(['admin', 'common']);
  const { dateTime } = useFormat();
  return [
    {
      id: 'company',
      title: t('applications.company'),
      sortBy: Sort.CompanyName,
      render: ({ id, companyName }) => (
        <TextLink to="/admin/applications/$id" params={{ id }} search={search} fw={500}>
          {companyName}
        </TextLink>
      ),
    },
    { id: 'contact', title: t('applications.contact'), from: 'md', render: ({ contactName }) => contactName },
    {
      id: 'type',
      title: t('applications.type'),
      sortBy: Sort.PartnershipType,
      from: 'sm',
      render: ({ partnershipType }) => t(`common:partnershipType.${partnershipType}`),
    },
    {
      id: 'size',
      title: t('applications.size'),
      from: 'lg',
      noWrap: true,
      render: ({ companySize }) => t(`common:companySize.${companySize}`),
    },
    {
      id: 'status',
      title: t('applications.status'),
      sortBy: Sort.Status,
      render: (application) => <StatusBadge state={stateOf(application)} />,
    },
    {
      id: 'assignee',
      title: t('applications.assignee'),
      from: 'lg',
      render: ({ assignee }) => assignee?.name ?? '–',
    },
    {
      id: 'submitted',
      title: t('applications.submitted'),
      sortBy: Sort.CreatedAt,
      from: 'xs',
      render: ({ createdAt }) => dateTime(createdAt),
    },
  ];
}
