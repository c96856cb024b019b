import { Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeliveryDetailsQuery } from '../../generated/webhooks/graphql.ts';
import { useFormat } from '../../shared/format.ts';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import { useFailureText } from '../webhook.words.ts';

type Tries = NonNullable<DeliveryDetailsQuery['webhookDelivery']>['tries'];

/** Each try: when, what came back, and how long it took. */
export function DeliveryTries({ tries }: { tries: Tries }) {
  const { t } = useTranslation('webhooks');
  const { dateTime, number } = useFormat();
  const failureOf = useFailureText();
  if (tries.length === 0) return <Text size="sm">{t('deliveries.noTries')}</Text>;
  return (
    <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {tries.map(({ at, milliseconds, status, failure, answer }) => (
        <li key={at}>
          <Text size="sm">
            <StatusMark shape={failure == null ? 'tick' : 'cross'} />{' '}
            {failure == null ? t('deliveries.answered', { status }) : failureOf(failure, status)}
          </Text>
          <Text size="xs" c="dimmed">
            {dateTime(at)}
            {milliseconds != null && ` · ${t('deliveries.took', { milliseconds: number(milliseconds) })}`}
          </Text>
          {answer != null && answer !== '' && (
            <Code
              block
              mt={4}
              tabIndex={0}
              style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 120 }}
            >
              {answer}
            </Code>
          )}
        </li>
      ))}
    </Stack>
  );
}
