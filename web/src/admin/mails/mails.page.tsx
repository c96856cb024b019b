import { NativeSelect, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { MailListDocument, type MailListQuery } from '../../generated/admin/graphql.ts';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { MailState } from './mail.state.tsx';
import { MAIL_STATES } from './mail.states.ts';

type Mail = MailListQuery['emailMessages']['items'][number];

const route = getRouteApi('/admin/mails');
const NEWEST_FIRST = { sortBy: 'createdAt', sortOrder: 'DESC' } as const;
const [FAILED] = MAIL_STATES;

export function MailsPage() {
  const { t } = useTranslation('admin');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) });
  const { page, limit } = pageVariables(search, NEWEST_FIRST);
  const state = search.status ?? FAILED;
  const answer = useQuery({
    ...query(MailListDocument, { page, limit, filter: state === 'ALL' ? {} : { status: [state] } }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader
        title={t('mails.title')}
        lead={t('mails.lead')}
        actions={
          <NativeSelect
            aria-label={t('mails.state')}
            value={state}
            onChange={({ currentTarget }) => {
              const chosen = MAIL_STATES.find((each) => each === currentTarget.value);
              change({ status: chosen === FAILED ? undefined : chosen, page: undefined });
            }}
            data={MAIL_STATES.map((value) => ({ value, label: t(`mails.states.${value}`) }))}
          />
        }
      />
      <DataTable
        label={t('mails.title')}
        columns={useColumns()}
        list={answer.data?.emailMessages}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
        empty={<EmptyState title={t(`mails.none.${state}`)} />}
      />
    </>
  );
}

function useColumns(): Column<Mail, string>[] {
  const { t } = useTranslation('admin');
  const { dateTime } = useFormat();
  return [
    { id: 'written', title: t('mails.written'), from: 'sm', render: ({ createdAt }) => dateTime(createdAt) },
    {
      id: 'mail',
      title: t('mails.mail'),
      render: (email) => (
        <>
          <Recipient mail={email} />
          <MailState email={email} />
        </>
      ),
    },
  ];
}

/** Link to the application of an email, if it has one. */
function Recipient({ mail: { recipient, applicationId } }: { mail: Mail }) {
  if (!applicationId) return <Text fw={500}>{recipient}</Text>;
  return (
    <TextLink to="/admin/applications/$id" params={{ id: applicationId }} fw={500}>
      {recipient}
    </TextLink>
  );
}
