import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../shared/copy.button.tsx';
import { setUnsent } from '../shared/forms/draft.store.ts';
import { IconAlertTriangle } from '../shared/icons.tsx';
import { ExampleCall } from './example.call.tsx';

/** Shows the secret once. */
export function NewSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('keys');
  // Warn before a reload, which would lose the secret.
  useEffect(() => {
    setUnsent('api-key', true);
    return () => setUnsent('api-key', false);
  }, []);
  return (
    <Stack>
      <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('onceTitle')}>
        {t('once')}
      </Alert>
      <Group wrap="nowrap" gap="xs">
        <Code block style={{ flex: 1, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-testid="secret">
          {secret}
        </Code>
        <CopyButton value={secret} />
      </Group>
      <Text fw={500}>{t('example')}</Text>
      <ExampleCall secret={secret} />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('kept')}</Button>
      </Group>
    </Stack>
  );
}
