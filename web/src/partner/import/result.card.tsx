import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ClientImportStatus } from '../../generated/enums.ts';
import { Card } from '../../shared/cards/card.tsx';
import { ButtonLink } from '../../shared/layout/links.tsx';
import { State } from '../../shared/marks/state.tsx';
import { Problem } from '../../shared/problem.tsx';
import type { CsvFile } from './csv.file.ts';
import { twinsIn, type Result } from './import.run.ts';
import { ProblemRows } from './problem.rows.tsx';
import { creatableOf, type ImportState } from './use.import.ts';

interface ResultCardProps {
  file: CsvFile;
  state: ImportState;
  onCreate: () => void;
  /** To the columns. */
  onBack: () => void;
}

const { Created, Existed, Failed } = ClientImportStatus;

/** What the check found, then what was created. Rows with problems can be downloaded. */
export function ResultCard({ file, state, onCreate, onBack }: ResultCardProps) {
  const { t } = useTranslation('onboarding');
  const { phase, checks, creations, error } = state;
  const twins = twinsIn([...checks.values()]);
  const creatable = creatableOf(state);
  const results = state.rows.flatMap(({ key }): Result[] => {
    const result = creations.get(key) ?? checks.get(key);
    return result ? [result] : [];
  });
  const failed = results.filter(({ key, status }) => status === Failed || twins.has(key));
  const count = (status: Result['status']) => results.filter((result) => result.status === status).length;
  const title = phase === 'checked' ? 'import.result' : phase === 'done' ? 'import.done' : 'import.stopped';
  return (
    <>
      <Card title={t(title)}>
        <Stack>
          {phase === 'stopped' && (
            <Alert color="amber" role="alert">
              {t('import.stoppedText', { done: creations.size, total: creatable.length })}
              <Problem error={error} />
            </Alert>
          )}
          <Stack gap={6} role="status">
            {phase === 'checked' ? (
              <Said shape="disc" text={t('import.valid', { count: creatable.length })} />
            ) : (
              <Said shape="tick" text={t('import.created', { count: count(Created) })} />
            )}
            {count(Existed) > 0 && <Said shape="tick" text={t('import.existed', { count: count(Existed) })} />}
            {failed.length > 0 && <Said shape="triangle" text={t('import.failed', { count: failed.length })} />}
          </Stack>
          <Group justify="flex-end">
            {phase === 'checked' && (
              <Button variant="default" onClick={onBack}>
                {t('import.back')}
              </Button>
            )}
            {phase === 'checked' && creatable.length > 0 && (
              <Button onClick={onCreate}>{t('import.start', { count: creatable.length })}</Button>
            )}
            {phase === 'stopped' && <Button onClick={onCreate}>{t('import.continue')}</Button>}
            {phase === 'done' && <ButtonLink to="/partner/clients">{t('import.clients')}</ButtonLink>}
          </Group>
        </Stack>
      </Card>
      {failed.length > 0 && <ProblemRows file={file} failed={failed} twins={twins} />}
    </>
  );
}

function Said({ shape, text }: { shape: 'disc' | 'tick' | 'triangle'; text: string }) {
  return (
    <Text component="div" size="sm">
      <State shape={shape}>{text}</State>
    </Text>
  );
}
