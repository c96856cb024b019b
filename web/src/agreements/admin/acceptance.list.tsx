import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import {
  AgreementAcceptancesDocument,
  ExportAcceptancesDocument,
  type AgreementAcceptancesQuery,
} from '../../generated/agreements/graphql.ts';
import { AcceptanceStatus, InterfaceKey } from '../../generated/enums.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { ExportButton } from '../../shared/list/export.button.tsx';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, SearchChange } from '../../shared/list/list.types.ts';
import { State } from '../../shared/marks/state.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import type { AcceptancesSearch } from '../agreements.search.ts';
import classes from '../agreements.module.css';

type Standing = AgreementAcceptancesQuery['agreementAcceptances']['items'][number];

/** Partners that have agreed to a version of an agreement, and those that have not yet. */
export function AcceptanceList({ agreementId }: { agreementId: string }) {
  const { t } = useTranslation(['agreements', 'common']);
  const params: AcceptancesSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace });
  const { search, status } = params;
  const filter = { agreementId, search, status: status && [status] };
  const answer = useQuery({
    ...query(AgreementAcceptancesDocument, { filter, ...pageOf(params) }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.agreementAcceptances;
  const { missing, accepted } = list?.counts ?? {};
  return (
    <>
      <div className={classes['buttons']}>
        <ExportButton
          request={async (language) =>
            (await ask(ExportAcceptancesDocument, { filter, language })).exportAgreementAcceptances
          }
        />
      </div>
      <List
        isPart
        title={t('tab.acceptances')}
        columnsKey={InterfaceKey.ColumnsAcceptances}
        columns={useColumns()}
        tabs={[
          { id: undefined, label: t('common:list.all'), count: list && list.counts.missing + list.counts.accepted },
          { id: AcceptanceStatus.Missing, label: t('acceptance.MISSING'), count: missing },
          { id: AcceptanceStatus.Accepted, label: t('acceptance.ACCEPTED'), count: accepted },
        ]}
        searchHint={t('searchHint')}
        list={list}
        answer={answer}
        search={params}
        onSearch={change}
        nameOf={({ companyName }) => companyName}
        empty={<EmptyState title={t('noAcceptances')}>{t('noAcceptancesHint')}</EmptyState>}
      />
    </>
  );
}

function useColumns(): Column<Standing>[] {
  const { t } = useTranslation('agreements');
  return [
    {
      id: 'company',
      title: t('company'),
      render: ({ partnerId, companyName }) => (
        <TextLink to="/admin/partners/$id" params={{ id: partnerId }}>
          {companyName}
        </TextLink>
      ),
    },
    {
      id: 'status',
      title: t('state'),
      width: 170,
      card: 'line',
      render: ({ status }) => (
        <State shape={status === AcceptanceStatus.Accepted ? 'tick' : 'dashed'}>{t(`acceptance.${status}`)}</State>
      ),
    },
    {
      id: 'version',
      title: t('versionTitle'),
      width: 90,
      isNumber: true,
      render: ({ versionNumber }) => versionNumber,
    },
    {
      id: 'by',
      title: t('acceptedBy'),
      width: 240,
      from: 'md',
      render: ({ name, title }) => (name == null ? null : `${name}, ${title}`),
    },
    { id: 'address', title: t('ipAddress'), width: 140, isExtra: true, render: ({ ipAddress }) => ipAddress },
    {
      id: 'accepted',
      title: t('acceptedAt'),
      width: 110,
      isNumber: true,
      from: 'sm',
      card: 'side',
      render: ({ acceptedAt }) => acceptedAt && <RelativeTime at={acceptedAt} />,
    },
  ];
}
