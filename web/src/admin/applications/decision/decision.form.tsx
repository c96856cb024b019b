import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasReason } from '../../../api/api.error.ts';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { ApplicationStatus } from '../../../generated/enums.ts';
import { ChangeStatusDocument, type ApplicationPartsFragment } from '../../../generated/admin/graphql.ts';
import { useChange } from '../../../shared/forms/change.ts';
import { stateOf } from '../../../shared/data/application.state.ts';
import { Conflict } from '../../../shared/forms/conflict.tsx';
import { Kbd } from '../../../shared/keys/kbd.tsx';
import { sendByKey } from '../../../shared/forms/send.key.ts';
import { DraftNote } from '../../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../../shared/forms/draft.ts';
import { useFieldRules } from '../../../shared/forms/field.rules.ts';
import { useFormat } from '../../../shared/format.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSubmission } from '../../../shared/forms/submission.ts';
import { useApplicationWords } from '../application.words.ts';
import { OpenApplication } from './open.application.tsx';
import { MailPreview } from './mail.preview.tsx';
import { OwnerFields } from './owner.fields.tsx';
import { showToast } from '../../../shared/toasts.tsx';

const { Rejected } = ApplicationStatus;

/** Milliseconds without typing before the preview reloads. */
const PAUSE = 400;

interface DecisionFormProps {
  application: ApplicationPartsFragment;
  status: ApplicationStatus;
  onDone: () => void;
  onCancel: () => void;
}

/** The message of a decision, and the email as it will be sent. */
export function DecisionForm({ application, status, onDone, onCancel }: DecisionFormProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { optional, required, email } = useFieldRules();
  const words = useApplicationWords();
  const { dateTime } = useFormat();
  const { id, companyName, contactName, withdrawnAt } = application;
  const deed = withdrawnAt ? 'WITHDRAWN' : status;
  // As of opening the dialog, because the page behind it may reload.
  const [{ version }] = useState(application);
  const { missed, send } = useChange({ id, version });
  const isImpossible = missed !== undefined && !application.nextStatuses.includes(status);
  const [invitesOther, setInvitesOther] = useState(false);
  const { form, draft } = useDraftForm(`decision:${id}:${status}`, {
    initialValues: { message: '', ownerName: '', ownerEmail: '' },
    validate: {
      message: optional(5000),
      ...(invitesOther ? { ownerName: required(200), ownerEmail: email } : {}),
    },
    onValuesChange: (values) => show(values.message),
  });
  const [message, setMessage] = useState(() => form.getValues().message.trim() || null);
  const show = useDebouncedCallback((text: string) => setMessage(text.trim() || null), PAUSE);
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    ...(invitesOther ? { reasonAt: { EMAIL_IN_USE: 'ownerEmail' } as const } : {}),
    send: ({ ownerName, ownerEmail, ...values }) => {
      const owner = invitesOther ? { ownerName, ownerEmail } : {};
      const reopening = withdrawnAt ? { reopenWithdrawn: true } : {};
      const change = { id, status, message: values.message.trim() || null, ...reopening, ...owner };
      return send((expectedVersion) => ask(ChangeStatusDocument, { ...change, expectedVersion }));
    },
    done: () => {
      void queryClient.invalidateQueries();
      // Without Undo, because the reverse would email the applicant again.
      showToast(t(`decision.done.${status}`, { company: companyName }));
      onDone();
    },
  });
  const discard = () => {
    draft.discard();
    onCancel();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <Text>
          {withdrawnAt
            ? t('decision.means.WITHDRAWN', { name: contactName, date: dateTime(withdrawnAt) })
            : t(`decision.means.${status}`, { company: companyName })}
        </Text>
        <Textarea
          label={`${t('decision.message')} (${t('common:optional')})`}
          description={t('decision.messageHint')}
          autosize
          minRows={3}
          data-autofocus
          onKeyDown={sendByKey}
          key={form.key('message')}
          {...form.getInputProps('message')}
        />
        {invitesOther && <OwnerFields form={form} />}
        {!isImpossible && (
          <MailPreview applicationId={id} status={status} message={message} invitesOther={invitesOther} />
        )}
        {missed ? (
          <Conflict
            missed={missed}
            kind="application"
            words={words}
            action={isImpossible ? undefined : t(`decision.to.${deed}`)}
          >
            {isImpossible && (
              <>
                <Text size="sm">
                  {t('decision.impossible', { status: t(`common:applicationStatus.${stateOf(application)}`) })}
                </Text>
                {form.getValues().message.trim() !== '' && <KeptDraft onDiscard={discard} />}
              </>
            )}
          </Conflict>
        ) : (
          <Problem error={problem} text={hasReason(problem, 'EMAIL_IN_USE') ? t('decision.emailInUse') : undefined}>
            {hasReason(problem, 'OPEN_APPLICATION') && <OpenApplication id={id} />}
            {hasReason(problem, 'EMAIL_IN_USE') && (
              <Button mt="sm" size="xs" variant="default" onClick={() => setInvitesOther(true)}>
                {t('decision.inviteOther')}
              </Button>
            )}
          </Problem>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            {isImpossible ? t('common:close') : t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={isPending}
            disabled={isImpossible}
            rightSection={<Kbd keys="mod+enter" />}
            {...(status === Rejected ? { color: 'red' } : {})}
          >
            {t(`decision.to.${deed}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Shown if the message can no longer be sent: the user can still copy or discard it. */
function KeptDraft({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm">{t('draft.kept')}</Text>
      <Button size="xs" variant="default" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </Group>
  );
}
