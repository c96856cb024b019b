import { Accordion, Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { EventCatalogueDocument } from '../generated/webhooks/graphql.ts';
import { CopyButton } from '../shared/copy.button.tsx';
import { Loading } from '../shared/data/loading.tsx';
import { Problem } from '../shared/problem.tsx';
import { JsonBlock } from './json.block.tsx';
import { useEventName } from './webhook.words.ts';

/** Each type of events, with an example of its request. */
export function EventCatalogue() {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventName();
  const { data, error, isPending, isFetching, refetch } = useQuery(query(EventCatalogueDocument, {}));
  if (isPending) return <Loading />;
  if (!data) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  return (
    <>
      <Text c="dimmed" mb="md" maw={640}>
        {t('events.lead')}
      </Text>
      <Accordion variant="separated" order={2}>
        {data.eventTypes.map(({ type, example }) => (
          <Accordion.Item key={type} value={type}>
            <Accordion.Control>
              <Group gap="sm">
                <Code>{type}</Code>
                <Text span size="sm">
                  {nameOf(type)}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Group justify="space-between">
                <Text size="sm" fw={500}>
                  {t('events.example')}
                </Text>
                <CopyButton value={example} />
              </Group>
              <JsonBlock json={example} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  );
}
