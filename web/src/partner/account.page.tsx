import { Badge, Grid, List, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PartnerTier } from '../generated/enums.ts';
import { useViewer } from '../session/session.store.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { Facts } from '../shared/data/facts.tsx';
import { useFormat } from '../shared/format.ts';
import { PageHeader } from '../shared/layout/page/page.header.tsx';
import { isReseller } from './rights.ts';

const TIERS = [PartnerTier.Silver, PartnerTier.Gold, PartnerTier.Platinum];

/** Account details and the benefits of each tier. */
export function AccountPage() {
  const { t } = useTranslation(['portal', 'common']);
  const { date } = useFormat();
  const { partnerAccount: account } = useViewer();
  if (!account) return <EmptyState isPage title={t('account.missing')} />;
  return (
    <>
      <PageHeader title={t('account.title')} />
      <Grid gap="lg">
        <Grid.Col span={12}>
          <Paper withBorder p="lg" radius="lg">
            <Facts
              facts={{
                [t('account.company')]: account.companyName,
                [t('account.partnerships')]: account.partnerships.map(({ type, since }) => (
                  <div key={type}>
                    {t('account.partnershipSince', { type: t(`common:partnershipType.${type}`), date: date(since) })}
                  </div>
                )),
                [t('account.clientManagement')]: t(account.clientManagementEnabled ? 'common:on' : 'common:off'),
                [t('account.whitelabel')]: t(account.whitelabelEnabled ? 'common:on' : 'common:off'),
              }}
            />
          </Paper>
        </Grid.Col>
        {TIERS.map((tier) => (
          <Grid.Col key={tier} span={{ base: 12, md: 4 }}>
            <TierCard tier={tier} isOwn={tier === account.tier} isReseller={isReseller(account)} />
          </Grid.Col>
        ))}
      </Grid>
      <Text size="sm" c="dimmed" mt="md">
        {t('account.tierNote')}
      </Text>
    </>
  );
}

interface TierCardProps {
  tier: PartnerTier;
  isOwn: boolean;
  isReseller: boolean;
}

function TierCard({ tier, isOwn, isReseller: sells }: TierCardProps) {
  const { t } = useTranslation(['portal', 'common']);
  const benefits = t(`benefits.${tier}`, { returnObjects: true });
  const ofResellers = sells ? t(`resellerBenefits.${tier}`, { returnObjects: true }) : [];
  return (
    <Paper
      withBorder
      p="lg"
      radius="lg"
      h="100%"
      {...(isOwn ? { style: { borderColor: 'var(--mantine-primary-color-filled)', borderWidth: 2 } } : {})}
    >
      <Title order={2} size="h4" mb="sm">
        {t(`common:partnerTier.${tier}`)}{' '}
        {isOwn && (
          <Badge variant="filled" ml="xs">
            {t('account.yours')}
          </Badge>
        )}
      </Title>
      <List spacing="xs" size="sm">
        {[...benefits, ...ofResellers].map((benefit) => (
          <List.Item key={benefit}>{benefit}</List.Item>
        ))}
      </List>
    </Paper>
  );
}
