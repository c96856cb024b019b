import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { StartCountsDocument } from '../generated/graphql.ts';
import { useFormat } from '../shared/format.ts';
import { TextLink } from '../shared/links.tsx';
import { Loading } from '../shared/loading.tsx';
import { PageHeader } from '../shared/page.header.tsx';
import { Problem } from '../shared/problem.tsx';

export function StartPage() {
  const { t } = useTranslation(['admin', 'common']);
  const { number } = useFormat();
  const { data, error, isPending } = useQuery(query(StartCountsDocument, {}));
  return (
    <>
      <PageHeader title={t('start.title')} lead={t('start.lead')} />
      <Problem error={error} />
      {isPending && <Loading />}
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        {data?.partnerApplicationStatistics.byStatus.map(({ status, count }) => (
          <Paper key={status} withBorder p="lg" radius="lg">
            <TextLink to="/admin/applications" search={{ status }} size="sm">
              {t(`common:applicationStatus.${status}`)}
            </TextLink>
            <Text fz={32} fw={650} lh={1.2}>
              {number(count)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </>
  );
}
