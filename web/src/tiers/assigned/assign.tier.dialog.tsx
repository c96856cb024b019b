import { Checkbox, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { PartnerTier } from '../../generated/enums.ts';
import { AssignTierDocument } from '../../generated/tiers/graphql.ts';
import { oneOf } from '../../shared/data/search.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { useChange } from '../../shared/forms/change.ts';
import { Conflict, type ChangeWords } from '../../shared/forms/conflict.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';
import { isDay } from '../../shared/time/days.ts';
import { showToast } from '../../shared/toasts.tsx';
import { addDays, TIERS, todayInUtc } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';

interface AssignProps {
  partner: { id: string; companyName: string; tier: PartnerTier; version: number };
  onClose: () => void;
}

export function AssignTierDialog({ partner, onClose }: AssignProps) {
  const { t } = useTranslation('tiers');
  return (
    <Dialog opened onClose={onClose} title={t('partner.assignTitle', { company: partner.companyName })} size="lg">
      <AssignTierForm partner={partner} onClose={onClose} />
    </Dialog>
  );
}

function AssignTierForm({ partner: { id, companyName, tier: present, version }, onClose }: AssignProps) {
  const { t } = useTranslation(['tiers', 'common']);
  const words = useTierWords();
  const { required } = useFieldRules();
  const [isPinned, setPinned] = useState(false);
  const { form, draft } = useDraftForm(`tier:${id}`, {
    initialValues: { tier: present, note: '', pinnedUntil: addDays(todayInUtc(), 365) },
    version,
    validate: {
      note: required(1000),
      pinnedUntil: (value) => (!isPinned || (isDay(value) && value >= todayInUtc()) ? null : t('partner.pinWrong')),
    },
  });
  const { missed, send } = useChange({ id, version: draft.version ?? version });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ tier, note, pinnedUntil }) =>
      send((expectedVersion) =>
        ask(AssignTierDocument, {
          id,
          tier: oneOf(PartnerTier, tier) ?? present,
          note,
          pinnedUntil: isPinned ? pinnedUntil : null,
          expectedVersion,
        }),
      ),
    done: (_, { tier }) => {
      void queryClient.invalidateQueries();
      showToast(t('partner.assigned', { company: companyName, tier: words.tier(oneOf(PartnerTier, tier) ?? present) }));
      onClose();
    },
  });
  const conflictWords: ChangeWords = {
    tier: { label: t('partner.tier'), show: (value) => words.tier(oneOf(PartnerTier, value) ?? present) },
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text size="sm">{t('partner.assignLead')}</Text>
        <DraftNote draft={draft} />
        <NativeSelect
          label={t('partner.tier')}
          data={TIERS.map((value) => ({ value, label: words.tier(value) }))}
          key={form.key('tier')}
          {...form.getInputProps('tier')}
        />
        <Textarea
          label={t('partner.note')}
          description={t('partner.noteHint')}
          autosize
          minRows={2}
          key={form.key('note')}
          {...form.getInputProps('note')}
        />
        <Checkbox
          label={t('partner.pin')}
          description={t('partner.pinHint')}
          checked={isPinned}
          onChange={({ currentTarget }) => setPinned(currentTarget.checked)}
        />
        {isPinned && (
          <TextInput
            type="date"
            label={t('partner.pinnedUntil')}
            min={todayInUtc()}
            key={form.key('pinnedUntil')}
            {...form.getInputProps('pinnedUntil')}
          />
        )}
        {missed ? (
          <Conflict missed={missed} kind="partner" words={conflictWords} action={t('partner.assign')} />
        ) : (
          <Problem error={problem} />
        )}
        <FormButtons action={t('partner.assign')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}
