import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../../../session/session.ts';
import type { Viewer } from '../../../session/session.store.ts';
import { ConfirmDialog } from '../../confirm.dialog.tsx';
import { draftNames, hasDrafts } from '../../forms/draft.store.ts';
import { useProblemText } from '../../problem.text.ts';
import { forgetSharedDrafts } from '../../workspace/shared.draft.ts';

/** Signs out. Asks first if the user has drafts, which would be lost: show `dialog`. */
export function useSignOut(viewer: Viewer): { leave: () => void; dialog: ReactNode } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: () => void navigate({ to: '/sign-in' }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  const [isAsking, asking] = useDisclosure();
  return {
    leave: () => (hasDrafts(viewer.id) ? asking.open() : mutate()),
    dialog: (
      <ConfirmDialog
        opened={isAsking}
        onClose={asking.close}
        title={t('draft.signOut')}
        action={t('signOut')}
        isDangerous
        act={async () => {
          await forgetSharedDrafts(draftNames(viewer.id));
          await signOut();
          await navigate({ to: '/sign-in' });
        }}
      >
        <Text>{t('draft.signOutMeans')}</Text>
      </ConfirmDialog>
    ),
  };
}
