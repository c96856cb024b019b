import { Paper, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../session/session.store.ts';
import { Facts } from '../shared/facts.tsx';
import { PageHeader } from '../shared/page.header.tsx';

export function StartPage() {
  const { t } = useTranslation(['portal', 'common']);
  const { name, partnerAccount: account } = useViewer();
  return (
    <>
      <PageHeader title={t('start.title', { name })} />
      {account && (
        <Paper withBorder p="lg" radius="lg" maw={560}>
          <Title order={2} size="h4" mb="md">
            {t('start.account')}
          </Title>
          <Facts
            facts={{
              [t('start.company')]: account.companyName,
              [t('start.partnership')]: t(`common:partnershipType.${account.partnershipType}`),
              [t('start.tier')]: t(`common:partnerTier.${account.tier}`),
            }}
          />
        </Paper>
      )}
    </>
  );
}
