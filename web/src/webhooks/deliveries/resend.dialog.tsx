import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ResendDeliveriesDocument } from '../../generated/webhooks/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { showToast } from '../../shared/toasts.tsx';

const HOUR = 3_600_000;

/** Milliseconds before now. Undefined for all that are kept. */
const PERIODS = { all: undefined, week: 168 * HOUR, day: 24 * HOUR, hour: HOUR } as const;
type Period = keyof typeof PERIODS | 'list';

interface Range {
  from?: string | undefined;
  to?: string | undefined;
}

interface ResendDialogProps {
  endpointId: string;
  /** The range of days that the list is filtered by. */
  listed: Range;
  opened: boolean;
  onClose: () => void;
}

/** Sends the events of a period again: those that failed, or all. */
export function ResendDialog({ endpointId, listed, ...dialog }: ResendDialogProps) {
  const { t } = useTranslation('webhooks');
  const isListed = listed.from !== undefined || listed.to !== undefined;
  const [chosen, choose] = useState<Period>();
  const [isEach, setIsEach] = useState(false);
  const period = chosen ?? (isListed ? 'list' : 'all');
  const periods: Period[] = [...(isListed ? ['list' as const] : []), 'all', 'week', 'day', 'hour'];
  const resend = async () => {
    const range = period === 'list' ? listed : { from: startOf(PERIODS[period]) };
    const { replayWebhookDeliveries: count } = await ask(ResendDeliveriesDocument, {
      endpointId,
      ...range,
      onlyFailed: !isEach,
    });
    await queryClient.invalidateQueries();
    showToast(count === 0 ? t('deliveries.resentNone') : t('deliveries.resent', { count }));
  };
  return (
    <ConfirmDialog {...dialog} title={t('deliveries.resendMany')} action={t('deliveries.resend')} act={resend}>
      <Text>{t('deliveries.resendMeans')}</Text>
      <NativeSelect
        label={t('deliveries.period')}
        value={period}
        onChange={({ currentTarget }) => choose(currentTarget.value as Period)}
        data={periods.map((each) => ({ value: each, label: t(`deliveries.periods.${each}`) }))}
      />
      <Checkbox
        label={t('deliveries.each')}
        checked={isEach}
        onChange={({ currentTarget }) => setIsEach(currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}

const startOf = (ago: number | undefined): string | undefined =>
  ago === undefined ? undefined : new Date(Date.now() - ago).toISOString();
