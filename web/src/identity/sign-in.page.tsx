import { Alert, Divider, Group, Stack, Text } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HOME } from '../session/session.guard.ts';
import { SignInForm } from '../session/sign-in.form.tsx';
import { TextLink } from '../shared/layout/links.tsx';
import { IdentityCard } from './identity.card.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const { next, reset } = route.useSearch();
  const { history } = useRouter();
  return (
    <IdentityCard title={t('signIn.title')} lead={t('signIn.lead')}>
      <Stack>
        {reset && (
          <Alert color="green" role="status">
            {t('signIn.passwordChanged')}
          </Alert>
        )}
        <SignInForm onSignedIn={({ viewer }) => history.push(next ?? HOME[viewer.role])} />
        <Text size="sm" ta="center">
          <TextLink to="/password-reset">{t('signIn.forgotten')}</TextLink>
        </Text>
        <Divider />
        <Group gap={6} justify="center">
          <Text size="sm">{t('signIn.noAccount')}</Text>
          <TextLink to="/apply" size="sm">
            {t('signIn.apply')}
          </TextLink>
        </Group>
      </Stack>
    </IdentityCard>
  );
}
