import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { UploadField } from '../../files/upload.tsx';
import { FilePurpose } from '../../generated/enums.ts';
import { PublishAgreementVersionDocument } from '../../generated/agreements/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';
import { dayOf, startOf } from '../../shared/time/days.ts';
import { useTimeZone } from '../../shared/time/time.zone.ts';
import { showToast } from '../../shared/toasts.tsx';
import type { Agreement } from '../agreement.words.ts';

/** Days until a later version can begin, so that its first moment is at least 30 days away. */
const NOTICE = 31;

interface PublishProps {
  agreement: Agreement;
  opened: boolean;
  onClose: () => void;
}

/** Publishes a version. It never changes again. */
export function PublishDialog({ opened, ...props }: PublishProps) {
  const { t } = useTranslation('agreements');
  return (
    <Dialog opened={opened} onClose={props.onClose} title={t('publish.title')} size="lg">
      <PublishForm {...props} />
    </Dialog>
  );
}

function PublishForm({ agreement, onClose }: Omit<PublishProps, 'opened'>) {
  const { t } = useTranslation('agreements');
  const { required } = useFieldRules();
  const timeZone = useTimeZone();
  const isLater = agreement.versions.some(({ withdrawnAt }) => withdrawnAt == null);
  const [earliest] = useState(() => dayOf(Date.now() + (isLater ? NOTICE : 1) * 86_400_000, timeZone));
  const { form, draft } = useDraftForm(`agreement:publish:${agreement.id}`, {
    initialValues: { fileId: '', changes: '', bindingFrom: isLater ? earliest : '' },
    secret: ['fileId'],
    validate: {
      fileId: (id) => (id === '' ? t('publish.fileMissing') : null),
      changes: (text) => (isLater ? required(5000)(text) : null),
      bindingFrom: (day) => (isLater && day < earliest ? t('publish.tooSoon') : null),
    },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ fileId, changes, bindingFrom }) => {
      const day = bindingFrom === '' ? null : startOf(bindingFrom, timeZone).toISOString();
      const input = { agreementId: agreement.id, fileId, changes: isLater ? changes : null, bindingFrom: day };
      return ask(PublishAgreementVersionDocument, { input });
    },
    done: () => {
      void queryClient.invalidateQueries();
      showToast(t('publish.done'));
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <UploadField
          purpose={FilePurpose.Agreement}
          label={t('publish.file')}
          onReady={({ id }) => form.setFieldValue('fileId', id)}
          onStart={() => form.setFieldValue('fileId', '')}
        />
        {form.errors['fileId'] && (
          <Text size="sm" c="red" role="alert">
            {form.errors['fileId']}
          </Text>
        )}
        {isLater ? (
          <>
            <Textarea
              label={t('publish.changes')}
              description={t('publish.changesHint')}
              autosize
              minRows={3}
              key={form.key('changes')}
              {...form.getInputProps('changes')}
            />
            <TextInput
              type="date"
              label={t('publish.day')}
              description={t('publish.dayHint')}
              min={earliest}
              key={form.key('bindingFrom')}
              {...form.getInputProps('bindingFrom')}
            />
          </>
        ) : (
          <FirstDay
            initial={form.getValues().bindingFrom}
            earliest={earliest}
            onDay={(day) => form.setFieldValue('bindingFrom', day)}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('publish.means')}
        </Text>
        <Problem error={problem} />
        <FormButtons action={t('publish.title')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}

interface FirstDayProps {
  /** Empty: at once. */
  initial: string;
  earliest: string;
  onDay: (day: string) => void;
}

/** A first version takes effect at once, or on a later day. */
function FirstDay({ initial, earliest, onDay }: FirstDayProps) {
  const { t } = useTranslation('agreements');
  const [isLater, setIsLater] = useState(initial !== '');
  const choose = (value: string) => {
    setIsLater(value === 'later');
    onDay(value === 'later' ? earliest : '');
  };
  return (
    <>
      <Radio.Group label={t('publish.day')} value={isLater ? 'later' : 'now'} onChange={choose}>
        <Stack gap="xs" mt="xs">
          <Radio value="now" label={t('publish.now')} />
          <Radio value="later" label={t('publish.later')} />
        </Stack>
      </Radio.Group>
      {isLater && (
        <TextInput
          type="date"
          aria-label={t('publish.later')}
          min={earliest}
          defaultValue={initial || earliest}
          onChange={({ currentTarget }) => onDay(currentTarget.value)}
        />
      )}
    </>
  );
}
