import { Button, Group, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import {
  ApplicationStatus,
  CompanySize,
  PartnershipType,
  PartnerApplicationSortField as Sort,
} from '../../generated/enums.ts';
import { ApplicationListDocument, type ApplicationListQuery } from '../../generated/admin/graphql.ts';
import { DataTable, pageVariables, type Column } from '../../shared/data.table.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/links.tsx';
import { PageHeader } from '../../shared/page.header.tsx';
import { SearchInput } from '../../shared/search.input.tsx';
import { oneOf } from '../../shared/search.ts';
import { StatusBadge } from '../../shared/status.badge.tsx';

type Item = ApplicationListQuery['partnerApplications']['items'][number];

const route = getRouteApi('/admin/applications');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

export function ApplicationsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  const { data, error, isFetching } = useQuery({
    ...query(ApplicationListDocument, {
      ...pageVariables(search, NEWEST_FIRST),
      filter: {
        search: search.search,
        status: search.status && [search.status],
        partnershipType: search.type && [search.type],
        companySize: search.size && [search.size],
        createdFrom: search.createdFrom,
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t('applications.title')} />
      <Group mb="md" align="flex-end">
        <SearchInput
          label={t('common:table.search')}
          placeholder={t('applications.searchHint')}
          value={search.search}
          onSearch={(text) => change({ search: text, page: undefined })}
        />
        <NativeSelect
          label={t('applications.status')}
          value={search.status ?? ''}
          onChange={({ currentTarget }) =>
            change({ status: oneOf(ApplicationStatus, currentTarget.value), page: undefined })
          }
          data={[
            { value: '', label: t('applications.anyStatus') },
            ...Object.values(ApplicationStatus).map((value) => ({
              value,
              label: t(`common:applicationStatus.${value}`),
            })),
          ]}
        />
        <NativeSelect
          label={t('applications.type')}
          value={search.type ?? ''}
          onChange={({ currentTarget }) =>
            change({ type: oneOf(PartnershipType, currentTarget.value), page: undefined })
          }
          data={[
            { value: '', label: t('applications.anyType') },
            ...Object.values(PartnershipType).map((value) => ({ value, label: t(`common:partnershipType.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('applications.size')}
          value={search.size ?? ''}
          onChange={({ currentTarget }) => change({ size: oneOf(CompanySize, currentTarget.value), page: undefined })}
          data={[
            { value: '', label: t('applications.anySize') },
            ...Object.values(CompanySize).map((value) => ({ value, label: t(`common:companySize.${value}`) })),
          ]}
        />
        {search.createdFrom && (
          <Button variant="default" onClick={() => change({ createdFrom: undefined, page: undefined })}>
            {t('applications.since', { date: date(search.createdFrom) })}
          </Button>
        )}
      </Group>
      <DataTable
        label={t('applications.title')}
        columns={useColumns()}
        list={data?.partnerApplications}
        isFetching={isFetching}
        error={error}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
      />
    </>
  );
}

function useColumns(): Column<Item, Sort>[] {
  const { t } = useTranslation(['admin', 'common']);
  const { dateTime } = useFormat();
  return [
    {
      id: 'company',
      title: t('applications.company'),
      sortBy: Sort.CompanyName,
      render: ({ id, companyName }) => (
        <TextLink to="/admin/applications/$id" params={{ id }} fw={500}>
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
      render: ({ companySize }) => t(`common:companySize.${companySize}`),
    },
    {
      id: 'status',
      title: t('applications.status'),
      sortBy: Sort.Status,
      render: ({ status }) => <StatusBadge status={status} />,
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
