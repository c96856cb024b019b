import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconInbox } from '../icons.tsx';
import { PageTitle } from '../layout/page/page.title.tsx';

interface EmptyStateProps {
  title: string;
  /** Fills the page, so the title becomes its heading. */
  isPage?: boolean;
  /** The next step. */
  children?: ReactNode;
}

/** Shown if a list or page is empty. */
export function EmptyState({ title, isPage = false, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py="xl" ta="center">
      <ThemeIcon variant="light" size={56} radius="lg" color="gray" aria-hidden>
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
