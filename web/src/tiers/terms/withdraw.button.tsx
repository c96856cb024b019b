import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { WithdrawTermsDocument } from '../../generated/tiers/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { showToast } from '../../shared/toasts.tsx';
import type { Terms } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';

/** Withdraws terms that have not begun. */
export function WithdrawButton({ terms: { id, tier, effectiveFrom } }: { terms: Terms }) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const [isAsking, { open, close }] = useDisclosure();
  const title = t('terms.withdrawTitle', { tier: words.tier(tier), date: words.day(effectiveFrom) });
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={open} aria-label={title}>
        {t('terms.withdraw')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={close}
        title={title}
        action={t('terms.withdraw')}
        isDangerous
        act={async () => {
          await ask(WithdrawTermsDocument, { id });
          await queryClient.invalidateQueries();
          showToast(t('terms.withdrawn'));
        }}
      >
        <Text size="sm">{t('terms.withdrawMeans')}</Text>
      </ConfirmDialog>
    </>
  );
}
