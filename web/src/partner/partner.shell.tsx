import { IconLayoutDashboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MenuLink } from '../shared/links.tsx';
import { Shell } from '../shared/shell.tsx';

export function PartnerShell() {
  const { t } = useTranslation('portal');
  return (
    <Shell
      home="/partner"
      menu={
        <MenuLink
          to="/partner"
          activeOptions={{ exact: true }}
          label={t('nav.start')}
          leftSection={<IconLayoutDashboard size={18} aria-hidden />}
        />
      }
    />
  );
}
