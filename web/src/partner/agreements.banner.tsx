import { Alert, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { AgreementsToAcceptDocument } from '../generated/partner/graphql.ts';
import { IconAlertTriangle } from '../shared/icons.tsx';
import { ButtonLink } from '../shared/layout/links.tsx';

/** Milliseconds. An agreement seldom becomes binding, and the API refuses by itself. */
const SELDOM = 5 * 60_000;

/** Shown on every page while the partner cannot begin anything new. A failure is silent, because pages tell of it. */
export function AgreementsBanner() {
  const { t } = useTranslation('portal');
  const { data } = useQuery({ ...query(AgreementsToAcceptDocument, {}), staleTime: SELDOM });
  const blocking = data?.agreements.filter(({ isBlocking }) => isBlocking) ?? [];
  if (blocking.length === 0) return null;
  return (
    <Alert
      color="red"
      mb="lg"
      flex="none"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('agreements.blocking', { count: blocking.length })}
    >
      <Text size="sm">{t('agreements.blockingHint')}</Text>
      <Group mt="sm" gap="xs">
        {blocking.map(({ id, title }) => (
          <ButtonLink key={id} to="/partner/agreements/$id" params={{ id }} size="xs" variant="default">
            {t('agreements.read', { title })}
          </ButtonLink>
        ))}
      </Group>
    </Alert>
  );
}
