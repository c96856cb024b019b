import type { ComponentProps } from 'react';
import { useChange, type Versioned } from './change.ts';
import { ConfirmDialog } from '../confirm.dialog.tsx';
import { Conflict } from './conflict.tsx';

interface ConfirmChangeProps
  extends
    Omit<ComponentProps<typeof ConfirmDialog>, 'act' | 'problem'>,
    Pick<ComponentProps<typeof Conflict>, 'kind' | 'words'> {
  /** As of opening the dialog. */
  thing: Versioned;
  act: (expectedVersion: number) => Promise<unknown>;
}

/** Confirms a change that may conflict with another user's. */
export function ConfirmChange({ thing, kind, words, act, onClose, ...dialog }: ConfirmChangeProps) {
  const { missed, send, reset } = useChange(thing);
  const close = () => {
    reset();
    onClose();
  };
  return (
    <ConfirmDialog
      {...dialog}
      onClose={close}
      act={() => send(act)}
      problem={missed && <Conflict missed={missed} kind={kind} words={words} action={dialog.action} />}
    />
  );
}
