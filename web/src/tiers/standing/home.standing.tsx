import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { AllTermsDocument, OwnStandingDocument } from '../../generated/tiers/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { Card } from '../../shared/cards/card.tsx';
import { ButtonLink, TextLink } from '../../shared/layout/links.tsx';
import { Problem } from '../../shared/problem.tsx';
import { versionsOf } from '../terms/terms.in.effect.ts';
import { useTierWords } from '../tier.words.ts';
import { RiskAlert } from './risk.alert.tsx';
import { StandingCard } from './standing.cards.tsx';
import { TermsInShort } from './terms.in.short.tsx';

/** At the top of the home page: a tier at risk. */
export function RiskBanner() {
  const { t } = useTranslation('tiers');
  const { data } = useQuery(query(OwnStandingDocument, {}));
  return (
    data && (
      <RiskAlert standing={data.tierStanding}>
        <ButtonLink to="/partner/tier" variant="default" size="xs" mt="sm">
          {t('risk.open')}
        </ButtonLink>
      </RiskAlert>
    )
  );
}

/** On the home page: the tier with its values and its forecast. */
export function HomeStandingCard() {
  const { t } = useTranslation('tiers');
  const { data, error, isFetching, refetch } = useQuery(query(OwnStandingDocument, {}));
  if (error) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const all = (
    <TextLink to="/partner/tier" size="xs">
      {t('own.all')}
    </TextLink>
  );
  return data && <StandingCard standing={data.tierStanding} end={all} />;
}

/** For partners without clients: what their tier brings. */
export function OwnBenefitsCard() {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const { partnerAccount: account } = useViewer();
  const { data, error, isFetching, refetch } = useQuery(query(AllTermsDocument, {}));
  if (error) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const terms = account && versionsOf(data?.tierTerms ?? [], account.tier).current;
  return (
    terms && (
      <Card title={t('own.brings', { tier: words.tier(terms.tier) })}>
        <TermsInShort terms={terms} types={account.partnerships.map(({ type }) => type)} />
      </Card>
    )
  );
}
