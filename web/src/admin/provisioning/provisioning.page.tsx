import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { FailedProvisioningListDocument } from '../../generated/admin/graphql.ts';
import { InterfaceKey } from '../../generated/enums.ts';
import { ProvisioningState, useReason } from '../../provisioning/provisioning.state.tsx';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { readAll } from '../../shared/list/bulk/read.all.ts';
import { useSelection } from '../../shared/list/bulk/selection.ts';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, SearchChange, Tab } from '../../shared/list/list.types.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { mayManagePartners } from '../rights.ts';
import { useProvisioningActions, type Failed } from './provisioning.actions.tsx';
import { ProvisioningPeek } from './provisioning.peek.tsx';
import { filterOf } from './provisioning.search.ts';

const route = getRouteApi('/admin/provisioning');

/** Clients that the product does not have as they are here, or had in a newer version. */
export function ProvisioningPage() {
  const { t } = useTranslation(['provisioning', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const filter = filterOf(search);
  const answer = useQuery({
    ...query(FailedProvisioningListDocument, { ...pageOf(search), filter }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.failedProvisionings;
  const selection = useSelection<Failed>(list?.items ?? [], JSON.stringify(filter));
  const { actions, dialog } = useProvisioningActions(selection);
  const loadAll = () =>
    readAll(async (part) => (await ask(FailedProvisioningListDocument, { ...part, filter })).failedProvisionings.items);
  const allowed = mayManagePartners(useViewer()) ? actions : [];
  return (
    <>
      <List
        title={t('list.title')}
        columnsKey={InterfaceKey.ColumnsProvisionings}
        columns={useColumns()}
        tabs={useTabs()}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        nameOf={({ client }) => client.companyName}
        renderPeek={(id) => <ProvisioningPeek failed={list?.items.find((each) => each.id === id)} actions={allowed} />}
        {...(allowed.length > 0 && { actions: allowed, selection, loadAll })}
        empty={<EmptyState title={t('list.none')}>{t('list.noneHint')}</EmptyState>}
      />
      {dialog}
    </>
  );
}

function useTabs(): Tab[] {
  const { t } = useTranslation('provisioning');
  return [
    { id: undefined, label: t('list.all') },
    { id: 'FAILED', label: t('list.failed') },
    { id: 'OVERTAKEN', label: t('list.overtaken') },
  ];
}

function useColumns(): Column<Failed>[] {
  const { t } = useTranslation('provisioning');
  const reasonOf = useReason();
  return [
    {
      id: 'client',
      title: t('list.client'),
      render: ({ id, client, partner }) => (
        <NameCell name={client.companyName}>
          <TextLink to="/admin/partners/$id/clients/$clientId" params={{ id: partner?.id ?? '', clientId: id }}>
            {client.companyName}
          </TextLink>
        </NameCell>
      ),
    },
    {
      id: 'partner',
      title: t('list.partner'),
      width: 180,
      from: 'sm',
      card: 'line',
      render: ({ partner }) => partner?.companyName,
    },
    {
      id: 'status',
      title: t('list.state'),
      width: 150,
      card: 'line',
      render: ({ status }) => <ProvisioningState status={status} />,
    },
    {
      id: 'reason',
      title: t('list.reason'),
      width: 300,
      from: 'md',
      render: (failed) => reasonOf(failed) ?? (failed.overtakenAt == null ? undefined : t('list.newer')),
    },
    { id: 'detail', title: t('detail'), width: 300, isExtra: true, render: ({ detail }) => detail },
    { id: 'tries', title: t('list.tries'), width: 100, isNumber: true, isExtra: true, render: ({ tries }) => tries },
    {
      id: 'since',
      title: t('list.since'),
      width: 110,
      isNumber: true,
      card: 'side',
      render: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
    },
  ];
}
