import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApplicationStatus } from '../../../generated/enums.ts';
import type { ApplicationPartsFragment } from '../../../generated/admin/graphql.ts';
import { Dialog } from '../../../shared/dialog.tsx';
import { Kbd } from '../../../shared/keys/kbd.tsx';
import { useKeys } from '../../../shared/keys/keys.ts';
import { FootBar } from '../../../shared/layout/page/foot.bar.tsx';
import { DecisionForm } from './decision.form.tsx';

const { Approved, Pending, Rejected, Reviewing } = ApplicationStatus;

/** From left to right: refuse, middle way, main. */
const ORDER = [Rejected, Pending, Reviewing, Approved];

const LETTERS: Partial<Record<ApplicationStatus, string>> = { [Approved]: 'a', [Rejected]: 'd', [Reviewing]: 'r' };

interface DecisionBarProps {
  application: ApplicationPartsFragment;
  /** The list continues with this application after a decision. Undefined if the page stays. */
  next?: { companyName: string; open: () => void } | undefined;
  /** False while the keys belong to selected applications. */
  hasKeys?: boolean;
}

/** The decisions on an application, always in sight. Each opens a dialog with the email as it will be sent. */
export function DecisionBar({ application, next, hasKeys = true }: DecisionBarProps) {
  const { t } = useTranslation('admin');
  const [status, setStatus] = useState<ApplicationStatus>(Reviewing);
  const [isOpen, { open, close }] = useDisclosure();
  const choices = ORDER.filter((each) => application.nextStatuses.includes(each));
  const main = choices.at(-1);
  const wordsFor = (each: ApplicationStatus) => t(`decision.to.${application.withdrawnAt ? 'WITHDRAWN' : each}`);
  const choose = (each: ApplicationStatus) => {
    setStatus(each);
    open();
  };
  const letterOf = (each: ApplicationStatus) => (hasKeys ? LETTERS[each] : undefined);
  useKeys(
    choices.flatMap((each) => {
      const letter = letterOf(each);
      return letter === undefined ? [] : [{ keys: letter, label: wordsFor(each), run: () => choose(each) }];
    }),
  );
  return (
    <>
      <FootBar
        label={t('decision.title')}
        note={
          choices.length === 0
            ? t('decision.final')
            : next && (
                <Text span inherit>
                  {t('decision.next')} <b>{next.companyName}</b>
                </Text>
              )
        }
      >
        {choices.map((each) => (
          <Button
            key={each}
            variant={each === main ? 'filled' : 'default'}
            {...(each === Rejected && { c: 'var(--rg-red-text)' })}
            rightSection={letterOf(each) && <Kbd keys={letterOf(each) ?? ''} />}
            aria-keyshortcuts={letterOf(each)}
            onClick={() => choose(each)}
          >
            {wordsFor(each)}
          </Button>
        ))}
      </FootBar>
      <Dialog
        opened={isOpen}
        onClose={close}
        title={t('decision.dialog', { action: wordsFor(status), company: application.companyName })}
        size={620}
      >
        <DecisionForm
          application={application}
          status={status}
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
