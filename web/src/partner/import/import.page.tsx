import { Stack } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Benefit } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { LockedImport } from '../../tiers/program.tsx';
import { useLock } from '../benefits.ts';
import { mayChangeClients } from '../rights.ts';
import { columnsOf, rowsOf, type Mapping } from './columns.ts';
import { ColumnsCard } from './columns.card.tsx';
import type { CsvFile } from './csv.file.ts';
import { FileCard } from './file.card.tsx';
import { ProgressCard } from './progress.card.tsx';
import { ResultCard } from './result.card.tsx';
import { useImport } from './use.import.ts';

/** Creates clients from a file: choose it, map its columns, see the check, create. */
export function ImportPage() {
  const { t } = useTranslation(['onboarding', 'portal']);
  const mayImport = mayChangeClients(useViewer());
  const lock = useLock(Benefit.EnhancedClientManagement);
  const [file, setFile] = useState<CsvFile>();
  const [mapping, setMapping] = useState<Mapping>();
  const { state, check, create, reset } = useImport();
  const { phase } = state;
  if (lock) {
    return (
      <Suspense fallback={null}>
        <LockedImport tier={lock} />
      </Suspense>
    );
  }
  if (!mayImport) return <EmptyState isPage title={t('portal:client.missing')} />;
  const choose = (chosen: CsvFile) => {
    reset();
    setFile(chosen);
    setMapping({ columns: columnsOf(chosen.headings), plan: '', billingOwnedByReseller: true });
  };
  const isRunning = phase === 'checking' || phase === 'creating';
  return (
    <>
      <PageHeader title={t('import.title')} lead={t('import.lead')} />
      <Stack gap="lg" maw={860}>
        {!isRunning && phase !== 'stopped' && <FileCard file={file} onFile={choose} />}
        {file && mapping && phase === 'idle' && (
          <ColumnsCard
            key={file.name}
            file={file}
            mapping={mapping}
            onMapping={setMapping}
            onCheck={() => void check(rowsOf(file, mapping))}
          />
        )}
        {phase === 'idle' && <Problem error={state.error} />}
        {isRunning && <ProgressCard state={state} />}
        {file && (phase === 'checked' || phase === 'stopped' || phase === 'done') && (
          <ResultCard file={file} state={state} onCreate={() => void create()} onBack={reset} />
        )}
      </Stack>
    </>
  );
}
