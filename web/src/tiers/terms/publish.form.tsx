import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import type { PartnerTier } from '../../generated/enums.ts';
import { PublishTermsDocument } from '../../generated/tiers/graphql.ts';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { addDays, BENEFITS, todayInUtc, type Terms } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import { usePublishRules } from './publish.rules.ts';
import { benefitsIn, inputOf, valuesOf, type PublishValues } from './publish.values.ts';
import { RequirementFields } from './requirement.fields.tsx';
import classes from './terms.module.css';

interface PublishFormProps {
  tier: PartnerTier;
  /** The last version of the tier. */
  present: Terms | undefined;
  onClose: () => void;
}

export function PublishForm({ tier, present, onClose }: PublishFormProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const { form, draft } = useDraftForm<PublishValues>(`terms:${tier}`, {
    initialValues: valuesOf(present),
    validate: usePublishRules(),
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: (values) => ask(PublishTermsDocument, { input: inputOf(tier, values) }),
    reasonAt: { TERMS_PUBLISHED: 'effectiveFrom' },
    done: (_, { effectiveFrom }) => {
      void queryClient.invalidateQueries();
      showToast(t('terms.published', { tier: words.tier(tier), date: words.day(effectiveFrom) }));
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <TextInput
          type="date"
          label={t('terms.form.effectiveFrom')}
          description={t('terms.form.effectiveFromHint')}
          min={addDays(todayInUtc(), 1)}
          key={form.key('effectiveFrom')}
          {...form.getInputProps('effectiveFrom')}
        />
        <BenefitFields form={form} />
        <RequirementFields form={form} />
        <div className={classes['pair']}>
          {(['supportResponseHours', 'holdDays', 'commissionBps', 'commissionMonths'] as const).map((field) => (
            <NumberField key={field} form={form} field={field} />
          ))}
          {(['wholesaleDiscountBps', 'minMarginBps'] as const).map((field) => (
            <NumberField key={field} form={form} field={field} />
          ))}
        </div>
        <Textarea
          label={t('terms.form.commissionCaps')}
          description={t('terms.form.capsHint')}
          autosize
          minRows={1}
          key={form.key('commissionCaps')}
          {...form.getInputProps('commissionCaps')}
        />
        <Problem error={problem} />
        <FormButtons action={t('terms.publish')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}

type Form = UseFormReturnType<PublishValues>;
type NumberName =
  'supportResponseHours' | 'holdDays' | 'commissionBps' | 'commissionMonths' | 'wholesaleDiscountBps' | 'minMarginBps';

function NumberField({ form, field }: { form: Form; field: NumberName }) {
  const { t } = useTranslation('tiers');
  return (
    <TextInput
      inputMode="decimal"
      label={t(`terms.form.${field}`)}
      {...(field === 'supportResponseHours' ? { placeholder: t('terms.form.supportHint') } : {})}
      key={form.key(field)}
      {...form.getInputProps(field)}
    />
  );
}

function BenefitFields({ form }: { form: Form }) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  return (
    <Checkbox.Group
      label={t('terms.form.benefits')}
      key={form.key('benefits')}
      defaultValue={benefitsIn(form.getValues().benefits)}
      onChange={(chosen) => form.setFieldValue('benefits', inOrder(chosen), { forceUpdate: false })}
      error={form.errors['benefits']}
    >
      <Stack gap={10} mt="xs">
        {BENEFITS.map((benefit) => (
          <Checkbox key={benefit} value={benefit} label={words.benefit(benefit)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

const inOrder = (chosen: readonly string[]): string => BENEFITS.filter((benefit) => chosen.includes(benefit)).join(' ');
