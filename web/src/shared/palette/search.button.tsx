import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconSearch } from '../icons.tsx';
import { Kbd } from '../keys/kbd.tsx';
import classes from './palette.module.css';

/** Opens the command palette. */
export function SearchButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes['button'] ?? ''} onClick={onClick} aria-haspopup="dialog">
      <IconSearch size={16} stroke={1.5} aria-hidden />
      <span className={classes['buttonText']}>{t('palette.open')}</span>
      <Kbd keys="mod+k" />
    </UnstyledButton>
  );
}
