import { ActionIcon, Text } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotificationKind, Role } from '../generated/enums.ts';
import type { NewestNotificationsQuery } from '../generated/notifications/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { IconCheck } from '../shared/icons.tsx';
import { TextLink } from '../shared/layout/links.tsx';
import { RelativeTime } from '../shared/time/relative.time.tsx';
import classes from './notifications.module.css';

type Item = NewestNotificationsQuery['notifications']['items'][number];

interface RowProps {
  item: Item;
  /** The page of what it is about is opened. */
  open: () => void;
  markRead: () => void;
}

export function NotificationRow({ item, open, markRead }: RowProps) {
  const { t } = useTranslation('notifications');
  const { role } = useViewer();
  const sentence = useSentence()(item);
  return (
    <li className={classes['row']} data-unread={item.readAt ? undefined : true}>
      <div className={classes['text']}>
        <TextLink {...pageOf(item, role)} onClick={open} className={classes['sentence'] ?? ''}>
          {sentence}
        </TextLink>
        {item.kind === NotificationKind.Mentioned && (
          <Text size="sm" className={classes['quote'] ?? ''} lineClamp={2}>
            {item.detail}
          </Text>
        )}
        <Text size="xs" c="dimmed" component="div">
          <RelativeTime at={item.createdAt} form="ago" />
        </Text>
      </div>
      {!item.readAt && (
        <ActionIcon
          variant="subtle"
          size={28}
          onClick={markRead}
          aria-label={t('readOne', { sentence })}
          title={t('read')}
        >
          <IconCheck size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function useSentence(): (item: Item) => string {
  const { t } = useTranslation('notifications');
  return ({ kind, actorName, subjectName, detail }) => {
    const names = { actor: actorName ?? '', subject: subjectName ?? '' };
    if (kind === NotificationKind.ApplicationDecided) {
      return t(detail === 'APPROVED' ? 'sentence.APPLICATION_APPROVED' : 'sentence.APPLICATION_DECLINED', names);
    }
    if (kind === NotificationKind.ClientStopped) {
      return t(detail === 'CANCELED' ? 'sentence.CLIENT_CANCELED' : 'sentence.CLIENT_SUSPENDED', names);
    }
    return t(`sentence.${kind}`, names);
  };
}

/** The page of what it is about. */
function pageOf({ kind, subjectId }: Item, role: Role): Pick<LinkProps, 'to' | 'params'> {
  const isAdmin = role === Role.Admin;
  if (kind === NotificationKind.MemberJoined) return { to: isAdmin ? '/admin/team' : '/partner/members' };
  if (kind === NotificationKind.RoleChanged) return { to: isAdmin ? '/admin' : '/partner' };
  if (kind === NotificationKind.ClientStopped) return { to: '/partner/clients/$id', params: { id: subjectId ?? '' } };
  if (subjectId == null) return { to: '/admin/mails' };
  return { to: '/admin/applications/$id', params: { id: subjectId } };
}
