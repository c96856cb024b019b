import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../shared/copy.button.tsx';
import { setUnsent } from '../../shared/forms/draft.store.ts';
import { IconAlertTriangle } from '../../shared/icons.tsx';

/** Shows the signing secret once. */
export function NewSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  // Warn before a reload, which would lose the secret.
  useEffect(() => {
    setUnsent('webhook-secret', true);
    return () => setUnsent('webhook-secret', false);
  }, []);
  return (
    <Stack>
      <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('secret.title')}>
        {t('secret.once')}
      </Alert>
      <Group wrap="nowrap" gap="xs">
        <Code block style={{ flex: 1, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-testid="secret">
          {secret}
        </Code>
        <CopyButton value={secret} />
      </Group>
      <Text size="sm">{t('secret.means')}</Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('secret.kept')}</Button>
      </Group>
    </Stack>
  );
}
