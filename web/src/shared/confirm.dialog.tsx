import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Button label: the action, never "OK". */
  action: string;
  /** Label of the other button, if "Cancel" could be misread. */
  keep?: string;
  isDangerous?: boolean;
  /** The dialog closes on success and shows a failure inside. */
  act: () => Promise<unknown>;
  /** Replaces the default error text. */
  problem?: ReactNode;
}

/** Asks before an action that cannot be undone. */
export function ConfirmDialog({
  opened,
  onClose,
  title,
  children,
  action,
  keep,
  isDangerous,
  act,
  problem,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const { mutate, isPending, error, reset } = useMutation({ mutationFn: act, onSuccess: () => close() });
  const close = () => {
    reset();
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={title} isSending={isPending}>
      <Stack>
        {children}
        {problem ?? <Problem error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} disabled={isPending} data-autofocus>
            {keep ?? t('cancel')}
          </Button>
          <Button {...(isDangerous ? { color: 'red' } : {})} loading={isPending} onClick={() => mutate()}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
