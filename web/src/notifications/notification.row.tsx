import { ActionIcon, Text } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotificationKind, PartnerTier, Role } from '../generated/enums.ts';
import type { NewestNotificationsQuery } from '../generated/notifications/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { oneOf } from '../shared/data/search.ts';
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
  const { t } = useTranslation(['notifications', 'common']);
  return ({ kind, actorName, subjectName, detail }) => {
    const names = { actor: actorName ?? '', subject: subjectName ?? '' };
    if (kind === NotificationKind.ApplicationDecided) {
      return t(detail === 'APPROVED' ? 'sentence.APPLICATION_APPROVED' : 'sentence.APPLICATION_DECLINED', names);
    }
    if (kind === NotificationKind.ClientStopped) {
      return t(detail === 'CANCELED' ? 'sentence.CLIENT_CANCELED' : 'sentence.CLIENT_SUSPENDED', names);
    }
    if (kind === NotificationKind.CompanyChangeDecided) {
      return t(detail === 'APPROVED' ? 'sentence.COMPANY_CHANGE_APPROVED' : 'sentence.COMPANY_CHANGE_DECLINED');
    }
    if (kind === NotificationKind.PartnerAssigned && detail === 'TECHNICAL_MANAGER') {
      return t('sentence.PARTNER_ASSIGNED_TECHNICAL', names);
    }
    if (kind === NotificationKind.PartnerAssigned && detail?.includes(',')) {
      return t('sentence.PARTNER_ASSIGNED_BOTH', names);
    }
    const tier = oneOf(PartnerTier, detail?.split(' ')[0]);
    return t(`sentence.${kind}`, {
      ...names,
      company: detail ?? '',
      tier: tier ? t(`common:partnerTier.${tier}`) : '',
    });
  };
}

const OF_TIERS: readonly NotificationKind[] = [
  NotificationKind.TierPromoted,
  NotificationKind.TierAtRisk,
  NotificationKind.TierRecovered,
  NotificationKind.TierDemoted,
];

/** The page of what it is about. */
function pageOf({ kind, subjectId }: Item, role: Role): Pick<LinkProps, 'to' | 'params'> {
  const isAdmin = role === Role.Admin;
  if (kind === NotificationKind.MemberJoined) return { to: isAdmin ? '/admin/team' : '/partner/members' };
  if (kind === NotificationKind.RoleChanged) return { to: isAdmin ? '/admin' : '/partner' };
  if (kind === NotificationKind.ClientStopped) return { to: '/partner/clients/$id', params: { id: subjectId ?? '' } };
  if (kind === NotificationKind.CompanyChangeDecided) return { to: '/partner/company' };
  if (kind === NotificationKind.PartnerAssigned) return { to: '/admin/partners/$id', params: { id: subjectId ?? '' } };
  if (OF_TIERS.includes(kind)) {
    return isAdmin ? { to: '/admin/partners/$id', params: { id: subjectId ?? '' } } : { to: '/partner/tier' };
  }
  if (subjectId == null) return { to: '/admin/mails' };
  if (kind === NotificationKind.CompanyChangeRequested) {
    return { to: '/admin/company-changes/$id', params: { id: subjectId } };
  }
  if (kind === NotificationKind.AgreementDue || kind === NotificationKind.AgreementAccepted) {
    return { to: isAdmin ? '/admin/agreements/$id' : '/partner/agreements/$id', params: { id: subjectId } };
  }
  return { to: '/admin/applications/$id', params: { id: subjectId } };
}
