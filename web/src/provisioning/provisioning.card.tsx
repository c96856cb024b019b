import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query.client.ts';
import { ProvisioningProblem, ProvisioningStatus } from '../generated/enums.ts';
import { Facts } from '../shared/data/facts.tsx';
import { useFormat } from '../shared/format.ts';
import { IconSend } from '../shared/icons.tsx';
import { Problem } from '../shared/problem.tsx';
import { RelativeTime } from '../shared/time/relative.time.tsx';
import { showToast } from '../shared/toasts.tsx';
import { ProvisioningState, useReason, type Provisioned } from './provisioning.state.tsx';

interface ProvisioningCardProps {
  provisioning: Provisioned & { appliedAt?: string | null | undefined; nextTryAt?: string | null | undefined };
  /** What the product answered, for admins. */
  detail?: string | null | undefined;
  /** Sends the client again. Undefined for those that may not. */
  retry: (() => Promise<unknown>) | undefined;
  /** Admins send what waits after a restore, too. */
  isAdmin?: boolean;
}

/** How a client stands in the product, why, and the way to send it again. */
export function ProvisioningCard({ provisioning, detail, retry, isAdmin = false }: ProvisioningCardProps) {
  const { t } = useTranslation('provisioning');
  const { dateTime } = useFormat();
  const { status, problem, appliedAt, nextTryAt } = provisioning;
  const reason = useReason()(provisioning);
  const mayRetry = status === ProvisioningStatus.Failed && (isAdmin || problem !== ProvisioningProblem.Held);
  const waits = status === ProvisioningStatus.Pending && problem != null && nextTryAt != null;
  return (
    <Paper withBorder p="lg" radius="lg">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('title')}
          </Title>
          <ProvisioningState status={status} isSoft />
        </Group>
        {reason !== undefined && <Text size="sm">{reason}</Text>}
        <Facts
          facts={{
            ...(detail != null && { [t('detail')]: detail }),
            ...(waits && { [t('nextTry')]: dateTime(nextTryAt) }),
            [t('applied')]: appliedAt == null ? t('never') : <RelativeTime at={appliedAt} form="ago" />,
          }}
        />
        {mayRetry && retry && <RetryButton retry={retry} />}
      </Stack>
    </Paper>
  );
}

function RetryButton({ retry }: { retry: () => Promise<unknown> }) {
  const { t } = useTranslation('provisioning');
  const { mutate, isPending, error } = useMutation({
    mutationFn: retry,
    onSuccess: () => showToast(t('sent', { count: 1 })),
    onSettled: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <Group>
        <Button size="xs" leftSection={<IconSend size={16} aria-hidden />} loading={isPending} onClick={() => mutate()}>
          {t('again')}
        </Button>
      </Group>
      {error && <Problem error={error} />}
    </>
  );
}
