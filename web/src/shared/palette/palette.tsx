import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { loaded } from '../../api/loaded.ts';
import type { Viewer } from '../../session/session.store.ts';
import { useKeys } from '../keys/keys.ts';
import { useSignOut } from '../layout/navigation/sign.out.tsx';
import type { MenuGroup } from '../layout/navigation/menu.ts';

const load = () => loaded(import('./palette.dialog.tsx'));

/** A script of its own, after the first page. */
const PaletteDialog = lazy(async () => ({ default: (await load()).PaletteDialog }));

/** Milliseconds until the script is loaded ahead, so that the first letters are not lost. */
const AHEAD = 2000;

interface PaletteProps {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  menu: MenuGroup[];
  viewer: Viewer;
}

/** Finds pages, objects and commands: Ctrl or Cmd K. */
export function Palette({ isOpen, open, close, menu, viewer }: PaletteProps) {
  const { t } = useTranslation();
  const { leave, dialog } = useSignOut(viewer);
  useKeys(
    [
      { keys: 'mod+k', label: t('palette.open'), run: isOpen ? close : open, isEverywhere: true },
      // Lists find in themselves with it.
      { keys: '/', run: open },
    ],
    'app',
  );
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), AHEAD);
    return () => clearTimeout(timer);
  }, []);
  useFocusBack(isOpen);
  return (
    <>
      {isOpen && (
        <Suspense fallback={null}>
          <PaletteDialog onClose={close} menu={menu} viewer={viewer} onSignOut={leave} />
        </Suspense>
      )}
      {dialog}
    </>
  );
}

/** Gives the focus back to where it was, unless the page has moved it on. */
function useFocusBack(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, [isOpen]);
}
