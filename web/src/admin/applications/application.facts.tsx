import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { Card, CardSection } from '../../shared/card.tsx';
import { TextLink, WebsiteLink } from '../../shared/layout/links.tsx';
import classes from './application.module.css';

interface FactsProps {
  application: ApplicationPartsFragment;
  /** The way to change them. */
  edit?: ReactNode;
}

/** The answers of the applicant: short ones in two columns, long ones below, empty ones in one line. */
export function ApplicationFacts({ application, edit }: FactsProps) {
  const { t } = useTranslation('admin');
  const { short, long, empty } = useAnswers(application);
  return (
    <Card title={t('application.facts')} aside={edit}>
      <CardSection>
        <dl className={classes['facts']}>
          {short.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </CardSection>
      {long.map(({ label, value }) => (
        <CardSection key={label}>
          <Text size="xs" fw={500} c="dimmed" component="h3">
            {label}
          </Text>
          <p className={classes['answer']}>{value}</p>
        </CardSection>
      ))}
      {empty.length > 0 && (
        <CardSection>
          <Text size="xs" c="dimmed">
            {t('application.empty', { count: empty.length, answers: empty.join(', ') })}
          </Text>
        </CardSection>
      )}
    </Card>
  );
}

interface Answer {
  label: string;
  value: ReactNode;
}

const isEmpty = ({ value }: Answer) => value === null || value === undefined || value === '';

function useAnswers(application: ApplicationPartsFragment) {
  const { t } = useTranslation(['admin', 'common']);
  const { website, contactEmail, partnerAccount } = application;
  const short: Answer[] = [
    { label: t('applications.contact'), value: application.contactName },
    { label: t('application.email'), value: <Anchor href={`mailto:${contactEmail}`}>{contactEmail}</Anchor> },
    { label: t('application.phone'), value: application.contactPhone },
    { label: t('application.website'), value: website && <WebsiteLink address={website} /> },
    { label: t('applications.size'), value: t(`common:companySize.${application.companySize}`) },
    { label: t('application.industry'), value: application.industry },
  ];
  if (partnerAccount) {
    const { id } = partnerAccount;
    const link = (
      <TextLink to="/admin/partners/$id" params={{ id }}>
        {t('application.toPartner')}
      </TextLink>
    );
    short.push({ label: t('application.partner'), value: link });
  }
  const long: Answer[] = [
    { label: t('application.motivation'), value: application.motivation },
    { label: t('application.targetMarket'), value: application.targetMarket },
    { label: t('application.currentSolutions'), value: application.currentSolutions },
    { label: t('application.additionalInformation'), value: application.additionalInformation },
  ];
  const given = (answers: Answer[]) => answers.filter((answer) => !isEmpty(answer));
  return {
    short: given(short),
    long: given(long),
    empty: [...short, ...long].filter(isEmpty).map(({ label }) => label),
  };
}
