import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PlaceStatusProps {
  /** Name of the row with the keyboard's place. Undefined if no row has it. */
  name: string | undefined;
  /** From 1. */
  place: number;
  total: number;
}

/** Tells screen readers of the row that J and K move to, because the focus stays. */
export function PlaceStatus({ name, place, total }: PlaceStatusProps) {
  const { t } = useTranslation();
  return <VisuallyHidden role="status">{name && `${name}, ${t('list.place', { place, total })}`}</VisuallyHidden>;
}
