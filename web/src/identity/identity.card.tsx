import { Container, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from '../shared/layout/page/page.title.tsx';
import { PublicLayout } from '../shared/layout/public.layout.tsx';

interface IdentityCardProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** Card of the sign-in pages. */
export function IdentityCard({ title, lead, children }: IdentityCardProps) {
  return (
    <PublicLayout>
      <PageTitle title={title} />
      <Container size={440} px={0} py={{ base: 'md', sm: 48 }}>
        <Title order={1} size="h2" ta="center">
          {title}
        </Title>
        {lead && (
          <Text c="dimmed" ta="center" mt="xs">
            {lead}
          </Text>
        )}
        <Paper withBorder shadow="sm" p={{ base: 'md', xs: 'xl' }} mt="xl" radius="lg">
          {children}
        </Paper>
      </Container>
    </PublicLayout>
  );
}
