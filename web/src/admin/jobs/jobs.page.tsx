import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { FailedJobListDocument } from '../../generated/admin/graphql.ts';
import { InterfaceKey } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { readAll } from '../../shared/list/bulk/read.all.ts';
import { useSelection } from '../../shared/list/bulk/selection.ts';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, RowAction, SearchChange } from '../../shared/list/list.types.ts';
import { PeekActions, PeekFacts, PeekHeading, PeekPart } from '../../shared/list/peek/peek.parts.tsx';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { mayResendEmails } from '../rights.ts';
import { useJobActions, useQueueName, type Job } from './jobs.actions.tsx';

const route = getRouteApi('/admin/jobs');

/** Background jobs that failed in every attempt. */
export function JobsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery({ ...query(FailedJobListDocument, pageOf(search)), placeholderData: keepPreviousData });
  const list = answer.data?.failedJobs;
  const selection = useSelection<Job>(list?.items ?? [], '');
  const { actions, dialog } = useJobActions(selection);
  const nameOf = useQueueName();
  const loadAll = () => readAll(async (part) => (await ask(FailedJobListDocument, part)).failedJobs.items);
  // Most jobs send an email, so the same admins can run them again.
  const allowed = mayResendEmails(useViewer()) ? actions : [];
  return (
    <>
      <List
        title={t('jobs.title')}
        columnsKey={InterfaceKey.ColumnsJobs}
        columns={useColumns()}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        nameOf={({ queue, subject }) => subject ?? nameOf(queue)}
        renderPeek={(id) => <JobPeek job={list?.items.find((job) => job.id === id)} actions={allowed} />}
        {...(allowed.length > 0 && { actions: allowed, selection, loadAll })}
        empty={<EmptyState title={t('jobs.none')}>{t('jobs.noneHint')}</EmptyState>}
      />
      {dialog}
    </>
  );
}

function useColumns(): Column<Job>[] {
  const { t } = useTranslation('admin');
  const nameOf = useQueueName();
  return [
    {
      id: 'kind',
      title: t('jobs.kind'),
      render: ({ queue }) => <NameCell name={nameOf(queue)} />,
    },
    {
      id: 'subject',
      title: t('jobs.subject'),
      width: 240,
      from: 'sm',
      card: 'line',
      render: ({ subject }) => subject,
    },
    {
      id: 'attempts',
      title: t('jobs.attempts'),
      width: 100,
      isNumber: true,
      from: 'md',
      render: ({ retries }) => retries + 1,
    },
    {
      id: 'failed',
      title: t('jobs.failed'),
      width: 110,
      isNumber: true,
      card: 'side',
      render: ({ failedAt }) => <RelativeTime at={failedAt} />,
    },
  ];
}

/** A job beside the list. */
function JobPeek({ job, actions }: { job: Job | undefined; actions: readonly RowAction<Job>[] }) {
  const { t } = useTranslation(['admin', 'common']);
  const nameOf = useQueueName();
  if (!job) return <EmptyState title={t('common:list.noneHere')} />;
  const { id, queue, subject, retries, createdAt, failedAt } = job;
  return (
    <>
      <PeekHeading name={nameOf(queue)} about={subject} state={null} />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('jobs.failed')]: <RelativeTime at={failedAt} form="ago" />,
            [t('jobs.created')]: <RelativeTime at={createdAt} form="ago" />,
            [t('jobs.attempts')]: retries + 1,
            [t('jobs.id')]: id,
          }}
        />
      </PeekPart>
      <PeekActions item={job} actions={actions} />
    </>
  );
}
