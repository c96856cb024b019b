import { Container, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from './links.tsx';
import { PageTitle } from './page.title.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Container component="main" size="xs" py={80} ta="center">
      <PageTitle title={t('notFound.title')} />
      <Title order={1} size="h2">
        {t('notFound.title')}
      </Title>
      <Text mt="sm">{t('notFound.text')}</Text>
      <ButtonLink to="/" mt="xl">
        {t('toStart')}
      </ButtonLink>
    </Container>
  );
}
