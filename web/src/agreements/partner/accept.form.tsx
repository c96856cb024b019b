import { Checkbox, Stack, Text, TextInput, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { AcceptAgreementDocument } from '../../generated/agreements/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import type { OwnAgreement } from '../agreement.words.ts';
import type { Pdf } from '../pdf.ts';

interface AcceptFormProps {
  agreement: OwnAgreement;
  /** The form waits until the PDF is there, and sends its hash. */
  pdf: Pdf | undefined;
}

/** An owner types name and job title, and agrees for the company. */
export function AcceptForm({ agreement, pdf }: AcceptFormProps) {
  const { t } = useTranslation('agreements');
  const { name, partnerAccount } = useViewer();
  const { required } = useFieldRules();
  const versionId = agreement.version.id;
  const { form, draft } = useDraftForm(`agreement:${versionId}`, {
    initialValues: { name, title: '', isRead: false },
    secret: ['isRead'],
    validate: {
      name: required(200),
      title: required(200),
      isRead: (value) => (value ? null : t('accept.confirmFirst')),
    },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: (values) => {
      const input = { versionId, sha256: pdf?.sha256 ?? '', name: values.name, title: values.title };
      return ask(AcceptAgreementDocument, { input });
    },
    done: () => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'agreement-pdf' });
      showToast(t('accept.done', { title: agreement.title }));
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <DraftNote draft={draft} />
        <TextInput
          label={t('accept.name')}
          autoComplete="name"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('accept.jobTitle')}
          description={t('accept.jobTitleHint')}
          autoComplete="organization-title"
          key={form.key('title')}
          {...form.getInputProps('title')}
        />
        <Checkbox
          label={t('accept.confirm', { company: partnerAccount?.companyName ?? '' })}
          key={form.key('isRead')}
          {...form.getInputProps('isRead', { type: 'checkbox' })}
        />
        <Text size="xs" c="dimmed">
          {t('accept.kept')}
        </Text>
        <Problem error={problem} />
        <Button type="submit" loading={isPending} disabled={!pdf}>
          {t('accept.action')}
        </Button>
      </Stack>
    </form>
  );
}
