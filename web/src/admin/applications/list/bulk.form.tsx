import { Button, Group, List, Progress, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { ApplicationStatus } from '../../../generated/enums.ts';
import { ChangeStatusesDocument } from '../../../generated/admin/graphql.ts';
import { DraftNote } from '../../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../../shared/forms/draft.ts';
import { sendByKey } from '../../../shared/forms/send.key.ts';
import { Kbd } from '../../../shared/keys/kbd.tsx';
import { useFieldRules } from '../../../shared/forms/field.rules.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSubmission } from '../../../shared/forms/submission.ts';
import { failedPart } from '../../../shared/list/bulk/bulk.outcomes.tsx';
import { inParts } from '../../../shared/list/bulk/in.parts.ts';
import { MailPreview } from '../decision/mail.preview.tsx';
import type { BulkResult } from './bulk.results.tsx';

/** Milliseconds without typing before the preview reloads. */
const PAUSE = 400;

export interface BulkItem {
  id: string;
  companyName: string;
  version: number;
}

interface BulkFormProps {
  applications: readonly BulkItem[];
  status: ApplicationStatus;
  onCancel: () => void;
  onDone: (results: BulkResult[]) => void;
}

/** Confirms a bulk change and takes a message for all applicants. */
export function BulkForm({ applications, status, onCancel, onDone }: BulkFormProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { optional } = useFieldRules();
  const [progress, setProgress] = useState(0);
  const { form, draft } = useDraftForm(`bulk:${status}`, {
    initialValues: { message: '' },
    validate: { message: optional(5000) },
    onValuesChange: (values) => show(values.message),
  });
  const [previewed, setPreviewed] = useState(() => form.getValues().message.trim() || null);
  const show = useDebouncedCallback((text: string) => setPreviewed(text.trim() || null), PAUSE);
  const [first] = applications;
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: ({ message }) =>
      inParts(
        applications,
        async (part) => {
          const changed = part.map(({ id, version }) => ({ id, expectedVersion: version }));
          const input = { applications: changed, status, message: message.trim() || null };
          return (await ask(ChangeStatusesDocument, { input })).updatePartnerApplicationStatuses;
        },
        ({ id }): BulkResult => failedPart(id),
        setProgress,
      ),
    done: (results) => {
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
          onKeyDown={sendByKey}
          key={form.key('message')}
          {...form.getInputProps('message')}
        />
        {first && (
          <MailPreview
            applicationId={first.id}
            status={status}
            message={previewed}
            invitesOther={false}
            title={t('preview.titleOf', { company: first.companyName })}
          />
        )}
        {isPending && (
          <>
            <Text role="status" size="sm">
              {t('common:list.bulk.progress', { done: progress, total: applications.length })}
            </Text>
            <Progress value={(100 * progress) / applications.length} aria-label={t('bulk.change')} />
          </>
        )}
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={isPending}
            rightSection={<Kbd keys="mod+enter" />}
            {...(status === ApplicationStatus.Rejected ? { color: 'red' } : {})}
          >
            {t(`decision.to.${status}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
