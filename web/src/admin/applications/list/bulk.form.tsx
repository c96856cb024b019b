import { Button, Group, List, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { ApplicationStatus } from '../../../generated/enums.ts';
import { ChangeStatusesDocument } from '../../../generated/admin/graphql.ts';
import { DraftNote } from '../../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../../shared/forms/draft.ts';
import { useFieldRules } from '../../../shared/forms/field.rules.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSubmission } from '../../../shared/forms/submission.ts';
import type { BulkResult } from './bulk.results.tsx';

export interface BulkItem {
  id: string;
  companyName: string;
  version: number;
}

interface BulkFormProps {
  applications: BulkItem[];
  status: ApplicationStatus;
  onCancel: () => void;
  onDone: (results: BulkResult[]) => void;
}

/** Confirms a bulk change and takes a message for all applicants. */
export function BulkForm({ applications, status, onCancel, onDone }: BulkFormProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { optional } = useFieldRules();
  const { form, draft } = useDraftForm(`bulk:${status}`, {
    initialValues: { message: '' },
    validate: { message: optional(5000) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: ({ message }) =>
      ask(ChangeStatusesDocument, {
        input: {
          applications: applications.map(({ id, version }) => ({ id, expectedVersion: version })),
          status,
          message: message.trim() || null,
        },
      }),
    done: ({ updatePartnerApplicationStatuses: results }) => {
      // Keeps the message, so that failed changes can be retried.
      if (results.every(({ error }) => !error)) draft.forget();
      void queryClient.invalidateQueries();
      onDone(results);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <Text>{t(`bulk.means.${status}`)}</Text>
        <ScrollArea.Autosize
          mah={180}
          type="auto"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('applications.title') }}
        >
          <List size="sm">
            {applications.map(({ id, companyName }) => (
              <List.Item key={id}>{companyName}</List.Item>
            ))}
          </List>
        </ScrollArea.Autosize>
        <Textarea
          label={`${t('bulk.message')} (${t('common:optional')})`}
          description={t('decision.messageHint')}
          autosize
          minRows={3}
          data-autofocus
          key={form.key('message')}
          {...form.getInputProps('message')}
        />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={isPending}
            {...(status === ApplicationStatus.Rejected ? { color: 'red' } : {})}
          >
            {t(`decision.to.${status}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
