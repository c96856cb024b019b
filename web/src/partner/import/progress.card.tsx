import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/cards/card.tsx';
import { creatableOf, type ImportState } from './use.import.ts';

/** How far the check or the creation is. */
export function ProgressCard({ state }: { state: ImportState }) {
  const { t } = useTranslation('onboarding');
  const isCreating = state.phase === 'creating';
  const done = isCreating ? state.creations.size : state.checks.size;
  const total = isCreating ? creatableOf(state).length : state.rows.length;
  const said = t(isCreating ? 'import.creating' : 'import.checking', { done, total });
  return (
    <Card title={t('import.title')}>
      <Stack gap="xs">
        <Text role="status">{said}</Text>
        <Progress value={(100 * done) / Math.max(total, 1)} aria-label={said} />
        {isCreating && (
          <Text size="sm" c="dimmed">
            {t('import.stay')}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
