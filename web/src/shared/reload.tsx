import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api.error.ts';
import { queryClient } from '../api/query.client.ts';

/** Shown if the page's data is out of date. */
const OUTDATED = new Set([
  'APPLICATION_STATUS',
  'EMAIL_STATUS',
  'INVITATION_ACCEPTED',
  'STALE_VERSION',
  'SUBSCRIPTION_STATUS',
]);

/** Reloads the page's data and keeps entries. Renders nothing if a reload would not help. */
export function Reload({ after: error }: { after: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiError) || error.reason === undefined || !OUTDATED.has(error.reason)) return null;
  return (
    <Button size="xs" variant="default" mt="xs" onClick={() => void queryClient.invalidateQueries()}>
      {t('reload')}
    </Button>
  );
}
