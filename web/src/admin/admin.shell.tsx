import { useTranslation } from 'react-i18next';
import {
  IconActivity,
  IconBuilding,
  IconAward,
  IconCertificate,
  IconFiles,
  IconFileText,
  IconGavel,
  IconHistory,
  IconHome,
  IconKey,
  IconMail,
  IconPlugConnected,
  IconUsers,
  IconWebhook,
} from '../shared/icons.tsx';
import type { MenuGroup } from '../shared/layout/navigation/menu.ts';
import { Shell } from '../shared/layout/shell.tsx';
import { useSession } from '../session/session.store.ts';
import { useMenuCounts } from './home/menu.counts.ts';
import { mayManageAdmins, mayManagePartners } from './rights.ts';

export function AdminShell() {
  return <Shell home="/admin" menu={useMenu()} />;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

function useMenu(): MenuGroup[] {
  const { t } = useTranslation(['admin', 'keys', 'provisioning', 'developers']);
  const session = useSession();
  const create = (label: string) => ({ label, keys: 'c' });
  const waiting = useMenuCounts();
  return [
    {
      items: [
        { to: '/admin', label: t('nav.start'), icon: <IconHome {...icon} />, isExact: true, letter: 'h', isTab: true },
      ],
    },
    {
      label: t('nav.partnerships'),
      items: [
        {
          to: '/admin/applications',
          search: { status: 'UNDECIDED' },
          label: t('nav.applications'),
          icon: <IconFileText {...icon} />,
          letter: 'a',
          isTab: true,
          count: waiting?.pending,
        },
        {
          to: '/admin/partners',
          label: t('nav.partners'),
          icon: <IconCertificate {...icon} />,
          letter: 'p',
          isTab: true,
        },
        {
          to: '/admin/company-changes',
          label: t('nav.companyChanges'),
          icon: <IconBuilding {...icon} />,
          count: waiting?.companyChanges,
        },
        { to: '/admin/agreements', label: t('nav.agreements'), icon: <IconGavel {...icon} /> },
      ],
    },
    { label: t('nav.program'), items: [{ to: '/admin/tiers', label: t('nav.tiers'), icon: <IconAward {...icon} /> }] },
    {
      label: t('nav.system'),
      items: [
        {
          to: '/admin/mails',
          label: t('nav.mails'),
          icon: <IconMail {...icon} />,
          isTab: true,
          count: waiting?.failedEmails,
          countOf: 'failed',
        },
        { to: '/admin/jobs', label: t('nav.jobs'), icon: <IconActivity {...icon} /> },
        { to: '/admin/provisioning', label: t('provisioning:list.title'), icon: <IconPlugConnected {...icon} /> },
        { to: '/admin/files', label: t('nav.files'), icon: <IconFiles {...icon} /> },
        { to: '/admin/audit', label: t('nav.audit'), icon: <IconHistory {...icon} /> },
        {
          to: '/admin/team',
          label: t('nav.team'),
          icon: <IconUsers {...icon} />,
          command: 'viewer' in session && mayManageAdmins(session.viewer) && create(t('team.invite')),
        },
        {
          to: '/admin/api-keys',
          label: t('nav.apiKeys'),
          icon: <IconKey {...icon} />,
          command: create(t('keys:make')),
        },
        'viewer' in session &&
          mayManagePartners(session.viewer) && {
            to: '/admin/developers',
            label: t('developers:title'),
            icon: <IconWebhook {...icon} />,
            command: create(t('developers:make')),
          },
      ],
    },
  ];
}
