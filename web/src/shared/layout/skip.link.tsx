import { useTranslation } from 'react-i18next';

/** The first thing that the keyboard reaches: past the navigation to what the page is about, which is `<main id="content">`. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className="skip-link" href="#content">
      {t('skip')}
    </a>
  );
}
