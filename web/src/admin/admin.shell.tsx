import { IconFileText, IconLayoutDashboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MenuLink } from '../shared/links.tsx';
import { Shell } from '../shared/shell.tsx';

export function AdminShell() {
  const { t } = useTranslation('admin');
  return (
    <Shell
      home="/admin"
      menu={
        <>
          <MenuLink
            to="/admin"
            activeOptions={{ exact: true }}
            label={t('nav.start')}
            leftSection={<IconLayoutDashboard size={18} aria-hidden />}
          />
          <MenuLink
            to="/admin/applications"
            label={t('nav.applications')}
            leftSection={<IconFileText size={18} aria-hidden />}
          />
        </>
      }
    />
  );
}
