import { useTranslation } from 'react-i18next';
import { IconFileText } from '../../shared/icons.tsx';
import { MenuLink } from '../../shared/layout/links.tsx';

/** The entry of the menu. */
export function SampleThingsLink() {
  const { t } = useTranslation('sampleThings');
  return (
    <MenuLink to="/partner/sample-things" label={t('title')} leftSection={<IconFileText size={18} aria-hidden />} />
  );
}
