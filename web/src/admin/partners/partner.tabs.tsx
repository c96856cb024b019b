import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityList, ZoneName } from '../../activity/activity.list.tsx';
import { PartnershipType } from '../../generated/enums.ts';
import type { PartnerDetailsQuery } from '../../generated/admin/graphql.ts';
import type { ObjectTab } from '../../shared/layout/page/object.tabs.tsx';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { PartnerTierTab } from '../../tiers/program.tsx';
import { adminLink } from '../object.link.tsx';
import { mayManagePartners } from '../rights.ts';
import type { PartnerDetails } from './partner.details.ts';
import { PartnerAgreements } from './tabs/agreements.tab.tsx';
import { PartnerApplications } from './tabs/applications.tab.tsx';
import { PartnerClients } from './tabs/clients.tab.tsx';
import { PartnerEmails } from './tabs/emails.tab.tsx';
import { PartnerNotes } from './tabs/notes.tab.tsx';
import { PartnerOverview } from './tabs/overview.tab.tsx';
import { PartnerPeople } from './tabs/people.tab.tsx';

/** The tabs of a partner. A new feature adds a line: overview first, activity last. */
export function usePartnerTabs(partner: PartnerDetails, counts: PartnerDetailsQuery, isNoting: boolean): ObjectTab[] {
  const { t } = useTranslation('admin');
  const mayManage = mayManagePartners(useViewer());
  const { id, partnerships } = partner;
  const isReseller = partnerships.some(({ type }) => type === PartnershipType.Reseller);
  const countOf = (list: 'partnerClients' | 'partnerMembers' | 'partnerNotes') => counts[list].pageInfo.totalItems;
  const clients: ObjectTab = {
    id: 'clients',
    title: t('partners.tab.clients'),
    count: countOf('partnerClients'),
    render: () => <PartnerClients partnerId={id} />,
  };
  return [
    {
      id: 'overview',
      title: t('partners.tab.overview'),
      render: () => <PartnerOverview details={counts} partner={partner} />,
    },
    ...(isReseller ? [clients] : []),
    {
      id: 'tier',
      title: t('partners.tier'),
      render: () => (
        <Suspense fallback={<CardSkeletons />}>
          <PartnerTierTab partner={partner} mayManage={mayManage} />
        </Suspense>
      ),
    },
    {
      id: 'people',
      title: t('partners.tab.people'),
      count: countOf('partnerMembers'),
      render: () => <PartnerPeople partnerId={id} />,
    },
    {
      id: 'notes',
      title: t('partners.tab.notes'),
      count: countOf('partnerNotes'),
      render: () => <PartnerNotes partnerId={id} isNoting={isNoting} />,
    },
    { id: 'agreements', title: t('nav.agreements'), render: () => <PartnerAgreements partnerId={id} /> },
    { id: 'emails', title: t('partners.tab.emails'), render: () => <PartnerEmails partnerId={id} /> },
    {
      id: 'application',
      title: t('partners.tab.application'),
      count: partnerships.length > 1 ? partnerships.length : undefined,
      render: () => <PartnerApplications partner={partner} />,
    },
    {
      id: 'activity',
      title: t('partners.tab.activity'),
      render: () => (
        <>
          <ZoneName />
          <ActivityList label={t('partners.tab.activity')} filter={{ resellerId: id }} link={adminLink} />
        </>
      ),
    },
  ];
}
