import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HOME } from '../../session/session.guard.ts';
import { signOut } from '../../session/session.ts';
import type { Viewer } from '../../session/session.store.ts';
import { ConfirmDialog } from '../confirm.dialog.tsx';
import { hasDrafts } from '../forms/draft.store.ts';
import { IconLogout, IconShieldLock } from '../icons.tsx';
import { useProblemText } from '../problem.text.ts';

/** Shows the signed-in user and signs out. */
export function UserMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: () => void navigate({ to: '/sign-in' }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  const [isAsking, asking] = useDisclosure();
  const askOrLeave = () => (hasDrafts(viewer.id) ? asking.open() : mutate());
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" size={36} radius="xl">
            <Avatar size={32} name={viewer.name} color="brand" variant="filled" aria-hidden />
            <VisuallyHidden>{t('userMenu', { name: viewer.name })}</VisuallyHidden>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label component="div">
            <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
              {viewer.name}
            </Text>
            <Text size="xs" truncate>
              {viewer.email}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconShieldLock size={16} aria-hidden />}
            onClick={() => void navigate({ to: `${HOME[viewer.role]}/security` })}
          >
            {t('accountSecurity')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={askOrLeave}>
            {t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={isAsking}
        onClose={asking.close}
        title={t('draft.signOut')}
        action={t('signOut')}
        isDangerous
        act={async () => {
          await signOut();
          await navigate({ to: '/sign-in' });
        }}
      >
        <Text>{t('draft.signOutMeans')}</Text>
      </ConfirmDialog>
    </>
  );
}
