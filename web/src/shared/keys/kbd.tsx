import { useTranslation } from 'react-i18next';
import classes from './kbd.module.css';
import { useLetters } from './letters.ts';

const SIGNS: Record<string, string> = {
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
};

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys of a binding, as the keyboard shows them. Hidden on touch screens and while letters are switched off. */
export function Kbd({ keys, isAlways = false }: { keys: string; isAlways?: boolean }) {
  const { t } = useTranslation();
  const areOn = useLetters();
  if (!areOn && !isAlways && !keys.startsWith('mod+')) return null;
  const signOf = (key: string) => {
    if (key === 'mod') return IS_MAC ? '⌘' : t('keys.ctrl');
    if (key === 'shift') return t('keys.shift');
    if (key === 'space') return t('keys.space');
    return SIGNS[key] ?? key.toUpperCase();
  };
  return (
    <span className={classes['keys']} aria-hidden>
      {keys.split(/[ +]/).map((key) => (
        <kbd key={key} className={classes['kbd']}>
          {signOf(key)}
        </kbd>
      ))}
    </span>
  );
}
