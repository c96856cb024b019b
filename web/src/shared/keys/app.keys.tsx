import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { undoLast } from '../toasts.tsx';
import { KeysDialog } from './keys.dialog.tsx';
import { useKeys } from './keys.ts';

/** Keys of all pages, and the dialog that lists the keys. */
export function AppKeys() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  useKeys(
    [
      { keys: '?', label: t('keys.show'), run: open },
      { keys: 'z', label: t('toast.undoLast'), run: undoLast },
    ],
    'app',
  );
  return <KeysDialog opened={isOpen} onClose={close} />;
}
