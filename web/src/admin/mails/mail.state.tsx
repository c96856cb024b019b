import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import type { EmailStatus } from '../../generated/enums.ts';
import { SendAgainDocument, type EmailPartsFragment } from '../../generated/admin/graphql.ts';
import { Problem } from '../../shared/problem.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { State } from '../../shared/marks/state.tsx';
import type { Shape } from '../../shared/marks/status.mark.tsx';
import { useViewer } from '../../session/session.store.ts';
import { useFailureText } from './failure.reason.ts';
import { mayResendEmails } from '../rights.ts';
import { canBeResent } from './mails.actions.tsx';

export const MAIL_SHAPES: Record<EmailStatus, Shape> = {
  QUEUED: 'dashed',
  SENT: 'tick',
  FAILED: 'cross',
  HELD_BACK: 'bars',
};

interface MailStateProps {
  email: EmailPartsFragment;
  /** R sends it again. For pages and panels of one email. */
  hasKey?: boolean;
}

/** Shows an email's template and delivery status, and sends failed ones again. */
export function MailState({ email, hasKey = false }: MailStateProps) {
  const { t } = useTranslation('admin');
  const { id, recipient, template, status, tries, lastError } = email;
  const reasonOf = useFailureText();
  const mayResend = mayResendEmails(useViewer()) && canBeResent(email);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask(SendAgainDocument, { id }),
    onSettled: () => queryClient.invalidateQueries(),
  });
  useKeys(hasKey && mayResend ? [{ keys: 'r', label: t('mail.again'), run: () => mutate() }] : []);
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{t(`mail.template.${template}`, { defaultValue: template })}</Text>
        <State shape={MAIL_SHAPES[status]}>{t(`mail.status.${status}`)}</State>
        {mayResend && (
          <Button
            size="compact-xs"
            variant="default"
            loading={isPending}
            onClick={() => mutate()}
            rightSection={hasKey && <Kbd keys="r" />}
            aria-keyshortcuts={hasKey ? 'r' : undefined}
            aria-label={t('mail.againTo', { recipient })}
          >
            {t('mail.again')}
          </Button>
        )}
      </Group>
      {lastError && (
        <>
          <Text size="sm">{reasonOf(lastError)}</Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('mail.tries', { count: tries })}: {lastError}
          </Text>
        </>
      )}
      <Problem error={error} />
    </>
  );
}
