import { Alert, Button, CopyButton, Code, Group, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconAlertTriangle } from '../shared/icons.tsx';

interface RecoveryCodesProps {
  codes: string[];
  onDone: () => void;
}

/** Shows recovery codes once. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation(['security', 'common']);
  const text = `${codes.join('\n')}\n`;
  return (
    <Stack>
      <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('codes.title')}>
        {t('codes.once')}
      </Alert>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" data-testid="recovery-codes">
        {codes.map((code) => (
          <Code key={code} ta="center">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <Button
          component="a"
          variant="default"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('codes.file')}
        >
          {t('codes.download')}
        </Button>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('common:copied') : t('codes.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('codes.done')}</Button>
      </Group>
    </Stack>
  );
}
