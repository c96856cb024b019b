import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { UpdateCompanyDocument, type CompanyPartsFragment } from '../../generated/company/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { useChange } from '../../shared/forms/change.ts';
import { ConflictFields, touched } from '../../shared/forms/conflict.fields.tsx';
import { Conflict, type ChangeWords } from '../../shared/forms/conflict.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { countryName } from '../../shared/data/country.name.ts';
import { DETAILS } from '../details.ts';
import { CompanyFields } from './company.fields.tsx';
import { inputOf, valuesOf } from './company.values.ts';

interface CompanyFormProps {
  company: CompanyPartsFragment;
  onClose: () => void;
}

/** Changes the company's data: a part at once, and the rest after a review. */
export function CompanyDialog({ opened, ...props }: CompanyFormProps & { opened: boolean }) {
  const { t } = useTranslation('company');
  return (
    <Dialog opened={opened} onClose={props.onClose} title={t('edit')} size="lg">
      <CompanyForm {...props} />
    </Dialog>
  );
}

function useCompanyWords(): ChangeWords {
  const { t, i18n } = useTranslation();
  const show = (value: unknown) => countryName(String(value), i18n.language);
  const fields = [...DETAILS, 'website', 'phone', 'description'] as const;
  return Object.fromEntries(
    fields.map((field) => [field, { label: t(`change.field.${field}`), ...(field === 'countryCode' && { show }) }]),
  );
}

function CompanyForm({ company, onClose }: CompanyFormProps) {
  const { t } = useTranslation(['company', 'common']);
  const words = useCompanyWords();
  const { required, optional } = useFieldRules();
  const { id } = company;
  const present = valuesOf(company);
  const { form, draft } = useDraftForm('company', {
    initialValues: present,
    version: company.version,
    validate: {
      companyName: required(200),
      legalName: optional(200),
      street: optional(200),
      postalCode: optional(20),
      city: optional(100),
      vatId: optional(30),
      website: optional(2048),
      phone: optional(40),
      description: optional(2000),
    },
  });
  // Version of the form's start, because the page behind it may reload.
  const { missed, send } = useChange({ id, version: draft.version ?? company.version });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: (values) => {
      const input = inputOf(touched(values, missed ? present : draft.initial));
      return send((expectedVersion) => ask(UpdateCompanyDocument, { input, expectedVersion }));
    },
    done: ({ updateCompany: { pendingChange } }) => {
      const isNew = pendingChange !== null && pendingChange.id !== company.pendingChange?.id;
      showToast(t(isNew ? 'requested' : 'saved'));
      void queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <CompanyFields form={form} />
        {missed ? (
          <Conflict missed={missed} kind={['partner', 'company']} words={words} action={t('common:save')}>
            <ConflictFields form={form} initial={draft.initial} present={present} words={words} />
          </Conflict>
        ) : (
          <Problem error={problem} />
        )}
        <FormButtons action={t('common:save')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}
