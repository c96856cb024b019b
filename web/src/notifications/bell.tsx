import { Drawer, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { loaded } from '../api/loaded.ts';
import { UnreadNotificationsDocument } from '../generated/notifications/graphql.ts';
import { Loading } from '../shared/data/loading.tsx';
import { useFormat } from '../shared/format.ts';
import { IconBell } from '../shared/icons.tsx';
import { useKeys } from '../shared/keys/keys.ts';
import classes from '../shared/layout/navigation/navigation.module.css';

const NotificationPanel = lazy(async () => ({
  default: (await loaded(import('./panel.tsx'))).NotificationPanel,
}));

/** The API counts no further. */
const MOST_COUNTED = 100;

interface BellProps {
  /** Whether G N opens it. One bell of a page has the keys. */
  hasKeys?: boolean;
}

/** Opens what concerns the user, and says how much of it is unread. */
export function Bell({ hasKeys = false }: BellProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [isOpen, { open, close }] = useDisclosure();
  const unread = useQuery(query(UnreadNotificationsDocument, {})).data?.unreadNotifications ?? 0;
  const shown = unread < MOST_COUNTED ? number(unread) : `${number(MOST_COUNTED - 1)}+`;
  return (
    <>
      {hasKeys && <BellKeys open={open} />}
      <UnstyledButton
        className={classes['item'] ?? ''}
        onClick={open}
        aria-haspopup="dialog"
        title={t('notifications')}
      >
        <IconBell size={16} stroke={1.5} aria-hidden />
        <span className={classes['label']}>{t('notifications')}</span>
        {unread > 0 && (
          <span className={classes['count']} data-of="unread">
            <span aria-hidden>{shown}</span>
            <VisuallyHidden>{t('unread', { count: unread })}</VisuallyHidden>
          </span>
        )}
      </UnstyledButton>
      <Drawer opened={isOpen} onClose={close} title={t('notifications')} size={420} padding="md">
        <Suspense fallback={<Loading />}>
          <NotificationPanel close={close} />
        </Suspense>
      </Drawer>
    </>
  );
}

function BellKeys({ open }: { open: () => void }) {
  const { t } = useTranslation();
  useKeys([{ keys: 'g n', label: t('notifications'), run: open }], 'app');
  return null;
}
