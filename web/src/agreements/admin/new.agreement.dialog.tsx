import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { CreateAgreementDocument } from '../../generated/agreements/graphql.ts';
import { PartnershipType } from '../../generated/enums.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';

interface NewAgreementProps {
  /** Of a negotiated agreement. Without it, the agreement is with all partners of some types. */
  partnerId?: string;
  opened: boolean;
  onClose: () => void;
}

/** Creates an agreement, and opens its page, which publishes the first version. */
export function NewAgreementDialog({ opened, onClose, ...props }: NewAgreementProps) {
  const { t } = useTranslation('agreements');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('make')}>
      <NewAgreementForm onClose={onClose} {...props} />
    </Dialog>
  );
}

function NewAgreementForm({ partnerId, onClose }: Omit<NewAgreementProps, 'opened'>) {
  const { t } = useTranslation(['agreements', 'common']);
  const { required } = useFieldRules();
  const navigate = useNavigate();
  const { form, draft } = useDraftForm(`agreement:new:${partnerId ?? ''}`, {
    initialValues: { title: '', partnershipTypes: [] as string[], isRequired: true },
    validate: {
      title: required(200),
      partnershipTypes: (types) => (partnerId !== undefined || types.length > 0 ? null : t('new.typesMissing')),
    },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ title, isRequired, partnershipTypes }) => {
      const types = Object.values(PartnershipType).filter((type) => partnershipTypes.includes(type));
      const parties = partnerId === undefined ? { partnershipTypes: types } : { partnerId };
      return ask(CreateAgreementDocument, { input: { title, isRequired, ...parties } });
    },
    done: ({ createAgreement: { id } }, { title }) => {
      void queryClient.invalidateQueries();
      showToast(t('new.done', { title }));
      onClose();
      void navigate({ to: '/admin/agreements/$id', params: { id } });
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <TextInput
          label={t('new.title')}
          description={t('new.titleHint')}
          key={form.key('title')}
          {...form.getInputProps('title')}
        />
        {partnerId === undefined && (
          <Checkbox.Group
            label={t('audience')}
            description={t('new.typesHint')}
            key={form.key('partnershipTypes')}
            {...form.getInputProps('partnershipTypes')}
          >
            <Group mt="xs">
              {Object.values(PartnershipType).map((type) => (
                <Checkbox key={type} value={type} label={t(`common:partnershipType.${type}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <Checkbox
          label={t('required')}
          description={t('new.requiredHint')}
          key={form.key('isRequired')}
          {...form.getInputProps('isRequired', { type: 'checkbox' })}
        />
        <Problem error={problem} />
        <FormButtons action={t('make')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}
