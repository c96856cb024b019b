import { Container, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HOME } from '../../../session/session.guard.ts';
import { useSession } from '../../../session/session.store.ts';
import { ButtonLink } from '../links.tsx';
import { PageTitle } from './page.title.tsx';
import { PublicLayout } from '../public.layout.tsx';

export function NotFoundPage() {
  return (
    <PublicLayout>
      <NotFound />
    </PublicLayout>
  );
}

/** The same inside a shell. */
export function NotFound() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Container size="xs" py={80} ta="center">
      <PageTitle title={t('notFound.title')} />
      <Title order={1} size="h2">
        {t('notFound.title')}
      </Title>
      <Text mt="sm">{t('notFound.text')}</Text>
      <ButtonLink to={'viewer' in session ? HOME[session.viewer.role] : '/'} mt="xl">
        {t('toStart')}
      </ButtonLink>
    </Container>
  );
}
