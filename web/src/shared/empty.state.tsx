import { Stack, Text, ThemeIcon } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Where a list or a page has nothing to show. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py="xl">
      <ThemeIcon variant="light" size={56} radius="xl" color="gray" aria-hidden>
        <IconInbox size={28} stroke={1.5} />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}
