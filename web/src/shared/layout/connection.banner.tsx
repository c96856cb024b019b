import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { checkConnection, useConnectionLoss } from '../../api/connection.ts';
import { useFormat } from '../format.ts';
import { IconWifiOff } from '../icons.tsx';
import classes from './layout.module.css';

/** Shown on every page while the server is unreachable, until the next response. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const lostAt = useConnectionLoss();
  const { mutate, isPending } = useMutation({ mutationFn: checkConnection });
  return (
    // Always rendered, because screen readers announce only changes inside an existing region.
    <div role="status" className={classes['connection'] ?? ''}>
      {lostAt && (
        <Alert role="none" color="amber" mb="md" py="xs" icon={<IconWifiOff aria-hidden />}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              {t(navigator.onLine ? 'connection.unreachable' : 'connection.offline', { time: clock(lostAt) })}
            </Text>
            <Button size="xs" variant="default" loading={isPending} onClick={() => mutate()}>
              {t('tryAgain')}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
