import { useTranslation } from 'react-i18next';
import { IconFileText } from '../../shared/icons.tsx';
import type { MenuItem } from '../../shared/layout/navigation/menu.ts';

/** The entry of the menu. */
export function useAllSampleThingsItem(): MenuItem {
  const { t } = useTranslation('sampleThings');
  return { to: '/admin/sample-things', label: t('title'), icon: <IconFileText size={16} stroke={1.5} aria-hidden /> };
}
