import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormDraft } from './draft.ts';

/** Shown above a form with a restored draft. */
export function DraftNote({ draft }: { draft: Pick<FormDraft<unknown>, 'isRestored' | 'discard'> }) {
  const { t } = useTranslation();
  if (!draft.isRestored) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm" c="dimmed">
        {t('draft.restored')}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={draft.discard}>
        {t('draft.discard')}
      </Button>
    </Group>
  );
}
