import { useTranslation } from 'react-i18next';
import type { PartnerDetailsQuery } from '../../../generated/admin/graphql.ts';
import { Figure, FigureStrip } from '../../../shared/cards/figure.strip.tsx';
import { useFormat } from '../../../shared/format.ts';

interface FiguresProps {
  details: PartnerDetailsQuery;
  partnerId: string;
  hasClients: boolean;
}

/** Each figure opens the tab that explains it. */
export function OverviewFigures({ details, partnerId: id, hasClients }: FiguresProps) {
  const { t } = useTranslation('admin');
  const { number } = useFormat();
  const linkTo = (tab: string, search: object = {}) => ({
    to: '/admin/partners/$id' as const,
    params: { id },
    search: { tab, ...search },
  });
  const { partnerClients, partnerMembers, partnerNotes } = details;
  const { active, suspended } = partnerClients.counts;
  return (
    <FigureStrip>
      {hasClients && (
        <Figure
          label={t('partners.figure.activeClients')}
          value={number(active)}
          note={t('partners.figure.ofClients', { count: partnerClients.pageInfo.totalItems })}
          link={linkTo('clients', { status: 'ACTIVE' })}
        />
      )}
      {hasClients && (
        <Figure
          label={t('partners.figure.suspendedClients')}
          value={number(suspended)}
          tone="amber"
          link={linkTo('clients', { status: 'SUSPENDED' })}
        />
      )}
      <Figure
        label={t('partners.tab.people')}
        value={number(partnerMembers.pageInfo.totalItems)}
        link={linkTo('people')}
      />
      <Figure label={t('partners.tab.notes')} value={number(partnerNotes.pageInfo.totalItems)} link={linkTo('notes')} />
    </FigureStrip>
  );
}
