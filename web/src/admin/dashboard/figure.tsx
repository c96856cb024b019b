import { Paper, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface FigureProps {
  value: string;
  /** Links to the list with exactly these items. */
  name: ReactNode;
}

export function Figure({ value, name }: FigureProps) {
  const id = useId();
  return (
    <Paper withBorder p="lg" radius="lg" role="group" aria-labelledby={id}>
      <Text id={id} component="div" size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={28} fw={650} lh={1.3}>
        {value}
      </Text>
    </Paper>
  );
}
