import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartnerTier } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { ButtonLink } from '../../shared/layout/links.tsx';
import { useTierWords } from '../tier.words.ts';

/** In place of the import: the tier that brings it. */
export function LockedImport({ tier }: { tier: PartnerTier }) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const name = words.tier(tier);
  return (
    <EmptyState isPage title={t('locked.import', { tier: name })}>
      <Text maw={480}>{t('locked.importMeans', { tier: name })}</Text>
      <ButtonLink to="/partner/tier">{t('locked.action')}</ButtonLink>
    </EmptyState>
  );
}

/** In place of an action on many clients: the tier that brings it. */
export function LockedActions({ tier, onClose }: { tier: PartnerTier; onClose: () => void }) {
  const { t } = useTranslation(['tiers', 'common']);
  const words = useTierWords();
  const { partnerAccount } = useViewer();
  const name = words.tier(tier);
  return (
    <Dialog opened onClose={onClose} title={t('locked.bulk', { tier: name })}>
      <Stack>
        <Text size="sm">{t('locked.bulkMeans')}</Text>
        {partnerAccount && (
          <Text size="sm">{t('locked.means', { own: words.tier(partnerAccount.tier), tier: name })}</Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <ButtonLink to="/partner/tier" data-autofocus>
            {t('locked.action')}
          </ButtonLink>
        </Group>
      </Stack>
    </Dialog>
  );
}
