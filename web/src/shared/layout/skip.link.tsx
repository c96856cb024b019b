import { useTranslation } from 'react-i18next';

/** First keyboard stop of a page. Skips the navigation and goes to `<main id="content">`. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className="skip-link" href="#content">
      {t('skip')}
    </a>
  );
}
