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
  /** What will happen, in words. */
  children: ReactNode;
  /** What the button says: the deed, never "OK". */
  action: string;
  /** What the other button says, if "Cancel" could be misread. */
  keep?: string;
  /** Whether it destroys something. */
  isDangerous?: boolean;
  /** Closes when it is done; a failure is shown inside. */
  act: () => Promise<unknown>;
  /** In place of the usual words about a failure. */
  problem?: ReactNode;
}

/** Before what cannot be undone. */
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
