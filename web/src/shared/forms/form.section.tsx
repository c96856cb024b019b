import { Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface FormSectionProps {
  title: string;
  children: ReactNode;
}

export function FormSection({ title, children }: FormSectionProps) {
  const heading = useId();
  return (
    <Paper component="section" aria-labelledby={heading} withBorder p={{ base: 'md', xs: 'xl' }} radius="lg">
      <Title order={2} size="h4" id={heading} mb="md">
        {title}
      </Title>
      <Stack>{children}</Stack>
    </Paper>
  );
}
