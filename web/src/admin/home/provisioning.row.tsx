import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconPlugConnected } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { Spoken } from '../../shared/keys/spoken.tsx';
import { ButtonLink, TextLink } from '../../shared/layout/links.tsx';
import classes from './home.module.css';
import { Age } from './work.age.tsx';
import type { WorkItem } from './work.ts';

interface ProvisioningRowProps {
  item: Extract<WorkItem, { kind: 'provisioning' }>;
  isCurrent: boolean;
}

/** All clients that the product does not have. One cause often fails many, so they share a line. */
export function ProvisioningRow({ item, isCurrent }: ProvisioningRowProps) {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const sentence = t('work.notSetUp', { count: item.clients });
  const list = { to: '/admin/provisioning', search: { status: 'FAILED' } } as const;
  useKeys(isCurrent ? [{ keys: 'enter', label: t('work.open'), run: () => void navigate(list) }] : []);
  return (
    <li id={`work-${item.id}`} className={classes['row']} aria-current={isCurrent || undefined}>
      <span className={classes['icon']}>
        <IconPlugConnected size={16} stroke={1.5} aria-hidden />
      </span>
      <span className={classes['text']}>
        <TextLink {...list} className={classes['name'] ?? ''}>
          {sentence}
        </TextLink>
      </span>
      <Age at={item.at} />
      <ButtonLink
        {...list}
        size="compact-xs"
        variant="subtle"
        className={classes['action'] ?? ''}
        rightSection={isCurrent && <Kbd keys="enter" />}
      >
        <Spoken shown={t('work.open')} spoken={`${t('work.open')}: ${sentence}`} />
      </ButtonLink>
    </li>
  );
}
