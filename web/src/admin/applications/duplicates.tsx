import { Group, List, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { stateOf } from '../../shared/application.state.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/links.tsx';
import { StatusBadge } from '../../shared/status.badge.tsx';

/** Other applications that may come from the same people, and what they have in common. Nothing where there are none. */
export function Duplicates({ application: { possibleDuplicates } }: { application: ApplicationPartsFragment }) {
  const { t } = useTranslation('admin');
  const { date } = useFormat();
  if (possibleDuplicates.length === 0) return null;
  return (
    <Paper withBorder p="lg" radius="lg" mb="lg">
      <Title order={2} size="h4" mb="md">
        {t('duplicates.title')}
      </Title>
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
