import { ActionIcon, CopyButton, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconCheck, IconChevronDown, IconChevronUp, IconExternalLink, IconLink, IconX } from '../../icons.tsx';
import classes from './peek.module.css';

interface PeekProps {
  /** Name of the row. */
  title: string;
  /** "2 of 41", if the row is on this page. */
  place: string | undefined;
  onMove: (by: -1 | 1) => void;
  onOpen: (() => void) | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** Details beside the list, which keeps focus and place. On narrow screens a drawer, and on phones the whole screen. */
export function Peek(props: PeekProps) {
  const { title, onClose, children } = props;
  const isWide = useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false });
  const isPhone = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  if (isWide) {
    return (
      <aside className={classes['peek']} aria-label={title}>
        <PeekHead {...props} />
        <div className={classes['body']}>{children}</div>
      </aside>
    );
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={isPhone ? '100%' : 408}
      withCloseButton={false}
      padding={0}
      title={undefined}
      attributes={{ content: { 'aria-label': title } }}
    >
      <section className={classes['drawer']} aria-label={title}>
        <PeekHead {...props} />
        <div className={classes['body']}>{children}</div>
      </section>
    </Drawer>
  );
}

function PeekHead({ place, onMove, onOpen, onClose }: PeekProps) {
  const { t } = useTranslation();
  const button = (label: string, icon: ReactNode, onClick: () => void) => (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} title={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
  return (
    <div className={classes['head']}>
      <span className={classes['place']}>{place}</span>
      {button(t('list.previous'), <IconChevronUp size={16} aria-hidden />, () => onMove(-1))}
      {button(t('list.next'), <IconChevronDown size={16} aria-hidden />, () => onMove(1))}
      <span className={classes['grow']} />
      <CopyButton value={window.location.href}>
        {({ copied, copy }) =>
          button(
            copied ? t('copied') : t('list.copyLink'),
            copied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />,
            copy,
          )
        }
      </CopyButton>
      {onOpen && button(t('list.openPage'), <IconExternalLink size={16} aria-hidden />, onOpen)}
      {button(t('list.closePeek'), <IconX size={16} aria-hidden />, onClose)}
    </div>
  );
}
