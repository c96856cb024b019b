import { useTranslation } from 'react-i18next';
import type { HomePeriodQuery } from '../../generated/admin/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { ShareBars } from '../../shared/charts/share.bars.tsx';
import { Help } from '../../shared/help/help.tsx';
import { funnelOf } from './figures.ts';
import classes from './home.module.css';
import type { ListOf } from './list.of.ts';

interface BreakdownProps {
  figures: HomePeriodQuery['now'];
  listOf: ListOf;
}

/** The period's applications by how far they got, type, size and industry. */
export function Breakdown({ figures, listOf }: BreakdownProps) {
  const { t } = useTranslation(['home', 'common']);
  const { total, byPartnershipType, byCompanySize, byIndustry } = figures;
  const funnel = funnelOf(figures).map(({ step, count, status }) => ({
    label: t(`funnel.${step}`),
    count,
    link: listOf({ status }),
  }));
  const types = byPartnershipType.map(({ partnershipType, count }) => ({
    label: t(`common:partnershipType.${partnershipType}`),
    count,
    link: listOf({ type: partnershipType }),
  }));
  const sizes = byCompanySize.map(({ companySize, count }) => ({
    label: t(`common:companySize.${companySize}`),
    count,
    link: listOf({ size: companySize }),
  }));
  const industries = byIndustry.map(({ industry, count }) => ({ label: industry, count, link: listOf({ industry }) }));
  return (
    <div className={classes['thirds']}>
      <Card title={t('funnel.title')} end={<Help topic="funnel" />}>
        <ShareBars bars={funnel} of={total} />
      </Card>
      <Card title={t('breakdown.types')}>
        <ShareBars bars={types} of={total} />
      </Card>
      <Card title={t('breakdown.sizes')}>
        <ShareBars bars={sizes} of={total} />
      </Card>
      <Card title={t('breakdown.industries')}>
        <ShareBars bars={industries} of={total} />
      </Card>
    </div>
  );
}
