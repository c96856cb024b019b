import { NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { UpdateApplicationDocument, type ApplicationPartsFragment } from '../../../generated/admin/graphql.ts';
import { CompanySize, PartnershipType } from '../../../generated/enums.ts';
import { Dialog } from '../../../shared/dialog.tsx';
import { useChange } from '../../../shared/forms/change.ts';
import { ConflictFields, touched } from '../../../shared/forms/conflict.fields.tsx';
import { Conflict } from '../../../shared/forms/conflict.tsx';
import { DraftNote } from '../../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../../shared/forms/draft.ts';
import { useFieldRules } from '../../../shared/forms/field.rules.ts';
import { FormButtons } from '../../../shared/forms/form.buttons.tsx';
import { useSubmission } from '../../../shared/forms/submission.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useApplicationWords } from '../application.words.ts';
import { changesOf, valuesOf } from './edit.values.ts';

interface EditProps {
  application: ApplicationPartsFragment;
  onClose: () => void;
}

/** Corrects the answers of an application. The email address stays, because it identifies the contact. */
export function EditDialog({ opened, ...props }: EditProps & { opened: boolean }) {
  const { t } = useTranslation('admin');
  const title = t('application.editTitle', { company: props.application.companyName });
  return (
    <Dialog opened={opened} onClose={props.onClose} title={title} size="lg">
      <EditForm {...props} />
    </Dialog>
  );
}

function EditForm({ application, onClose }: EditProps) {
  const { t } = useTranslation('common');
  const words = useApplicationWords();
  const { required, optional } = useFieldRules();
  const { id } = application;
  const present = valuesOf(application);
  const { form, draft } = useDraftForm(`application:${id}`, {
    initialValues: present,
    version: application.version,
    validate: {
      companyName: required(200),
      website: optional(2048),
      industry: required(200),
      contactName: required(200),
      contactPhone: optional(40),
      motivation: required(5000),
      targetMarket: optional(5000),
      currentSolutions: optional(5000),
      additionalInformation: optional(5000),
    },
  });
  // Version of the form's start, because the page behind it may reload.
  const { missed, send } = useChange({ id, version: draft.version ?? application.version });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    reasonAt: { OPEN_APPLICATION: 'partnershipType' },
    send: (values) => {
      const input = changesOf(touched(values, missed ? present : draft.initial));
      return send((expectedVersion) => ask(UpdateApplicationDocument, { id, input, expectedVersion }));
    },
    done: () => {
      void queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <Fields form={form} email={application.contactEmail} />
        {missed ? (
          <Conflict missed={missed} kind="application" words={words} action={t('save')}>
            <ConflictFields form={form} initial={draft.initial} present={present} words={words} />
          </Conflict>
        ) : (
          <Problem error={problem} />
        )}
        <FormButtons action={t('save')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}

type Field = keyof ReturnType<typeof valuesOf>;

interface FieldsProps {
  form: { key: (field: Field) => string; getInputProps: (field: Field) => object };
  email: string;
}

function Fields({ form, email }: FieldsProps) {
  const { t } = useTranslation(['admin', 'common']);
  const field = (name: Field, label: string) => ({ label, key: form.key(name), ...form.getInputProps(name) });
  const free = (name: Field, label: string) => field(name, `${label} (${t('common:optional')})`);
  const choices = <Value extends string>(values: Record<string, Value>, labelOf: (value: Value) => string) =>
    Object.values(values).map((value) => ({ value, label: labelOf(value) }));
  return (
    <>
      <TextInput {...field('companyName', t('applications.company'))} data-autofocus />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...free('website', t('application.website'))} type="url" />
        <NativeSelect
          {...field('companySize', t('applications.size'))}
          data={choices(CompanySize, (size) => t(`common:companySize.${size}`))}
        />
        <TextInput {...field('industry', t('application.industry'))} />
        <NativeSelect
          {...field('partnershipType', t('applications.type'))}
          data={choices(PartnershipType, (type) => t(`common:partnershipType.${type}`))}
        />
        <TextInput {...field('contactName', t('applications.contact'))} />
        <TextInput {...free('contactPhone', t('application.phone'))} type="tel" />
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t('application.emailStays', { email })}
      </Text>
      <Textarea {...field('motivation', t('application.motivation'))} minRows={3} autosize />
      <Textarea {...free('targetMarket', t('application.targetMarket'))} minRows={2} autosize />
      <Textarea {...free('currentSolutions', t('application.currentSolutions'))} minRows={2} autosize />
      <Textarea {...free('additionalInformation', t('application.additionalInformation'))} minRows={2} autosize />
    </>
  );
}
