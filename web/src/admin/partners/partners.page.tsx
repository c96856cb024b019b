import { Group, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { PartnershipType, PartnerTier } from '../../generated/enums.ts';
import { PartnerListDocument, type PartnerPartsFragment } from '../../generated/admin/graphql.ts';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { SearchInput } from '../../shared/data/search.input.tsx';
import { oneOf } from '../../shared/data/search.ts';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';

const route = getRouteApi('/admin/partners');
const NEWEST_FIRST = { sortBy: 'createdAt', sortOrder: 'DESC' } as const;

export function PartnersPage() {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<typeof search>, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const { page, limit } = pageVariables(search, NEWEST_FIRST);
  const answer = useQuery({
    ...query(PartnerListDocument, {
      page,
      limit,
      filter: {
        search: search.search,
        tier: search.tier && [search.tier],
        partnershipType: search.type && [search.type],
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t('partners.title')} />
      <Group mb="md" align="flex-end">
        <SearchInput
          label={t('common:table.search')}
          placeholder={t('partners.searchHint')}
          value={search.search}
          onSearch={(text, isSame) => change({ search: text, page: undefined }, isSame)}
        />
        <NativeSelect
          label={t('partners.tier')}
          value={search.tier ?? ''}
          onChange={({ currentTarget }) => change({ tier: oneOf(PartnerTier, currentTarget.value), page: undefined })}
          data={[
            { value: '', label: t('partners.anyTier') },
            ...Object.values(PartnerTier).map((value) => ({ value, label: t(`common:partnerTier.${value}`) })),
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
      </Group>
      <DataTable
        label={t('partners.title')}
        columns={useColumns()}
        list={answer.data?.partnerAccounts}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
      />
    </>
  );
}

function useColumns(): Column<PartnerPartsFragment, string>[] {
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  return [
    {
      id: 'company',
      title: t('applications.company'),
      render: ({ id, companyName }) => (
        <TextLink to="/admin/partners/$id" params={{ id }} fw={500}>
          {companyName}
        </TextLink>
      ),
    },
    { id: 'email', title: t('partners.owner'), from: 'md', render: ({ adminEmail }) => adminEmail },
    {
      id: 'type',
      title: t('applications.type'),
      from: 'sm',
      render: ({ partnerships }) => partnerships.map(({ type }) => t(`common:partnershipType.${type}`)).join(', '),
    },
    { id: 'tier', title: t('partners.tier'), render: ({ tier }) => t(`common:partnerTier.${tier}`) },
    { id: 'state', title: t('partners.state'), render: ({ isActive }) => <PartnerState isActive={isActive} /> },
    { id: 'since', title: t('partners.since'), from: 'lg', render: ({ createdAt }) => date(createdAt) },
  ];
}

export function PartnerState({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <ToneBadge color={isActive ? 'teal' : 'red'}>{isActive ? t('partners.active') : t('partners.inactive')}</ToneBadge>
  );
}
