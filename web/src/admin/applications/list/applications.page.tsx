import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InterfaceKey, ListName } from '../../../generated/enums.ts';
import { ask, query } from '../../../api/ask.ts';
import {
  ApplicationListDocument,
  ExportApplicationsDocument,
  type ApplicationListQuery,
} from '../../../generated/admin/graphql.ts';
import { useViewer } from '../../../session/session.store.ts';
import { EmptyState } from '../../../shared/data/empty.state.tsx';
import { ExportButton } from '../../../shared/list/export.button.tsx';
import { SavedViews } from '../../../shared/list/views/saved.views.tsx';
import { List, pageOf } from '../../../shared/list/list.tsx';
import type { SearchChange, Tab } from '../../../shared/list/list.types.ts';
import { readAll } from '../../../shared/list/bulk/read.all.ts';
import { useSelection } from '../../../shared/list/bulk/selection.ts';
import { mayReview } from '../../rights.ts';
import { loadApplication } from '../application.loading.ts';
import { useApplicationColumns, type ApplicationItem } from './application.columns.tsx';
import { useApplicationFilters } from './application.filters.tsx';
import { ApplicationPeek } from './application.peek.tsx';
import { defaultSort, orderVariables, STATES } from './applications.search.ts';
import { useBulkActions } from './bulk.actions.tsx';

const route = getRouteApi('/admin/applications');

export function ApplicationsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const reviews = mayReview(useViewer());
  const variables = orderVariables(search);
  const answer = useQuery({
    ...query(ApplicationListDocument, { ...pageOf(search), ...variables }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.partnerApplications;
  const selection = useSelection<ApplicationItem>(list?.items ?? [], JSON.stringify(variables.filter));
  const { actions, dialogs } = useBulkActions(selection);
  const loadAll = () =>
    readAll(async (part) => (await ask(ApplicationListDocument, { ...variables, ...part })).partnerApplications.items);
  const open = (id: string) =>
    void navigate({ to: '/admin/applications/$id', params: { id }, search: { ...search, peek: undefined } });
  return (
    <>
      <List
        title={t('applications.title')}
        columnsKey={InterfaceKey.ColumnsApplications}
        views={<SavedViews list={ListName.Applications} search={search} onSearch={change} />}
        buttons={
          reviews && (
            <ExportButton
              request={async (language) =>
                (await ask(ExportApplicationsDocument, { ...variables, language })).exportPartnerApplications
              }
            />
          )
        }
        columns={useApplicationColumns(search)}
        tabs={useTabs(list?.counts)}
        filters={useApplicationFilters(search)}
        searchHint={t('applications.searchHint')}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={defaultSort(search)}
        nameOf={({ companyName }) => companyName}
        onOpen={open}
        onAhead={loadApplication}
        renderPeek={(id, next) => (
          <ApplicationPeek
            key={id}
            id={id}
            next={next && { ...next.item, open: next.open }}
            isSelecting={selection.items.length > 0}
          />
        )}
        {...(reviews && { actions, selection, loadAll })}
        empty={<EmptyState title={t('applications.none')}>{t('applications.noneHint')}</EmptyState>}
      />
      {dialogs}
    </>
  );
}

function useTabs(counts: ApplicationListQuery['partnerApplications']['counts'] | undefined): Tab[] {
  const { t } = useTranslation(['admin', 'common']);
  const { pending, reviewing, approved, rejected, withdrawn } = counts ?? {};
  const sum = (...parts: (number | undefined)[]) =>
    counts && parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  const countOf = {
    UNDECIDED: sum(pending, reviewing),
    PENDING: pending,
    REVIEWING: reviewing,
    APPROVED: approved,
    REJECTED: rejected,
    WITHDRAWN: withdrawn,
  };
  return [
    ...STATES.map((state) => ({
      id: state,
      label: state === 'UNDECIDED' ? t('applications.undecided') : t(`common:applicationStatus.${state}`),
      count: countOf[state],
    })),
    { id: undefined, label: t('common:list.all'), count: sum(pending, reviewing, approved, rejected, withdrawn) },
  ];
}
