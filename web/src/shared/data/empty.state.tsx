import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageTitle } from '../layout/page.title.tsx';

interface EmptyStateProps {
  title: string;
  /** Whether it is all that the page says, and so its heading. */
  isPage?: boolean;
  /** What to do about it. */
  children?: ReactNode;
}

/** Where a list or a page has nothing to show. */
export function EmptyState({ title, isPage = false, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py="xl" ta="center">
      <ThemeIcon variant="light" size={56} radius="xl" color="gray" aria-hidden>
        <IconInbox size={28} stroke={1.5} />
      </ThemeIcon>
      {isPage ? (
        <>
          <PageTitle title={title} />
          <Title order={1} size="h4">
            {title}
          </Title>
        </>
      ) : (
        <Text fw={600}>{title}</Text>
      )}
      {children}
    </Stack>
  );
}
