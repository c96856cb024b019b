import { Button, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.store.ts';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { Mark } from '../../shared/marks/mark.tsx';
import { ManagerDialog } from '../../tiers/program.tsx';
import { mayManagePartners } from '../rights.ts';
import type { PartnerDetails } from './partner.details.ts';

/** The managers in the head of a partner, to change. */
export function ManagerPicker({ partner }: { partner: PartnerDetails }) {
  const { t } = useTranslation('admin');
  const [isOpen, { open, close }] = useDisclosure();
  const { manager, technicalManager } = partner;
  const names = [manager?.name, technicalManager?.name].filter((name) => name != null);
  useKeys([{ keys: 's', label: t('partners.changeManagers'), run: open }]);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Mark name={names[0]} kind="person" />}
        rightSection={<Kbd keys="s" />}
        aria-haspopup="dialog"
        onClick={open}
      >
        {names.length === 0 ? (
          t('partners.many.assign')
        ) : (
          <>
            <VisuallyHidden>{t('partners.changeManagers')}: </VisuallyHidden>
            {names.join(', ')}
          </>
        )}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ManagerDialog partner={partner} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** For the line of facts, if the viewer cannot change the managers. */
export function useManagerFact({ manager, technicalManager }: PartnerDetails): string | undefined {
  const { t } = useTranslation('admin');
  const mayManage = mayManagePartners(useViewer());
  const names = [manager?.name, technicalManager?.name].filter((name) => name != null);
  return mayManage || names.length === 0 ? undefined : t('partners.managedBy', { names: names.join(', ') });
}
