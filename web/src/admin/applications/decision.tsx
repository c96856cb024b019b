import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ApplicationStatus } from '../../generated/enums.ts';
import { ChangeStatusDocument, type ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { useFieldRules } from '../../shared/field.rules.ts';
import { useFormat } from '../../shared/format.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/submission.ts';
import { MailPreview } from './mail.preview.tsx';

const { Pending, Reviewing, Approved, Rejected } = ApplicationStatus;

/** Which way each status leads, the likeliest first. The API has the last word. */
const NEXT: Record<ApplicationStatus, ApplicationStatus[]> = {
  [Pending]: [Reviewing, Approved, Rejected],
  [Reviewing]: [Approved, Rejected, Pending],
  [Approved]: [],
  [Rejected]: [Reviewing],
};

/** Milliseconds without typing until the mail is shown anew. */
const PAUSE = 400;

interface DecisionProps {
  application: ApplicationPartsFragment;
}

export function Decision({ application }: DecisionProps) {
  const { t } = useTranslation('admin');
  const [next, setNext] = useState<ApplicationStatus>(Reviewing);
  const [isOpen, { open, close }] = useDisclosure();
  const choices = NEXT[application.status];
  const wordsFor = (status: ApplicationStatus) => t(`decision.to.${application.withdrawnAt ? 'WITHDRAWN' : status}`);
  if (choices.length === 0) return <Text c="dimmed">{t('decision.final')}</Text>;
  return (
    <>
      <Group gap="sm">
        {choices.map((status, index) => (
          <Button
            key={status}
            variant={index === 0 ? 'filled' : 'default'}
            onClick={() => {
              setNext(status);
              open();
            }}
          >
            {wordsFor(status)}
          </Button>
        ))}
      </Group>
      <Modal opened={isOpen} onClose={close} title={wordsFor(next)} size="lg">
        <DecisionForm application={application} status={next} onDone={close} />
      </Modal>
    </>
  );
}

interface DecisionFormProps extends DecisionProps {
  status: ApplicationStatus;
  onDone: () => void;
}

function DecisionForm({ application, status, onDone }: DecisionFormProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { optional } = useFieldRules();
  const { dateTime } = useFormat();
  const { id, version, companyName, contactName, withdrawnAt } = application;
  const deed = withdrawnAt ? 'WITHDRAWN' : status;
  const [message, setMessage] = useState<string | null>(null);
  const show = useDebouncedCallback((text: string) => setMessage(text.trim() || null), PAUSE);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { message: '' },
    validate: { message: optional(5000) },
    onValuesChange: (values) => show(values.message),
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) => {
      const words = values.message.trim() || null;
      const change = { id, status, message: words, expectedVersion: version };
      await ask(ChangeStatusDocument, { ...change, ...(withdrawnAt ? { reopenWithdrawn: true } : {}) });
    },
    done: () => {
      void queryClient.invalidateQueries();
      notifications.show({ message: t(`decision.done.${status}`, { company: companyName }) });
      onDone();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>
          {withdrawnAt
            ? t('decision.means.WITHDRAWN', { name: contactName, date: dateTime(withdrawnAt) })
            : t(`decision.means.${status}`, { company: companyName })}
        </Text>
        <Textarea
          label={`${t('decision.message')} (${t('common:optional')})`}
          description={t('decision.messageHint')}
          autosize
          minRows={4}
          data-autofocus
          key={form.key('message')}
          {...form.getInputProps('message')}
        />
        <MailPreview applicationId={id} status={status} message={message} />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending} {...(status === Rejected ? { color: 'red' } : {})}>
            {t(`decision.to.${deed}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
