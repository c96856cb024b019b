import { Grid, Paper, Stack } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../session/session.store.ts';
import { CardSkeletons } from '../shared/cards/card.skeletons.tsx';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { Facts } from '../shared/data/facts.tsx';
import { useFormat } from '../shared/format.ts';
import { ButtonLink, TextLink } from '../shared/layout/links.tsx';
import { PageHeader } from '../shared/layout/page/page.header.tsx';
import { OwnManagersCard, TierCards } from '../tiers/program.tsx';

/** Account details, the contacts at ReachGenie, and what each tier brings. */
export function AccountPage() {
  const { t } = useTranslation(['portal', 'common']);
  const { date } = useFormat();
  const { partnerAccount: account } = useViewer();
  if (!account) return <EmptyState isPage title={t('account.missing')} />;
  return (
    <>
      <PageHeader
        title={t('account.title')}
        actions={
          <ButtonLink to="/partner/tier" variant="default" size="xs">
            {t('nav.tier')}
          </ButtonLink>
        }
      />
      <Stack gap="md">
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Paper withBorder p="lg">
              <Facts
                facts={{
                  [t('account.company')]: <TextLink to="/partner/company">{account.companyName}</TextLink>,
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
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Suspense fallback={null}>
              <OwnManagersCard />
            </Suspense>
          </Grid.Col>
        </Grid>
        <Suspense fallback={<CardSkeletons />}>
          <TierCards account={account} />
        </Suspense>
      </Stack>
    </>
  );
}
