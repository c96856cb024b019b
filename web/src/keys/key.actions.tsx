import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import { RevokeApiKeyDocument } from '../generated/keys/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { ConfirmDialog } from '../shared/confirm.dialog.tsx';
import type { RowAction } from '../shared/list/list.types.ts';
import { showToast } from '../shared/toasts.tsx';
import { RotateApiKeyDialog } from './rotate.api-key.dialog.tsx';
import { mayChange, mayRotate, type ApiKey } from './scopes.ts';
import { UsesDialog } from './uses.dialog.tsx';

type Deed = 'uses' | 'rotate' | 'revoke';

/** Usage, rotation and revocation of a key, by its row's menu and by keys. */
export function useKeyActions(): { actions: RowAction<ApiKey>[]; dialogs: ReactNode } {
  const { t } = useTranslation('keys');
  const viewer = useViewer();
  const [chosen, setChosen] = useState<{ apiKey: ApiKey; deed: Deed }>();
  const [isOpen, { open, close }] = useDisclosure();
  const action = (deed: Deed, keys: string, applies: (key: ApiKey) => boolean = () => true): RowAction<ApiKey> => ({
    id: deed,
    label: t(deed),
    keys,
    isSingle: true,
    isDanger: deed === 'revoke',
    applies,
    run: ([apiKey]) => {
      if (!apiKey) return;
      setChosen({ apiKey, deed });
      open();
    },
  });
  const actions = [
    action('uses', 'u'),
    action('rotate', 'r', (key) => mayRotate(viewer, key)),
    action('revoke', 'd', (key) => mayChange(viewer, key)),
  ];
  const dialogOf = (deed: Deed) => ({ opened: isOpen && chosen?.deed === deed, onClose: close });
  const dialogs = chosen && (
    <>
      <UsesDialog key={chosen.apiKey.id} apiKey={chosen.apiKey} {...dialogOf('uses')} />
      <RotateApiKeyDialog apiKey={chosen.apiKey} {...dialogOf('rotate')} />
      <RevokeDialog apiKey={chosen.apiKey} {...dialogOf('revoke')} />
    </>
  );
  return { actions, dialogs };
}

function RevokeDialog({ apiKey, ...dialog }: { apiKey: ApiKey; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('keys');
  return (
    <ConfirmDialog
      {...dialog}
      title={t('revokeTitle', { name: apiKey.name })}
      action={t('revoke')}
      isDangerous
      act={async () => {
        await ask(RevokeApiKeyDocument, { id: apiKey.id });
        await queryClient.invalidateQueries();
        showToast(t('revoked'));
      }}
    >
      <Text>{t('revokeMeans')}</Text>
    </ConfirmDialog>
  );
}
