import { useTranslation } from 'react-i18next';
import type { Viewer } from '../../session/session.store.ts';
import { Card } from '../../shared/cards/card.tsx';
import { Facts } from '../../shared/data/facts.tsx';
import { useFormat } from '../../shared/format.ts';
import { Help } from '../../shared/help/help.tsx';
import { TextLink } from '../../shared/layout/links.tsx';

type Account = NonNullable<Viewer['partnerAccount']>;

/** The partnership. */
export function PartnershipCard({ account: { partnerships, tier } }: { account: Account }) {
  const { t } = useTranslation(['home', 'common', 'portal']);
  const { date } = useFormat();
  return (
    <Card
      title={t('partner.partnership.title')}
      end={
        <TextLink to="/partner/account" size="xs">
          {t('partner.partnership.account')}
        </TextLink>
      }
    >
      <Facts
        facts={{
          [t('portal:account.partnerships')]: partnerships
            .map(({ type, since }) =>
              t('partner.partnership.since', { type: t(`common:partnershipType.${type}`), date: date(since) }),
            )
            .join(', '),
          [t('partner.partnership.tier')]: (
            <>
              {t(`common:partnerTier.${tier}`)} <Help topic="tier" />
            </>
          ),
        }}
      />
    </Card>
  );
}
