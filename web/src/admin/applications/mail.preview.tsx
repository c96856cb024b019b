import { Box, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import type { ApplicationStatus } from '../../generated/enums.ts';
import { StatusEmailDocument } from '../../generated/admin/graphql.ts';
import { Loading } from '../../shared/data/loading.tsx';
import { IconEye, IconEyeOff } from '../../shared/icons.tsx';
import { Problem } from '../../shared/problem.tsx';
import styles from './mail.preview.module.css';

interface MailPreviewProps {
  applicationId: string;
  status: ApplicationStatus;
  message: string | null;
  /** True if the approval invites another owner than the contact. */
  invitesOther: boolean;
}

/** Previews the email. The API renders it on request. */
export function MailPreview({ applicationId: id, status, message, invitesOther }: MailPreviewProps) {
  const { t } = useTranslation('admin');
  const [isShown, { toggle }] = useDisclosure();
  const { data, error, isFetching, refetch } = useQuery({
    ...query(StatusEmailDocument, { id, status, message, invitesOther }),
    enabled: isShown,
    placeholderData: keepPreviousData,
  });
  const email = data?.partnerApplicationStatusEmail;
  return (
    <Box>
      <Button
        variant="subtle"
        size="xs"
        aria-expanded={isShown}
        leftSection={isShown ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
        onClick={toggle}
      >
        {t(isShown ? 'preview.hide' : 'preview.show')}
      </Button>
      {isShown && <Problem error={error} retry={refetch} isRetrying={isFetching} />}
      {isShown && isFetching && !email && <Loading />}
      {isShown && email && (
        <>
          <Text size="sm" my="xs">
            {t('preview.subject')}: <strong>{email.subject}</strong>
          </Text>
          <iframe title={t('preview.title')} sandbox="" srcDoc={email.html} className={styles['mail']} />
          <Text size="sm" c="dimmed">
            {t('preview.link')}
          </Text>
        </>
      )}
    </Box>
  );
}
