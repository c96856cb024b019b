import { Divider, Group, Stack, Switch, Text, Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.tsx';
import { Kbd } from './kbd.tsx';
import { useKeysNow, type Binding } from './keys.ts';
import { switchLetters, useLetters } from './letters.ts';

/** Lists the keys of the page, and switches single letters off. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { page, app } = useKeysNow();
  const areOn = useLetters();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys.title')} size={440}>
      <Stack gap="md">
        <KeyList title={t('keys.page')} bindings={page} />
        <KeyList title={t('keys.app')} bindings={app} />
        <Divider />
        <Switch
          label={t('keys.letters')}
          description={t('keys.lettersHint')}
          checked={areOn}
          onChange={({ currentTarget }) => switchLetters(currentTarget.checked)}
          data-autofocus
        />
      </Stack>
    </Dialog>
  );
}

function KeyList({ title, bindings }: { title: string; bindings: Binding[] }) {
  const listed = bindings.filter(({ label }) => label !== undefined);
  if (listed.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h4" mb={4}>
        {title}
      </Title>
      <Stack component="ul" gap={2} m={0} p={0} style={{ listStyle: 'none' }}>
        {listed.map(({ keys, label }) => (
          <Group component="li" key={keys} justify="space-between" wrap="nowrap" mih={26}>
            <Text c="var(--rg-text-2)">{label}</Text>
            <Kbd keys={keys} isAlways />
            <VisuallyHidden>{keys}</VisuallyHidden>
          </Group>
        ))}
      </Stack>
    </div>
  );
}
