import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Tone } from '../../theme/colors.ts';

interface ToneBadgeProps {
  color: Tone;
  children: ReactNode;
}

/** A soft badge that is never truncated. */
export function ToneBadge({ color, children }: ToneBadgeProps) {
  return (
    <Badge variant="light" color={color} size="sm" miw="fit-content" styles={{ label: { overflow: 'visible' } }}>
      {children}
    </Badge>
  );
}
