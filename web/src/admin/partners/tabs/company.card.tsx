import { useTranslation } from 'react-i18next';
import type { PartnerDetailsQuery } from '../../../generated/admin/graphql.ts';
import { Card } from '../../../shared/cards/card.tsx';
import { useAddress } from '../../../shared/data/address.ts';
import { Facts } from '../../../shared/data/facts.tsx';
import { TextLink, WebsiteLink } from '../../../shared/layout/links.tsx';
import type { PartnerDetails } from '../partner.details.ts';

interface CompanyCardProps {
  partner: PartnerDetails;
  /** Those that wait for a decision: at most one. */
  changes: PartnerDetailsQuery['companyChanges']['items'];
}

/** The company's own data. What is missing is left out. */
export function CompanyCard({ partner, changes: [pending] }: CompanyCardProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { legalName, vatId, website, phone, description } = partner;
  const known = {
    [t('common:change.field.legalName')]: legalName,
    [t('partners.address')]: useAddress()(partner),
    [t('common:change.field.vatId')]: vatId,
    [t('common:change.field.website')]: website && <WebsiteLink address={website} />,
    [t('common:change.field.phone')]: phone,
    [t('common:change.field.description')]: description,
  };
  const facts = Object.fromEntries(Object.entries(known).filter(([, value]) => value));
  const change = pending && (
    <TextLink to="/admin/company-changes/$id" params={{ id: pending.id }} size="sm">
      {t('partners.changeToReview')}
    </TextLink>
  );
  return (
    <Card title={t('partners.companyData')} end={change}>
      {Object.keys(facts).length > 0 ? <Facts facts={facts} /> : t('partners.noCompanyData')}
    </Card>
  );
}
