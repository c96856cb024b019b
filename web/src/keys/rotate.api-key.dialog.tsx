import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import { RotateApiKeyDocument } from '../generated/keys/graphql.ts';
import { Dialog } from '../shared/dialog.tsx';
import { Problem } from '../shared/problem.tsx';
import { NewSecret } from './new.secret.tsx';
import type { ApiKey } from './scopes.ts';

/** Hours. */
const OVERLAPS = [0, 1, 24, 72, 168] as const;

interface RotateApiKeyDialogProps {
  apiKey: ApiKey;
  opened: boolean;
  onClose: () => void;
}

export function RotateApiKeyDialog({ apiKey, opened, onClose }: RotateApiKeyDialogProps) {
  const { t } = useTranslation(['keys', 'common']);
  const [overlapHours, setOverlap] = useState(24);
  const {
    mutate,
    data: secret,
    error,
    isPending,
    reset,
  } = useMutation({
    mutationFn: async () => (await ask(RotateApiKeyDocument, { id: apiKey.id, overlapHours })).rotateApiKey.secret,
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
      title={t('rotate')}
      size="lg"
      isSending={isPending}
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
    >
      {secret ? (
        <NewSecret secret={secret} onClose={close} />
      ) : (
        <Stack>
          <Text>{t('rotateMeans', { name: apiKey.name })}</Text>
          <NativeSelect
            label={t('overlap')}
            value={overlapHours}
            onChange={({ currentTarget }) => setOverlap(Number(currentTarget.value))}
            data={OVERLAPS.map((hours) => ({ value: String(hours), label: t(`overlaps.h${hours}`) }))}
          />
          <Problem error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={isPending}>
              {t('common:cancel')}
            </Button>
            <Button loading={isPending} onClick={() => mutate()}>
              {t('rotate')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
