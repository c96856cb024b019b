import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { CompanyChangeListDocument, type CompanyChangePartsFragment } from '../../generated/company/graphql.ts';
import { CompanyChangeStatus, InterfaceKey } from '../../generated/enums.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { fromList } from '../../shared/data/search.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, SearchChange, Tab } from '../../shared/list/list.types.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { ChangeState } from '../change.state.tsx';
import { useChangedNames } from '../details.ts';
import { ChangePeek } from './change.peek.tsx';
import { listed, type ChangesSearch } from './changes.search.ts';

const route = getRouteApi('/admin/company-changes');

/** Changes of company data that partners asked for. What waits comes first, oldest at the top. */
export function CompanyChangesPage() {
  const { t } = useTranslation('company');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery({
    ...query(CompanyChangeListDocument, { ...pageOf(search), ...listed(search) }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.companyChanges;
  return (
    <List
      title={t('review.title')}
      columnsKey={InterfaceKey.ColumnsCompanyChanges}
      columns={useColumns(search)}
      tabs={useTabs(list?.counts)}
      list={list}
      answer={answer}
      search={search}
      onSearch={change}
      nameOf={({ before }) => before.companyName}
      onOpen={(id) => void navigate({ to: '/admin/company-changes/$id', params: { id }, search: fromList(search) })}
      renderPeek={(id) => (
        <ChangePeek change={list?.items.find((each) => each.id === id)} list={fromList(search).list} />
      )}
      empty={<EmptyState title={t('review.none')}>{t('review.noneHint')}</EmptyState>}
    />
  );
}

interface Counts {
  pending: number;
  approved: number;
  rejected: number;
  withdrawn: number;
}

function useTabs(counts: Counts | undefined): Tab[] {
  const { t } = useTranslation(['company', 'common']);
  const { pending, approved, rejected, withdrawn } = counts ?? {};
  const all = counts && counts.pending + counts.approved + counts.rejected + counts.withdrawn;
  const status = (id: CompanyChangeStatus) => t(`common:applicationStatus.${id}`);
  const { Pending, Approved, Rejected, Withdrawn } = CompanyChangeStatus;
  return [
    { id: undefined, label: status(Pending), count: pending },
    { id: Approved, label: status(Approved), count: approved },
    { id: Rejected, label: status(Rejected), count: rejected },
    { id: Withdrawn, label: status(Withdrawn), count: withdrawn },
    { id: 'ALL', label: t('common:list.all'), count: all },
  ];
}

function useColumns(search: ChangesSearch): Column<CompanyChangePartsFragment>[] {
  const { t } = useTranslation('company');
  const namesOf = useChangedNames();
  return [
    {
      id: 'company',
      title: t('review.company'),
      render: ({ id, before }) => (
        <NameCell name={before.companyName}>
          <TextLink to="/admin/company-changes/$id" params={{ id }} search={fromList(search)}>
            {before.companyName}
          </TextLink>
        </NameCell>
      ),
    },
    { id: 'fields', title: t('review.fields'), width: 300, from: 'md', render: (change) => namesOf(change) },
    { id: 'by', title: t('review.by'), width: 180, from: 'lg', render: ({ requestedBy }) => requestedBy },
    {
      id: 'status',
      title: t('review.status'),
      width: 150,
      card: 'line',
      render: ({ status }) => <ChangeState status={status} />,
    },
    {
      id: 'since',
      title: t('review.since'),
      width: 110,
      isNumber: true,
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
