import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WebhookEndpointStatus } from '../../generated/enums.ts';
import { useFormat } from '../../shared/format.ts';
import { IconAlertTriangle } from '../../shared/icons.tsx';
import { useNow } from '../../shared/time/now.ts';
import type { Endpoint } from '../webhook.words.ts';

/** What needs an owner's attention, and until when the previous secret signs. */
export function EndpointNotes({
  endpoint: { status, failuresInARow, failingSince, previousUntil },
}: {
  endpoint: Endpoint;
}) {
  const { t } = useTranslation(['webhooks', 'developers']);
  const { dateTime } = useFormat();
  const now = useNow();
  const isDisabled = status === WebhookEndpointStatus.FailingDisabled;
  const isFailing = status === WebhookEndpointStatus.Enabled && failuresInARow > 0;
  const since = failingSince == null ? '' : dateTime(failingSince);
  return (
    <>
      {isDisabled && (
        <Alert
          color="red"
          mb="md"
          flex="none"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('developers:disabled.one')}
        >
          {t('developers:disabled.means')}
        </Alert>
      )}
      {isFailing && (
        <Alert color="amber" mb="md" flex="none" icon={<IconAlertTriangle aria-hidden />}>
          {t('failing', { count: failuresInARow, since })}
        </Alert>
      )}
      {previousUntil != null && Date.parse(previousUntil) > now && (
        <Text size="sm" c="dimmed" mb="md">
          {t('secret.previous', { until: dateTime(previousUntil) })}
        </Text>
      )}
    </>
  );
}
