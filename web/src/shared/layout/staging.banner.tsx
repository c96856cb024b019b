import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The server marks the page: web.pages.ts. */
const IS_STAGING = document.querySelector('meta[name="deployment"]')?.getAttribute('content') === 'staging';

/** Shown on every page of a staging environment, so that nobody takes it for production. */
export function StagingBanner() {
  const { t } = useTranslation();
  return (
    IS_STAGING && (
      <Alert role="note" color="amber" mb="md" py="xs">
        {t('staging')}
      </Alert>
    )
  );
}
