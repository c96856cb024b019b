import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../shared/layout/page.header.tsx';
import { FactorCard } from './factor.card.tsx';
import { PasswordCard } from './password.card.tsx';
import { SessionsCard } from './sessions.card.tsx';

export function SecurityPage() {
  const { t } = useTranslation('security');
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="lg" maw={720}>
        <PasswordCard />
        <FactorCard />
        <SessionsCard />
      </Stack>
    </>
  );
}
