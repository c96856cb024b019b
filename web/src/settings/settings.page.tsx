import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NotificationsCard } from '../notifications/notifications.card.tsx';
import { FactorCard } from '../security/factor.card.tsx';
import { PasswordCard } from '../security/password.card.tsx';
import { SessionsCard } from '../security/sessions.card.tsx';
import { PageHeader } from '../shared/layout/page/page.header.tsx';
import { BrowserCard } from './browser.card.tsx';
import { DisplayCard } from './display.card.tsx';
import { ProfileCard } from './profile.card.tsx';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="lg" maw={720}>
        <ProfileCard />
        <DisplayCard />
        <BrowserCard />
        <PasswordCard />
        <FactorCard />
        <SessionsCard />
        <NotificationsCard />
      </Stack>
    </>
  );
}
