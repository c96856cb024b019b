import { Button, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/cards/card.tsx';
import { useFormat } from '../../shared/format.ts';
import { IconDownload } from '../../shared/icons.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { Problem } from '../../shared/problem.tsx';
import { csvOf, download, type CsvFile } from './csv.file.ts';
import type { Result, Twins } from './import.run.ts';
import { loadPapa } from './papa.ts';
import { useRowProblem } from './problem.words.ts';

/** Rows shown on the page. The download has all. */
const MOST = 50;

interface ProblemRowsProps {
  file: CsvFile;
  failed: readonly Result[];
  twins: Twins;
}

/** Rows that were not created, and why. */
export function ProblemRows({ file, failed, twins }: ProblemRowsProps) {
  const { t } = useTranslation('onboarding');
  const { number } = useFormat();
  const problemOf = useRowProblem(twins);
  const rowOf = ({ key }: Result) => file.rows[Number(key) - 2] ?? [];
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const rows = failed.map((result) => [...rowOf(result), problemOf(result)]);
      const headings = [...file.headings, t('import.problem')];
      download(csvOf(headings, rows, await loadPapa()), t('import.problemsFile'));
    },
  });
  const others = failed.length - MOST;
  return (
    <Card
      title={t('import.problems')}
      end={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={isPending}
          onClick={() => mutate()}
        >
          {t('import.download')}
        </Button>
      }
    >
      <Problem error={error} />
      <Table.ScrollContainer minWidth={360}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>{t('import.row')}</Table.Th>
              <Table.Th>{t('import.problem')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {failed.slice(0, MOST).map((result) => (
              <Table.Tr key={result.key}>
                <Table.Td>{number(Number(result.key))}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {problemOf(result)}
                  {result.client && (
                    <div>
                      <TextLink to="/partner/clients/$id" params={{ id: result.client.id }} size="sm">
                        {t('import.known')}
                      </TextLink>
                    </div>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {others > 0 && (
        <Text size="sm" c="dimmed">
          {t('import.more', { count: others })}
        </Text>
      )}
    </Card>
  );
}
