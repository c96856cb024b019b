import { Button, FileButton, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/cards/card.tsx';
import { IconFileText } from '../../shared/icons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { readCsv, type CsvFile } from './csv.file.ts';
import { loadPapa } from './papa.ts';

interface FileCardProps {
  file: CsvFile | undefined;
  onFile: (file: CsvFile) => void;
}

/** Reads the chosen file in the browser. */
export function FileCard({ file, onFile }: FileCardProps) {
  const { t } = useTranslation('onboarding');
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (chosen: File) => readCsv(chosen, await loadPapa()),
    onSuccess: (found) => {
      if (!('wrong' in found)) onFile(found);
    },
  });
  const wrong = data && 'wrong' in data ? data.wrong : undefined;
  return (
    <Card title={t('import.choose')}>
      <Group gap="md">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(chosen) => chosen && mutate(chosen)}>
          {(props) => (
            <Button
              {...props}
              variant={file ? 'default' : 'filled'}
              loading={isPending}
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              {t(file ? 'import.another' : 'import.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" role="status">
          {file ? t('import.file', { name: file.name, count: file.rows.length }) : t('import.hint')}
        </Text>
      </Group>
      {wrong && (
        <Text role="alert" size="sm" c="var(--rg-red-text)" mt="sm">
          {t(`import.wrong.${wrong}`)}
        </Text>
      )}
      <Problem error={error} />
    </Card>
  );
}
