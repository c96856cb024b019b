import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sentence.module.css';
import { MARKS, partsOf, tellingOf, type Place, type ToldEvent, type ToldObject } from './sentence.ts';
import { useValues } from './values.ts';

/** Links an object of an event if the reader has a page for it. */
export type ObjectLink = (object: ToldObject, event: ToldEvent, text: string) => ReactNode;

interface SentenceProps {
  event: ToldEvent;
  link: ObjectLink;
}

/** An event in words, such as "Ada Winter approved the application of Octavo Media". */
export function Sentence({ event, link }: SentenceProps) {
  const { t } = useTranslation('activity');
  const said = useValues();
  const { action, variant, other, value } = tellingOf(event);
  const nameOf = (id: string) => event.mentions.find((mention) => mention.id === id)?.name;
  const sentence = t(`sentence.${action}.${variant}` as 'sentence.OTHER.any', {
    ...MARKS,
    value: value ? said(value[0], value[1].to, nameOf) : '',
  });
  const object = (named: ToldObject | undefined) =>
    named?.name == null ? t('deleted') : link(named, event, named.name);
  const shown: Record<Place, ReactNode> = {
    actor: useActorName()(event.actor),
    subject: object(event.subject),
    other: object(other),
  };
  return partsOf(sentence).map((part, index) => (
    // The parts of a sentence never move.
    <Fragment key={index}>
      {'text' in part ? part.text : <b className={classes['name']}>{shown[part.place]}</b>}
    </Fragment>
  ));
}

/** The name of an actor, with the API key that acted. */
export function useActorName(): (actor: ToldEvent['actor']) => string {
  const { t } = useTranslation('activity');
  return ({ kind, name, apiKeyName }) => {
    if (kind === 'SYSTEM' && !name.includes('@')) return t('reachGenie');
    return apiKeyName == null ? name : t('withKey', { name, key: apiKeyName });
  };
}
