import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationPartsFragment } from '../../../generated/admin/graphql.ts';
import { Card, CardSection } from '../../../shared/card.tsx';
import { IconAlertTriangle, IconCheck } from '../../../shared/icons.tsx';
import { TextLink } from '../../../shared/layout/links.tsx';
import classes from '../application.module.css';
import { useDuplicates } from './duplicates.tsx';

/** Facts about the company besides its answers. */
export function Known({ application }: { application: ApplicationPartsFragment }) {
  const { t } = useTranslation('admin');
  const { duplicates } = useDuplicates(application.id);
  const { website, contactEmail, partnerAccount } = application;
  return (
    <Card title={t('known.title')}>
      <CardSection>
        {website &&
          (isSameDomain(contactEmail, website) ? (
            <Fact isGood>{t('known.sameDomain')}</Fact>
          ) : (
            <Fact isGood={false}>{t('known.otherDomain')}</Fact>
          ))}
        {!website && <Fact isGood={false}>{t('known.noWebsite')}</Fact>}
        {duplicates && (
          <Fact isGood={duplicates.length === 0}>
            {duplicates.length === 0 ? t('known.first') : t('known.similar', { count: duplicates.length })}
          </Fact>
        )}
        {partnerAccount && (
          <Fact isGood>
            <TextLink to="/admin/partners/$id" params={{ id: partnerAccount.id }}>
              {t('known.partner')}
            </TextLink>
          </Fact>
        )}
      </CardSection>
    </Card>
  );
}

/** Whether the address belongs to the website, or one of them to a part of the other. */
function isSameDomain(email: string, website: string): boolean {
  const host = URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : '';
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`);
}

function Fact({ isGood, children }: { isGood: boolean; children: ReactNode }) {
  return (
    <div className={classes['known']} data-tone={isGood ? 'green' : 'amber'}>
      {isGood ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      <span>{children}</span>
    </div>
  );
}
