import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyChangePartsFragment } from '../../generated/company/graphql.ts';
import { CompanyChangeStatus } from '../../generated/enums.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { FootBar } from '../../shared/layout/page/foot.bar.tsx';
import { DecisionForm } from './decision.form.tsx';

interface DecisionBarProps {
  change: CompanyChangePartsFragment;
  /** The change that follows in the list. */
  next: { companyName: string; open: () => void } | undefined;
}

/**
 * Approves or declines, always in sight while the change waits. Both open a dialog with the message, which stays open if
 * another decided meanwhile.
 */
export function DecisionBar({ change, next }: DecisionBarProps) {
  const { t } = useTranslation('company');
  const [approves, setApproves] = useState(true);
  const [isOpen, { open, close }] = useDisclosure();
  const choose = (approve: boolean) => {
    setApproves(approve);
    open();
  };
  const isPending = change.status === CompanyChangeStatus.Pending;
  useKeys(
    isPending
      ? [
          { keys: 'a', label: t('review.approve'), run: () => choose(true) },
          { keys: 'd', label: t('review.decline'), run: () => choose(false) },
        ]
      : [],
  );
  const company = change.before.companyName;
  return (
    <>
      {isPending && (
        <FootBar
          label={t('review.decision')}
          note={
            next && (
              <Text span inherit>
                {t('review.next')} <b>{next.companyName}</b>
              </Text>
            )
          }
        >
          <Button
            variant="default"
            c="var(--rg-red-text)"
            rightSection={<Kbd keys="d" />}
            aria-keyshortcuts="d"
            onClick={() => choose(false)}
          >
            {t('review.decline')}
          </Button>
          <Button rightSection={<Kbd keys="a" />} aria-keyshortcuts="a" onClick={() => choose(true)}>
            {t('review.approve')}
          </Button>
        </FootBar>
      )}
      <Dialog
        opened={isOpen}
        onClose={close}
        title={t(approves ? 'review.approveTitle' : 'review.declineTitle', { company })}
      >
        <DecisionForm
          key={String(approves)}
          change={change}
          approves={approves}
          onCancel={close}
          onDone={() => {
            close();
            next?.open();
          }}
        />
      </Dialog>
    </>
  );
}
