import { Button, Container, Group, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../shared/layout/links.tsx';
import { PageTitle } from '../shared/layout/page/page.title.tsx';
import { Problem } from '../shared/problem.tsx';
import { PublicLayout } from '../shared/layout/public.layout.tsx';
import { HOME } from './session.guard.ts';
import type { Viewer } from './session.store.ts';
import { signOut } from './session.ts';

/** Replaces a page of another role and offers to switch accounts. */
export function WrongRolePage({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const next = useLocation({ select: ({ href }) => href });
  const { mutate, isPending, error } = useMutation({
    mutationFn: signOut,
    onSuccess: () => void navigate({ to: '/sign-in', search: { next } }),
  });
  return (
    <PublicLayout>
      <PageTitle title={t('wrongRole.title')} />
      <Container size="xs" py={80} ta="center">
        <Title order={1} size="h2">
          {t('wrongRole.title')}
        </Title>
        <Text mt="sm">{t('wrongRole.text', { email: viewer.email })}</Text>
        <Group mt="xl" justify="center">
          <ButtonLink to={HOME[viewer.role]}>{t('toStart')}</ButtonLink>
          <Button variant="default" loading={isPending} onClick={() => mutate()}>
            {t('wrongRole.change')}
          </Button>
        </Group>
        <Problem error={error} />
      </Container>
    </PublicLayout>
  );
}
