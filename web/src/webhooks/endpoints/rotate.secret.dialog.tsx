import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { RotateSecretDocument } from '../../generated/webhooks/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { Problem } from '../../shared/problem.tsx';
import type { Endpoint } from '../webhook.words.ts';
import { NewSecret } from './new.secret.tsx';

/** Hours. */
const OVERLAPS = [0, 1, 24, 72, 168] as const;

interface RotateSecretDialogProps {
  endpoint: Endpoint;
  opened: boolean;
  onClose: () => void;
}

export function RotateSecretDialog({ endpoint: { id }, opened, onClose }: RotateSecretDialogProps) {
  const { t } = useTranslation(['webhooks', 'common', 'keys']);
  const [overlapHours, setOverlap] = useState(24);
  const {
    mutate,
    data: secret,
    error,
    isPending,
    reset,
  } = useMutation({
    mutationFn: async () => (await ask(RotateSecretDocument, { id, overlapHours })).rotateWebhookSecret.secret,
    onSuccess: () => void queryClient.invalidateQueries(),
  });
  const close = () => {
    reset();
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t('deed.rotate')}
      size="lg"
      isSending={isPending}
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
    >
      {secret ? (
        <NewSecret secret={secret} onClose={close} />
      ) : (
        <Stack>
          <Text>{t('secret.rotateMeans')}</Text>
          <NativeSelect
            label={t('secret.overlap')}
            value={overlapHours}
            onChange={({ currentTarget }) => setOverlap(Number(currentTarget.value))}
            data={OVERLAPS.map((hours) => ({ value: String(hours), label: t(`keys:overlaps.h${hours}`) }))}
          />
          <Problem error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={isPending}>
              {t('common:cancel')}
            </Button>
            <Button loading={isPending} onClick={() => mutate()}>
              {t('deed.rotate')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
