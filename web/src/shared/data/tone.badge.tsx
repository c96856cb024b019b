import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

interface ToneBadgeProps {
  color: string;
  children: ReactNode;
}

/** Badge that is never truncated. Mantine's light badges fail WCAG 2.2 AA contrast. */
export function ToneBadge({ color, children }: ToneBadgeProps) {
  const dark = `color-mix(in srgb, var(--mantine-color-${color}-9), black 20%)`;
  const text = `light-dark(${dark}, var(--mantine-color-${color}-2))`;
  return (
    <Badge
      variant="light"
      color={color}
      c={text}
      tt="none"
      fw={600}
      miw="fit-content"
      styles={{ label: { overflow: 'visible' } }}
    >
      {children}
    </Badge>
  );
}
