import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { PartnerEmailsDocument } from '../../../generated/admin/graphql.ts';
import { Loading } from '../../../shared/data/loading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { RelativeTime } from '../../../shared/time/relative.time.tsx';
import { MailState } from '../../mails/mail.state.tsx';

/** Emails about the partner's applications, newest first. */
export function PartnerEmails({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation('admin');
  const { data, error, isFetching, refetch } = useQuery(query(PartnerEmailsDocument, { id: partnerId }));
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return error ? problem : <Loading />;
  const emails = (data.partnerAccount?.partnerships ?? [])
    .flatMap(({ application }) => application.emails)
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  return (
    <Stack gap="sm">
      {problem}
      <Text size="sm" c="dimmed">
        {t('partners.emailsHint')}
      </Text>
      {emails.length === 0 && <Text c="dimmed">{t('partners.noEmails')}</Text>}
      {emails.map((email) => (
        <div key={email.id}>
          <MailState email={email} />
          <Text size="xs" c="dimmed">
            {email.recipient}, <RelativeTime at={email.createdAt} form="ago" />
          </Text>
        </div>
      ))}
    </Stack>
  );
}
