import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession, type Viewer } from '../session/session.store.ts';
import { AgreementsBanner } from './agreements.banner.tsx';
import {
  IconActivity,
  IconAward,
  IconBuilding,
  IconBuildingStore,
  IconCertificate,
  IconGavel,
  IconHome,
  IconKey,
  IconListCheck,
  IconUsers,
  IconWebhook,
} from '../shared/icons.tsx';
import type { MenuGroup } from '../shared/layout/navigation/menu.ts';
import { Shell } from '../shared/layout/shell.tsx';
import { AccessBanner } from './clients/access/access.banner.tsx';
import { mayChangeClients, mayManageKeys, mayManageMembers, mayPlanOnboarding, maySeeClients } from './rights.ts';

export function PartnerShell() {
  const session = useSession();
  // The user signed out, perhaps in another tab.
  if (!('viewer' in session)) return <Navigate to="/sign-in" />;
  return <PartnerPages viewer={session.viewer} />;
}

function PartnerPages({ viewer }: { viewer: Viewer }) {
  const banner = (
    <>
      <AgreementsBanner />
      {mayChangeClients(viewer) && <AccessBanner />}
    </>
  );
  return <Shell home="/partner" banner={banner} menu={useMenu(viewer)} />;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

function useMenu(viewer: Viewer): MenuGroup[] {
  const { t } = useTranslation(['portal', 'keys', 'onboarding', 'developers']);
  const create = (label: string) => ({ label, keys: 'c' });
  return [
    {
      items: [
        {
          to: '/partner',
          label: t('nav.start'),
          icon: <IconHome {...icon} />,
          isExact: true,
          letter: 'h',
          isTab: true,
        },
        maySeeClients(viewer) && {
          to: '/partner/clients',
          label: t('nav.clients'),
          icon: <IconBuilding {...icon} />,
          letter: 'c',
          isTab: true,
          command: mayChangeClients(viewer) && create(t('clients.add')),
        },
        {
          to: '/partner/activity',
          label: t('nav.activity'),
          icon: <IconActivity {...icon} />,
          letter: 'a',
          isTab: true,
        },
      ],
    },
    {
      label: t('nav.company'),
      items: [
        mayManageMembers(viewer) && {
          to: '/partner/members',
          label: t('nav.members'),
          icon: <IconUsers {...icon} />,
          command: create(t('members.invite')),
        },
        mayPlanOnboarding(viewer) && {
          to: '/partner/onboarding',
          label: t('onboarding:plan.title'),
          icon: <IconListCheck {...icon} />,
        },
        mayManageKeys(viewer) && {
          to: '/partner/api-keys',
          label: t('nav.apiKeys'),
          icon: <IconKey {...icon} />,
          command: create(t('keys:make')),
        },
        mayManageMembers(viewer) && {
          to: '/partner/developers',
          label: t('developers:title'),
          icon: <IconWebhook {...icon} />,
          command: create(t('developers:make')),
        },
        { to: '/partner/company', label: t('nav.companyData'), icon: <IconBuildingStore {...icon} /> },
        { to: '/partner/agreements', label: t('nav.agreements'), icon: <IconGavel {...icon} /> },
        { to: '/partner/tier', label: t('nav.tier'), icon: <IconAward {...icon} /> },
        { to: '/partner/account', label: t('nav.account'), icon: <IconCertificate {...icon} />, isTab: true },
      ],
    },
  ];
}
