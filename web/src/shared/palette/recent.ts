import { InterfaceKey } from '../../generated/enums.ts';
import { useInterfaceState } from '../workspace/interface.state.ts';

/** Objects that the user opened with the palette. */
export interface Recent {
  id: string;
  name: string;
  path: string;
}

const MOST = 5;

/** The last five, the newest first. They follow the user to other devices. */
export function useRecent(): [Recent[], (opened: Recent) => void] {
  const { state, keep } = useInterfaceState<{ opened: Recent[] }>(InterfaceKey.Recent, { opened: [] });
  const { opened } = state;
  const add = (one: Recent) => keep({ opened: [one, ...opened.filter(({ id }) => id !== one.id)].slice(0, MOST) });
  return [opened, add];
}
