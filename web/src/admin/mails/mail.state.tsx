import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { EmailStatus } from '../../generated/enums.ts';
import { SendAgainDocument, type EmailPartsFragment } from '../../generated/admin/graphql.ts';
import { Problem } from '../../shared/problem.tsx';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import { useViewer } from '../../session/session.store.ts';
import { mayResendEmails } from '../rights.ts';

const COLORS = { QUEUED: 'gray', SENT: 'teal', FAILED: 'red', HELD_BACK: 'orange' } as const satisfies Record<
  EmailStatus,
  string
>;

/** Shows an email's template and delivery status, and sends failed ones again. */
export function MailState({ email }: { email: EmailPartsFragment }) {
  const { t } = useTranslation('admin');
  const { id, recipient, template, status, tries, lastError } = email;
  const mayResend = mayResendEmails(useViewer());
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask(SendAgainDocument, { id }),
    onSettled: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{t(`mail.template.${template}`, { defaultValue: template })}</Text>
        <ToneBadge color={COLORS[status]}>{t(`mail.status.${status}`)}</ToneBadge>
        {(status === EmailStatus.Failed || status === EmailStatus.HeldBack) && mayResend && (
          <Button
            size="compact-xs"
            variant="default"
            loading={isPending}
            onClick={() => mutate()}
            aria-label={t('mail.againTo', { recipient })}
          >
            {t('mail.again')}
          </Button>
        )}
      </Group>
      {lastError && (
        <Text size="sm" c="dimmed">
          {t('mail.tries', { count: tries })}: {lastError}
        </Text>
      )}
      <Problem error={error} />
    </>
  );
}
