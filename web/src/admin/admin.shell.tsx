import { useTranslation } from 'react-i18next';
import {
  IconCertificate,
  IconFileText,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconMail,
  IconUsers,
} from '../shared/icons.tsx';
import { MenuLink } from '../shared/layout/links.tsx';
import { Shell } from '../shared/layout/shell.tsx';

export function AdminShell() {
  const { t } = useTranslation('admin');
  return (
    <Shell
      home="/admin"
      menu={
        <>
          <MenuLink
            to="/admin"
            activeOptions={{ exact: true, includeSearch: false }}
            label={t('nav.start')}
            leftSection={<IconLayoutDashboard size={18} aria-hidden />}
          />
          <MenuLink
            to="/admin/applications"
            label={t('nav.applications')}
            leftSection={<IconFileText size={18} aria-hidden />}
          />
          <MenuLink
            to="/admin/partners"
            label={t('nav.partners')}
            leftSection={<IconCertificate size={18} aria-hidden />}
          />
          <MenuLink to="/admin/team" label={t('nav.team')} leftSection={<IconUsers size={18} aria-hidden />} />
          <MenuLink to="/admin/api-keys" label={t('nav.apiKeys')} leftSection={<IconKey size={18} aria-hidden />} />
          <MenuLink to="/admin/mails" label={t('nav.mails')} leftSection={<IconMail size={18} aria-hidden />} />
          <MenuLink to="/admin/audit" label={t('nav.audit')} leftSection={<IconHistory size={18} aria-hidden />} />
        </>
      }
    />
  );
}
