import { Anchor, Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import {
  PartnerDetailsDocument,
  PartnerNeighborsDocument,
  type PartnerDetailsQuery,
} from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { useFormat } from '../../shared/format.ts';
import { IconNote } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Neighbors } from '../../shared/layout/page/neighbors.tsx';
import { ObjectHead } from '../../shared/layout/page/object.head.tsx';
import { ObjectTabs } from '../../shared/layout/page/object.tabs.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { mayManagePartners } from '../rights.ts';
import type { PartnerDetails } from './partner.details.ts';
import { ManagerPicker, useManagerFact } from './manager.picker.tsx';
import { PartnerState } from './partner.state.tsx';
import { filterOf, partnersOf } from './partners.search.ts';
import { usePartnerTabs } from './partner.tabs.tsx';

const route = getRouteApi('/admin/partners/$id');

export function PartnerPage() {
  const { t } = useTranslation('admin');
  const { id } = route.useParams();
  const { data, error, isPending, isFetching, refetch } = useQuery(query(PartnerDetailsDocument, { id }));
  if (isPending) return <CardSkeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  if (!data.partnerAccount) {
    return (
      <EmptyState isPage title={t('partners.missing')}>
        <TextLink to="/admin/partners">{t('partners.all')}</TextLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <Partner key={data.partnerAccount.id} partner={data.partnerAccount} counts={data} />
    </>
  );
}

interface PartnerProps {
  partner: PartnerDetails;
  counts: PartnerDetailsQuery;
}

function Partner({ partner, counts }: PartnerProps) {
  const { t } = useTranslation('admin');
  const { tab, list } = route.useSearch();
  const navigate = route.useNavigate();
  const [isNoting, setIsNoting] = useState(false);
  const open = (id: string | undefined, withNote = false) => {
    setIsNoting(withNote);
    void navigate({ search: { list, tab: id } });
  };
  return (
    <>
      <ObjectHead
        title={partner.companyName}
        crumb={
          <TextLink to="/admin/partners" search={partnersOf(list)} activeOptions={{ exact: true }} c="inherit">
            {t('partners.title')}
          </TextLink>
        }
        position={<Neighbors {...usePartnerNeighbors(partner.id, list)} />}
        mark={<Mark name={partner.companyName} size={44} />}
        badges={<PartnerState isActive={partner.isActive} isSoft />}
        facts={useFactsLine(partner)}
        actions={
          mayManagePartners(useViewer()) && (
            <>
              <ManagerPicker partner={partner} />
              <AddNote onNote={() => open('notes', true)} />
            </>
          )
        }
      />
      <ObjectTabs
        label={partner.companyName}
        tabs={usePartnerTabs(partner, counts, isNoting)}
        current={tab}
        onTab={(id) => open(id)}
      />
    </>
  );
}

/** Opens the notes, with the focus in the field. */
function AddNote({ onNote }: { onNote: () => void }) {
  const { t } = useTranslation('admin');
  useKeys([{ keys: 'n', label: t('partners.addNote'), run: onNote }]);
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconNote size={16} aria-hidden />}
      rightSection={<Kbd keys="n" />}
      onClick={onNote}
    >
      {t('partners.addNote')}
    </Button>
  );
}

/** The partners before and after one in the list that the user came from, and its position there. */
function usePartnerNeighbors(id: string, list: string | undefined) {
  const { data, ...answer } = useQuery({
    ...query(PartnerNeighborsDocument, { id, filter: filterOf(partnersOf(list)) }),
    placeholderData: keepPreviousData,
  });
  return { answer, neighbors: data?.partnerAccountNeighbors };
}

function useFactsLine(partner: PartnerDetails) {
  const { partnerships, tier, createdAt, adminEmail } = partner;
  const managers = useManagerFact(partner);
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  return [
    partnerships.map(({ type }) => t(`common:partnershipType.${type}`)).join(', '),
    t(`common:partnerTier.${tier}`),
    t('partners.partnerSince', { date: date(createdAt) }),
    ...(managers === undefined ? [] : [managers]),
    <Anchor key="email" href={`mailto:${adminEmail}`} size="sm">
      {adminEmail}
    </Anchor>,
  ];
}
