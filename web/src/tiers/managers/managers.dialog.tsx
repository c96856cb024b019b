import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/dialog.tsx';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { KEEP, ManagerChoices, wanted } from './manager.choices.tsx';

/** Undefined keeps the managers, null removes them. */
export interface WantedManagers {
  managerId: string | null | undefined;
  technicalManagerId: string | null | undefined;
}

interface ManagersDialogProps {
  count: number;
  onChoose: (managers: WantedManagers) => void;
  onClose: () => void;
}

/** Chooses the managers of several partners. */
export function ManagersDialog({ count, onChoose, onClose }: ManagersDialogProps) {
  const { t } = useTranslation('tiers');
  const [chosen, choose] = useState({ managerId: KEEP, technicalManagerId: KEEP });
  return (
    <Dialog opened onClose={onClose} title={t('managers.ofMany', { count })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose({ managerId: wanted(chosen.managerId), technicalManagerId: wanted(chosen.technicalManagerId) });
        }}
      >
        <Stack>
          <ManagerChoices chosen={chosen} onChoose={choose} mayKeep />
          <FormButtons action={t('managers.assign')} onCancel={onClose} isPending={false} />
        </Stack>
      </form>
    </Dialog>
  );
}
