import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/cards/card.tsx';
import { Facts } from '../../../shared/data/facts.tsx';
import { useFormat } from '../../../shared/format.ts';
import { TextLink } from '../../../shared/layout/links.tsx';
import type { PartnerDetails } from '../partner.details.ts';

/** The contact and the answers of the partner's newest application. Empty answers are left out. */
export function AboutCard({ partner }: { partner: PartnerDetails }) {
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  const { joinedAt, partnerships } = partner;
  const application = partnerships.at(-1)?.application;
  const known = {
    [t('partners.joined')]: joinedAt ? date(joinedAt) : t('partners.invited'),
    [t('applications.contact')]: application?.contactName,
    [t('application.phone')]: application?.contactPhone,
    [t('application.industry')]: application?.industry,
    [t('applications.size')]: application && t(`common:companySize.${application.companySize}`),
  };
  const facts = Object.fromEntries(Object.entries(known).filter(([, value]) => value));
  return (
    <Card
      title={t('partners.about')}
      end={
        application && (
          <TextLink to="/admin/applications/$id" params={{ id: application.id }} size="sm">
            {t('partners.tab.application')}
          </TextLink>
        )
      }
    >
      <Facts facts={facts} />
    </Card>
  );
}
