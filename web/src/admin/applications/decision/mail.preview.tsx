import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import type { ApplicationStatus } from '../../../generated/enums.ts';
import { StatusEmailDocument } from '../../../generated/admin/graphql.ts';
import { Problem } from '../../../shared/problem.tsx';
import styles from './mail.preview.module.css';

interface MailPreviewProps {
  applicationId: string;
  status: ApplicationStatus;
  message: string | null;
  /** True if the approval invites another owner than the contact. */
  invitesOther: boolean;
  /** Default: the email to the applicant. */
  title?: string;
}

/** The email as it will be sent. The API renders it. */
export function MailPreview({ applicationId: id, status, message, invitesOther, title }: MailPreviewProps) {
  const { t } = useTranslation('admin');
  const heading = title ?? t('preview.title');
  const { data, error, isFetching, refetch } = useQuery({
    ...query(StatusEmailDocument, { id, status, message, invitesOther }),
    placeholderData: keepPreviousData,
  });
  const email = data?.partnerApplicationStatusEmail;
  return (
    <section aria-label={heading}>
      <Text size="xs" c="dimmed">
        {heading}
      </Text>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <Text fw={500} mih={20}>
        {email?.subject}
      </Text>
      <iframe title={heading} sandbox="" srcDoc={email?.html ?? ''} className={styles['mail']} />
      <Text size="xs" c="dimmed">
        {t('preview.link')}
      </Text>
    </section>
  );
}
