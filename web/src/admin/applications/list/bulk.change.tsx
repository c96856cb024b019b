import { Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApplicationStatus } from '../../../generated/enums.ts';
import { Dialog } from '../../../shared/dialog.tsx';
import { BulkForm, type BulkItem } from './bulk.form.tsx';
import { BulkResults, type BulkResult } from './bulk.results.tsx';

const { Pending, Reviewing, Approved, Rejected } = ApplicationStatus;
const CHOICES = [Reviewing, Approved, Rejected, Pending];

interface BulkChangeProps {
  applications: BulkItem[];
  onDone: () => void;
}

/** Bulk change of the selected applications, then its results. */
export function BulkChange({ applications, onDone }: BulkChangeProps) {
  const { t } = useTranslation(['admin', 'common']);
  const [isOpen, { open, close }] = useDisclosure();
  const [status, setStatus] = useState<ApplicationStatus>(Reviewing);
  const [planned, setPlanned] = useState<BulkItem[]>([]);
  const [results, setResults] = useState<BulkResult[]>();
  const plan = (next: ApplicationStatus) => {
    setStatus(next);
    setPlanned(applications);
    setResults(undefined);
    open();
  };
  /** Conflicting applications, after the user reviewed the changes. */
  const again = (items: BulkItem[]) => {
    setPlanned(items);
    setResults(undefined);
  };
  const finish = () => {
    close();
    if (results) onDone();
  };
  return (
    <>
      {applications.length > 0 && (
        <Paper withBorder radius="lg" px="md" py="xs" mb="md">
          <Group justify="space-between">
            <Text size="sm" fw={600} role="status">
              {t('bulk.selected', { count: applications.length })}
            </Text>
            <Group gap="xs" role="group" aria-label={t('bulk.change')}>
              {CHOICES.map((choice) => (
                <Button key={choice} size="xs" variant="default" onClick={() => plan(choice)}>
                  {t(`decision.to.${choice}`)}
                </Button>
              ))}
              <Button size="xs" variant="subtle" onClick={onDone}>
                {t('bulk.clear')}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
      <Dialog
        opened={isOpen}
        onClose={finish}
        title={`${t(`decision.to.${status}`)}: ${t('bulk.applications', { count: planned.length })}`}
        size="lg"
      >
        {results ? (
          <BulkResults applications={planned} results={results} onAgain={again} onClose={finish} />
        ) : (
          <BulkForm applications={planned} status={status} onCancel={close} onDone={setResults} />
        )}
      </Dialog>
    </>
  );
}
