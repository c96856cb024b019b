import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InterfaceKey, ListName } from '../../generated/enums.ts';
import { ask, query } from '../../api/ask.ts';
import { ExportMailsDocument, MailListDocument } from '../../generated/admin/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { ExportButton } from '../../shared/list/export.button.tsx';
import { SavedViews } from '../../shared/list/views/saved.views.tsx';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, Filter, SearchChange } from '../../shared/list/list.types.ts';
import { readAll } from '../../shared/list/bulk/read.all.ts';
import { useSelection } from '../../shared/list/bulk/selection.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { PeekFacts, PeekFoot, PeekHeading, PeekPart } from '../../shared/list/peek/peek.parts.tsx';
import { State } from '../../shared/marks/state.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { useViewer } from '../../session/session.store.ts';
import { mayResendEmails } from '../rights.ts';
import { useFailureText } from './failure.reason.ts';
import { MAIL_SHAPES, MailState } from './mail.state.tsx';
import { useMailActions, type Mail } from './mails.actions.tsx';
import { FAILED, type MailsSearch } from './mails.search.ts';

const route = getRouteApi('/admin/mails');

export function MailsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const state = search.status ?? FAILED;
  const filter = {
    search: search.search,
    createdFrom: search.createdFrom,
    createdTo: search.createdTo,
    ...(state === 'ALL' ? {} : { status: [state] }),
  };
  const answer = useQuery({
    ...query(MailListDocument, { ...pageOf(search), filter }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.emailMessages;
  const selection = useSelection<Mail>(list?.items ?? [], JSON.stringify(filter));
  const { actions, dialog } = useMailActions(selection);
  const loadAll = () => readAll(async (part) => (await ask(MailListDocument, { filter, ...part })).emailMessages.items);
  const mayResend = mayResendEmails(useViewer());
  const { failed, queued, heldBack } = list?.counts ?? {};
  const find = (id: string) => list?.items.find((mail) => mail.id === id);
  const open = (id: string) => {
    const applicationId = find(id)?.applicationId;
    if (applicationId) void navigate({ to: '/admin/applications/$id', params: { id: applicationId } });
  };
  return (
    <>
      <List
        title={t('mails.title')}
        columnsKey={InterfaceKey.ColumnsEmails}
        views={<SavedViews list={ListName.Emails} search={search} onSearch={change} />}
        buttons={
          <ExportButton
            request={async (language) => (await ask(ExportMailsDocument, { filter, language })).exportEmailMessages}
          />
        }
        columns={useColumns()}
        tabs={[
          { id: undefined, label: t('mails.states.FAILED'), count: failed },
          { id: 'QUEUED', label: t('mails.states.QUEUED'), count: queued },
          ...(heldBack ? [{ id: 'HELD_BACK', label: t('mail.status.HELD_BACK'), count: heldBack }] : []),
          { id: 'SENT', label: t('mails.states.SENT') },
          { id: 'ALL', label: t('common:list.all') },
        ]}
        filters={useFilters(search)}
        searchHint={t('mails.searchHint')}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        nameOf={({ recipient }) => recipient}
        onOpen={open}
        renderPeek={(id) => <MailPeek mail={find(id)} />}
        {...(mayResend && { actions, selection, loadAll })}
        empty={<EmptyState title={t(`mails.none.${state}`)} />}
      />
      {dialog}
    </>
  );
}

function useFilters({ createdFrom, createdTo }: MailsSearch): Filter[] {
  const { t } = useTranslation('admin');
  return [
    {
      kind: 'range',
      id: 'written',
      label: t('mails.written'),
      from: createdFrom,
      to: createdTo,
      change: (from, to) => ({ createdFrom: from, createdTo: to }),
    },
  ];
}

function useColumns(): Column<Mail>[] {
  const { t } = useTranslation('admin');
  const reasonOf = useFailureText();
  return [
    {
      id: 'recipient',
      title: t('mails.recipient'),
      render: ({ recipient, applicationId }) => (
        <NameCell name={recipient} kind="person">
          {applicationId ? (
            <TextLink to="/admin/applications/$id" params={{ id: applicationId }}>
              {recipient}
            </TextLink>
          ) : (
            recipient
          )}
        </NameCell>
      ),
    },
    {
      id: 'mail',
      title: t('mails.mail'),
      width: 240,
      from: 'sm',
      card: 'line',
      render: ({ template }) => t(`mail.template.${template}`, { defaultValue: template }),
    },
    {
      id: 'state',
      title: t('mails.state'),
      width: 150,
      card: 'line',
      render: ({ status }) => <State shape={MAIL_SHAPES[status]}>{t(`mail.status.${status}`)}</State>,
    },
    {
      id: 'error',
      title: t('mails.error'),
      width: 260,
      from: 'lg',
      render: ({ lastError }) => lastError && <span title={lastError}>{reasonOf(lastError)}</span>,
    },
    {
      id: 'written',
      title: t('mails.written'),
      width: 90,
      isNumber: true,
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}

/** An email beside the list: why it failed, and sending it again. */
function MailPeek({ mail }: { mail: Mail | undefined }) {
  const { t } = useTranslation(['admin', 'common']);
  if (!mail) return <EmptyState title={t('common:list.noneHere')} />;
  const { recipient, template, status, createdAt, sentAt, applicationId } = mail;
  return (
    <>
      <PeekHeading
        name={recipient}
        kind="person"
        about={t(`mail.template.${template}`, { defaultValue: template })}
        state={
          <State shape={MAIL_SHAPES[status]} isSoft>
            {t(`mail.status.${status}`)}
          </State>
        }
      />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('mails.written')]: <RelativeTime at={createdAt} form="ago" />,
            [t('mails.sent')]: sentAt && <RelativeTime at={sentAt} form="ago" />,
          }}
        />
        <MailState email={mail} hasKey />
      </PeekPart>
      {applicationId && (
        <PeekFoot>
          <TextLink to="/admin/applications/$id" params={{ id: applicationId }}>
            {t('mails.toApplication')}
          </TextLink>
        </PeekFoot>
      )}
    </>
  );
}
