import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { PartnerDetailsDocument, type PartnerPartsFragment } from '../../generated/admin/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import type { RowAction } from '../../shared/list/list.types.ts';
import { ButtonLink } from '../../shared/layout/links.tsx';
import { PeekActions, PeekFacts, PeekHeading, PeekPart } from '../../shared/list/peek/peek.parts.tsx';
import { Skeletons } from '../../shared/list/rows/skeletons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { PartnerState } from './partner.state.tsx';

interface PartnerPeekProps {
  id: string;
  list?: string | undefined;
  actions: readonly RowAction<PartnerPartsFragment>[];
}

/** A partner beside its list. */
export function PartnerPeek({ id, list, actions }: PartnerPeekProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { data, error, isPending, isFetching, refetch } = useQuery(query(PartnerDetailsDocument, { id }));
  if (isPending) return <Skeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const partner = data?.partnerAccount;
  if (!partner) return data ? <EmptyState title={t('partners.missing')} /> : problem;
  const onOrOff = (isOn: boolean) => t(isOn ? 'common:on' : 'common:off');
  return (
    <>
      {problem}
      <PeekHeading
        name={partner.companyName}
        about={partner.partnerships.map(({ type }) => t(`common:partnershipType.${type}`)).join(', ')}
        state={<PartnerState isActive={partner.isActive} isSoft />}
      />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('partners.owner')]: partner.adminEmail,
            [t('partners.tier')]: t(`common:partnerTier.${partner.tier}`),
            [t('partners.manager')]:
              [partner.manager?.name, partner.technicalManager?.name].filter(Boolean).join(', ') ||
              t('partners.noManager'),
            [t('partners.since')]: <RelativeTime at={partner.createdAt} form="ago" />,
            [t('partners.clientManagement')]: onOrOff(partner.clientManagementEnabled),
            [t('partners.whitelabel')]: onOrOff(partner.whitelabelEnabled),
          }}
        />
      </PeekPart>
      <PeekActions item={partner} actions={actions}>
        <ButtonLink to="/admin/partners/$id" params={{ id }} search={{ list }} variant="default">
          {t('common:list.openPage')}
        </ButtonLink>
      </PeekActions>
    </>
  );
}
