import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { WebhookEndpointStatus } from '../generated/enums.ts';
import { EndpointsDocument } from '../generated/webhooks/graphql.ts';
import { IconAlertTriangle } from '../shared/icons.tsx';
import { Problem } from '../shared/problem.tsx';
import { EndpointLink } from './area.link.tsx';
import { placeOf, type Endpoint } from './webhook.words.ts';

/** Tells of endpoints that we disabled, so that none is off in silence. */
export function DisabledEndpoints({ endpoints }: { endpoints: readonly Pick<Endpoint, 'id' | 'url' | 'status'>[] }) {
  const { t } = useTranslation('developers');
  const disabled = endpoints.filter(({ status }) => status === WebhookEndpointStatus.FailingDisabled);
  if (disabled.length === 0) return null;
  return (
    <Alert color="red" mb="lg" flex="none" icon={<IconAlertTriangle aria-hidden />} title={t('disabled.title')}>
      <Text size="sm">{t('disabled.means')}</Text>
      <Stack gap={2} mt="xs">
        {disabled.map((endpoint) => (
          <EndpointLink key={endpoint.id} id={endpoint.id}>
            {placeOf(endpoint)}
          </EndpointLink>
        ))}
      </Stack>
    </Alert>
  );
}

/** The same for home pages, which load no endpoints otherwise. */
export function DisabledEndpointsNote() {
  const { data, error, isFetching, refetch } = useQuery(query(EndpointsDocument, {}));
  return (
    <>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <DisabledEndpoints endpoints={data?.webhookEndpoints ?? []} />
    </>
  );
}
