import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { Spoken } from '../../shared/keys/spoken.tsx';
import { ButtonLink, TextLink } from '../../shared/layout/links.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import classes from './home.module.css';
import { Age } from './work.age.tsx';
import type { WaitingChange } from './work.ts';

interface CompanyChangeRowProps {
  change: WaitingChange;
  isCurrent: boolean;
}

/** A partner that wants to change its company data. */
export function CompanyChangeRow({ change: { id, before, createdAt }, isCurrent }: CompanyChangeRowProps) {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const page = { to: '/admin/company-changes/$id', params: { id } } as const;
  useKeys(isCurrent ? [{ keys: 'enter', label: t('work.open'), run: () => void navigate(page) }] : []);
  return (
    <li id={`work-${id}`} className={classes['row']} aria-current={isCurrent || undefined}>
      <Mark name={before.companyName} />
      <span className={classes['text']}>
        <TextLink {...page} className={classes['name'] ?? ''}>
          {before.companyName}
        </TextLink>{' '}
        {t('work.companyChange')}
      </span>
      <Age at={createdAt} />
      <ButtonLink
        {...page}
        size="compact-xs"
        variant="subtle"
        className={classes['action'] ?? ''}
        rightSection={isCurrent && <Kbd keys="enter" />}
      >
        <Spoken shown={t('work.review')} spoken={`${t('work.review')}: ${before.companyName}`} />
      </ButtonLink>
    </li>
  );
}
