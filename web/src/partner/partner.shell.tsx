import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.store.ts';
import {
  IconActivity,
  IconBuilding,
  IconCertificate,
  IconKey,
  IconLayoutDashboard,
  IconUsers,
} from '../shared/icons.tsx';
import { MenuLink } from '../shared/layout/links.tsx';
import { Shell } from '../shared/layout/shell.tsx';
import { AccessBanner } from './clients/access.banner.tsx';
import { mayChangeClients, mayManageKeys, mayManageMembers, maySeeClients } from './rights.ts';

export function PartnerShell() {
  const { t } = useTranslation('portal');
  const session = useSession();
  // The user signed out, perhaps in another tab.
  if (!('viewer' in session)) return <Navigate to="/sign-in" />;
  const { viewer } = session;
  return (
    <Shell
      home="/partner"
      banner={mayChangeClients(viewer) && <AccessBanner />}
      menu={
        <>
          <MenuLink
            to="/partner"
            activeOptions={{ exact: true }}
            label={t('nav.start')}
            leftSection={<IconLayoutDashboard size={18} aria-hidden />}
          />
          {maySeeClients(viewer) && (
            <MenuLink
              to="/partner/clients"
              label={t('nav.clients')}
              leftSection={<IconBuilding size={18} aria-hidden />}
            />
          )}
          <MenuLink
            to="/partner/activity"
            label={t('nav.activity')}
            leftSection={<IconActivity size={18} aria-hidden />}
          />
          {mayManageMembers(viewer) && (
            <MenuLink
              to="/partner/members"
              label={t('nav.members')}
              leftSection={<IconUsers size={18} aria-hidden />}
            />
          )}
          {mayManageKeys(viewer) && (
            <MenuLink to="/partner/api-keys" label={t('nav.apiKeys')} leftSection={<IconKey size={18} aria-hidden />} />
          )}
          <MenuLink
            to="/partner/account"
            label={t('nav.account')}
            leftSection={<IconCertificate size={18} aria-hidden />}
          />
        </>
      }
    />
  );
}
