import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { AdminRole } from '../../generated/enums.ts';
import { PaletteSearchDocument } from '../../generated/workspace/graphql.ts';
import type { Viewer } from '../../session/session.store.ts';
import { stateOf } from '../data/application.state.ts';
import { StatusBadge } from '../data/status.badge.tsx';
import { IconNote, IconUserPlus } from '../icons.tsx';
import { Mark } from '../marks/mark.tsx';
import type { Entry, EntryGroup } from './entries.ts';

/** Roles with the commands on applications. */
const REVIEWERS: readonly AdminRole[] = [AdminRole.Review, AdminRole.All];

/** The API's results for a text. Keeps earlier results while it waits. */
export function useFound(text: string, viewer: Viewer) {
  const { t } = useTranslation();
  const isAdmin = viewer.role === 'ADMIN';
  const isReviewer = viewer.adminRoles?.some((role) => REVIEWERS.includes(role));
  const { data, error, refetch, isPlaceholderData, isFetching } = useQuery({
    ...query(PaletteSearchDocument, { text }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const { applications = [], partners = [], clients = [], people = [] } = (text !== '' && data?.search) || {};
  /** Frequent next steps for the first application found, with the same keys as on its page. */
  const commandsOn = (application: { id: string; companyName: string } | undefined): Entry[] =>
    (
      [
        ['n', t('palette.note', { company: application?.companyName }), IconNote],
        ['s', t('palette.assign', { company: application?.companyName }), IconUserPlus],
      ] as const
    ).flatMap(([pageKey, name, Icon]) =>
      application === undefined
        ? []
        : [
            {
              id: `${pageKey} ${application.id}`,
              name,
              icon: <Icon size={16} stroke={1.5} aria-hidden />,
              path: `/admin/applications/${application.id}`,
              pageKey,
            },
          ],
    );
  const groups: EntryGroup[] = [
    {
      label: t('palette.applications'),
      entries: applications.map((application) => ({
        id: application.id,
        name: application.companyName,
        detail: application.contactName,
        icon: <Mark name={application.companyName} />,
        right: <StatusBadge state={stateOf(application)} />,
        path: `/admin/applications/${application.id}`,
        isObject: true,
      })),
    },
    { label: t('palette.next'), entries: commandsOn(isReviewer ? applications[0] : undefined) },
    {
      label: t('palette.partners'),
      entries: partners.map(({ id, companyName, adminEmail, isActive }) => ({
        id,
        name: companyName,
        detail: adminEmail,
        icon: <Mark name={companyName} />,
        right: isActive ? undefined : t('palette.inactive'),
        path: `/admin/partners/${id}`,
        isObject: true,
      })),
    },
    {
      label: t('palette.clients'),
      entries: clients.map(({ id, companyName, contactName, subscriptionTier }) => ({
        id,
        name: companyName,
        detail: contactName,
        icon: <Mark name={companyName} />,
        right: subscriptionTier,
        path: `/partner/clients/${id}`,
        isObject: true,
      })),
    },
    {
      label: t('palette.people'),
      entries: people.map(({ id, name, email, companyName, partnerAccountId }) => ({
        id,
        name,
        detail: email,
        icon: <Mark name={name} kind="person" />,
        right: isAdmin ? (companyName ?? t('palette.team')) : undefined,
        path: pageOf(isAdmin, partnerAccountId),
      })),
    },
  ];
  return { groups, error, refetch, isOld: isPlaceholderData, isFetching };
}

/** The page that shows a person. */
function pageOf(isAdmin: boolean, partnerAccountId: string | null | undefined): string {
  if (!isAdmin) return '/partner/members';
  return partnerAccountId ? `/admin/partners/${partnerAccountId}` : '/admin/team';
}
