import { Group, Text, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { randomKey } from './forms/random.key.ts';
import { Kbd } from './keys/kbd.tsx';
import { useProblemText } from './problem.text.ts';

/** Milliseconds. */
const STAYS = 6000;
const STAYS_TO_UNDO = 10_000;

interface Toast {
  /** The reverse operation, if there is one. */
  undo?: () => Promise<unknown>;
}

/** The last toast with Undo, which Z undoes while it is shown. */
let last: { id: string; run: () => void } | undefined;

export function undoLast(): void {
  last?.run();
}

/** Says what happened, in one line. Errors stand where they happened and are no toasts. */
export function showToast(message: string, { undo }: Toast = {}): void {
  const id = randomKey();
  let isUndone = false;
  const run = () => {
    if (!undo || isUndone) return;
    isUndone = true;
    void undoNow(id, message, undo);
  };
  notifications.show({
    id,
    role: 'status',
    autoClose: undo ? STAYS_TO_UNDO : STAYS,
    message: undo ? <ToastWithUndo message={message} run={run} /> : message,
    onClose: () => {
      if (last?.id === id) last = undefined;
    },
  });
  if (undo) last = { id, run };
}

async function undoNow(id: string, message: string, undo: () => Promise<unknown>): Promise<void> {
  if (last?.id === id) last = undefined;
  notifications.update({ id, autoClose: false, message }); // without the button, until the end is known
  try {
    await undo();
    notifications.update({ id, role: 'status', autoClose: STAYS, message: <Undone /> });
  } catch (error) {
    notifications.update({ id, role: 'alert', autoClose: false, message: <NotUndone error={error} /> });
  }
}

function ToastWithUndo({ message, run }: { message: string; run: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text span inherit>
        {message}
      </Text>
      <UnstyledButton
        fw={500}
        c="var(--rg-accent-text)"
        aria-keyshortcuts="z"
        onClick={run}
        style={{ whiteSpace: 'nowrap' }}
      >
        {t('toast.undo')} <Kbd keys="z" />
      </UnstyledButton>
    </Group>
  );
}

function Undone() {
  const { t } = useTranslation();
  return t('toast.undone');
}

function NotUndone({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return `${t('toast.notUndone')} ${problemText(error)}`;
}
