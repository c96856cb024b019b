import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { PartnershipType, PartnerTier, InterfaceKey, ListName } from '../../generated/enums.ts';
import {
  ExportPartnersDocument,
  PartnerListDocument,
  type PartnerPartsFragment,
} from '../../generated/admin/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { fromList, listOf } from '../../shared/data/search.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { ExportButton } from '../../shared/list/export.button.tsx';
import { SavedViews } from '../../shared/list/views/saved.views.tsx';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, Filter, SearchChange } from '../../shared/list/list.types.ts';
import { readAll } from '../../shared/list/bulk/read.all.ts';
import { useSelection } from '../../shared/list/bulk/selection.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { useViewer } from '../../session/session.store.ts';
import { Problem } from '../../shared/problem.tsx';
import { mayManagePartners } from '../rights.ts';
import { useAdmins } from '../team/use.admins.ts';
import { usePartnerActions } from './partners.actions.tsx';
import { PartnerPeek } from './partner.peek.tsx';
import { PartnerState } from './partner.state.tsx';
import { filterOf, type PartnersSearch } from './partners.search.ts';

const route = getRouteApi('/admin/partners');

export function PartnersPage() {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const filter = filterOf(search);
  const answer = useQuery({
    ...query(PartnerListDocument, { ...pageOf(search), filter }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.partnerAccounts;
  const selection = useSelection<PartnerPartsFragment>(list?.items ?? [], JSON.stringify(filter));
  const { actions, dialogs } = usePartnerActions(selection);
  const loadAll = () =>
    readAll(async (part) => (await ask(PartnerListDocument, { filter, ...part })).partnerAccounts.items);
  const mayManage = mayManagePartners(useViewer());
  const { active, deactivated } = list?.counts ?? {};
  return (
    <>
      <List
        title={t('partners.title')}
        columnsKey={InterfaceKey.ColumnsPartners}
        views={<SavedViews list={ListName.Partners} search={search} onSearch={change} />}
        buttons={
          <ExportButton
            request={async (language) =>
              (await ask(ExportPartnersDocument, { filter, language })).exportPartnerAccounts
            }
          />
        }
        columns={useColumns(search)}
        tabs={[
          { id: undefined, label: t('common:list.all'), count: list && list.counts.active + list.counts.deactivated },
          { id: 'ACTIVE', label: t('partners.active'), count: active },
          { id: 'DEACTIVATED', label: t('partners.inactive'), count: deactivated },
        ]}
        filters={useFilters(search)}
        searchHint={t('partners.searchHint')}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        nameOf={({ companyName }) => companyName}
        onOpen={(id) => void navigate({ to: '/admin/partners/$id', params: { id }, search: fromList(search) })}
        renderPeek={(id) => (
          <PartnerPeek key={id} id={id} list={fromList(search).list} actions={mayManage ? actions : []} />
        )}
        {...(mayManage && { actions, selection, loadAll })}
        empty={<EmptyState title={t('partners.none')}>{t('partners.noneHint')}</EmptyState>}
      />
      {dialogs}
    </>
  );
}

/** The viewer, other admins, plus the selected ones. */
function useManagers(chosen: readonly string[] = []) {
  const { t } = useTranslation('admin');
  const viewer = useViewer();
  const { admins, error, refetch } = useAdmins();
  const options = [
    { value: viewer.id, label: t('applications.mine') },
    ...admins.filter(({ id }) => id !== viewer.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const former = chosen.filter((id) => !options.some(({ value }) => value === id));
  return {
    options: [...options, ...former.map((value) => ({ value, label: t('applications.formerAdmin') }))],
    problem: <Problem error={error} retry={refetch} />,
  };
}

function useFilters(search: PartnersSearch): Filter[] {
  const { t } = useTranslation(['admin', 'common']);
  return [
    {
      kind: 'choices',
      id: 'tier',
      label: t('partners.tier'),
      options: Object.values(PartnerTier).map((value) => ({ value, label: t(`common:partnerTier.${value}`) })),
      values: listOf(search.tier) ?? [],
      change: (tier) => ({ tier }),
    },
    {
      kind: 'choices',
      id: 'type',
      label: t('applications.type'),
      options: Object.values(PartnershipType).map((value) => ({ value, label: t(`common:partnershipType.${value}`) })),
      values: listOf(search.type) ?? [],
      change: (type) => ({ type }),
    },
    {
      kind: 'choices',
      id: 'manager',
      label: t('partners.manager'),
      ...useManagers(listOf(search.manager)),
      values: listOf(search.manager) ?? [],
      change: (manager) => ({ manager }),
    },
    {
      kind: 'choices',
      id: 'lacksManager',
      label: t('partners.lacksManager'),
      isSingle: true,
      options: [{ value: 'true', label: t('common:change.yes') }],
      values: search.lacksManager ? ['true'] : [],
      change: (values) => ({ lacksManager: values ? true : undefined }),
    },
    {
      kind: 'range',
      id: 'since',
      label: t('partners.since'),
      from: search.createdFrom,
      to: search.createdTo,
      change: (createdFrom, createdTo) => ({ createdFrom, createdTo }),
    },
  ];
}

function useColumns(search: PartnersSearch): Column<PartnerPartsFragment>[] {
  const { t } = useTranslation(['admin', 'common']);
  return [
    {
      id: 'company',
      title: t('applications.company'),
      render: ({ id, companyName }) => (
        <NameCell name={companyName}>
          <TextLink to="/admin/partners/$id" params={{ id }} search={fromList(search)}>
            {companyName}
          </TextLink>
        </NameCell>
      ),
    },
    { id: 'email', title: t('partners.owner'), width: 240, from: 'lg', render: ({ adminEmail }) => adminEmail },
    {
      id: 'type',
      title: t('applications.type'),
      width: 160,
      from: 'md',
      render: ({ partnerships }) => partnerships.map(({ type }) => t(`common:partnershipType.${type}`)).join(', '),
    },
    {
      id: 'tier',
      title: t('partners.tier'),
      width: 90,
      card: 'line',
      render: ({ tier }) => t(`common:partnerTier.${tier}`),
    },
    {
      id: 'state',
      title: t('partners.state'),
      width: 120,
      card: 'line',
      render: ({ isActive }) => <PartnerState isActive={isActive} />,
    },
    {
      id: 'manager',
      title: t('partners.manager'),
      width: 150,
      from: 'lg',
      render: ({ manager, technicalManager }) => (manager ?? technicalManager)?.name ?? t('partners.noManager'),
    },
    {
      id: 'since',
      title: t('partners.since'),
      width: 100,
      isNumber: true,
      from: 'sm',
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
