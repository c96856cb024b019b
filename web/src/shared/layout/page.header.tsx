import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from './page.title.tsx';

interface PageHeaderProps {
  title: string;
  lead?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}

/** Header of a page inside a shell. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="md">
      <PageTitle title={title} />
      <Box>
        <Title order={1} size="h2">
          {title}
        </Title>
        {lead && (
          <Text c="dimmed" mt={4}>
            {lead}
          </Text>
        )}
      </Box>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
