import { Group, List, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { PossibleDuplicatesDocument } from '../../generated/admin/graphql.ts';
import { stateOf } from '../../shared/data/application.state.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Problem } from '../../shared/problem.tsx';
import { StatusBadge } from '../../shared/data/status.badge.tsx';

/** Possible duplicates with the matching fields. Renders nothing if there are none. */
export function Duplicates({ id: applicationId }: { id: string }) {
  const { t } = useTranslation('admin');
  const { date } = useFormat();
  const { data, error, isFetching, refetch } = useQuery(query(PossibleDuplicatesDocument, { id: applicationId }));
  const possibleDuplicates = data?.partnerApplication?.possibleDuplicates ?? [];
  if (possibleDuplicates.length === 0 && !error) return null;
  return (
    <Paper withBorder p="lg" radius="lg" mb="lg">
      <Title order={2} size="h4" mb="md">
        {t('duplicates.title')}
      </Title>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <List listStyleType="none" spacing="sm">
        {possibleDuplicates.map(({ id, companyName, status, withdrawnAt, createdAt, matches }) => (
          <List.Item key={id}>
            <Group gap="xs">
              <TextLink to="/admin/applications/$id" params={{ id }} fw={500}>
                {companyName}
              </TextLink>
              <StatusBadge state={stateOf({ status, withdrawnAt })} />
            </Group>
            <Text size="sm" c="dimmed">
              {[date(createdAt), ...matches.map((match) => t(`duplicates.${match}`))].join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
