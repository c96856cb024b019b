import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { AssignManagerDocument } from '../../generated/tiers/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { useChange } from '../../shared/forms/change.ts';
import { Conflict, type ChangeWords } from '../../shared/forms/conflict.tsx';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { ManagerChoices, NOBODY, wanted } from './manager.choices.tsx';

interface Manager {
  id?: string | null | undefined;
  name: string;
}

interface ManagedPartner {
  id: string;
  companyName: string;
  version: number;
  manager?: Manager | null | undefined;
  technicalManager?: Manager | null | undefined;
}

interface ManagerDialogProps {
  partner: ManagedPartner;
  onClose: () => void;
}

/** Assigns the managers of one partner. */
export function ManagerDialog({ partner, onClose }: ManagerDialogProps) {
  const { t } = useTranslation(['tiers', 'common']);
  const { id, companyName, version } = partner;
  const [chosen, choose] = useState({
    managerId: partner.manager?.id ?? NOBODY,
    technicalManagerId: partner.technicalManager?.id ?? NOBODY,
  });
  const words = useManagerWords();
  const { missed, send } = useChange({ id, version });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      send((expectedVersion) =>
        ask(AssignManagerDocument, {
          id,
          managerId: wanted(chosen.managerId) ?? null,
          technicalManagerId: wanted(chosen.technicalManagerId) ?? null,
          expectedVersion,
        }),
      ),
    onSuccess: () => {
      void queryClient.invalidateQueries();
      showToast(t('managers.saved', { company: companyName }));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('managers.of', { company: companyName })} isSending={isPending}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <Stack>
          <Text size="sm">{t('managers.lead')}</Text>
          <ManagerChoices chosen={chosen} onChoose={choose} />
          {missed ? (
            <Conflict missed={missed} kind="partner" words={words} action={t('common:save')} />
          ) : (
            <Problem error={error} />
          )}
          <FormButtons action={t('common:save')} onCancel={onClose} isPending={isPending} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** A conflict has IDs, not names, so it says only which manager changed. */
function useManagerWords(): ChangeWords {
  const { t } = useTranslation('tiers');
  const show = (value: unknown) => t(value == null ? 'managers.nobody' : 'managers.someone');
  return {
    managerId: { label: t('managers.managerId'), show },
    technicalManagerId: { label: t('managers.technicalManagerId'), show },
  };
}
