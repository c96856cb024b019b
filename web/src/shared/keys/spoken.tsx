import { VisuallyHidden } from '@mantine/core';

interface SpokenProps {
  shown: string;
  spoken: string;
}

/** Shows a short text, and gives screen readers a longer one. An `aria-label` would have to name the key beside the text. */
export const Spoken = ({ shown, spoken }: SpokenProps) => (
  <>
    <span aria-hidden>{shown}</span>
    <VisuallyHidden>{spoken}</VisuallyHidden>
  </>
);
