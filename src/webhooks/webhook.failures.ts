import { registerEnumType } from 'type-graphql';
import { FAILURES, type OutboundFailure } from '../core/outbound/outbound.error.ts';

/** Those of calls, and the ones below. Stored with tries. */
export type WebhookFailure = OutboundFailure | 'STATUS' | 'INTERRUPTED' | 'OFF' | 'HELD';

const SENTENCES: Readonly<Record<WebhookFailure, string>> = {
  ...FAILURES,
  STATUS: 'the status is not 200 to 299',
  INTERRUPTED: 'the worker stopped during the try',
  OFF: 'the endpoint was not enabled',
  HELD: 'held after a restore',
};

export const WEBHOOK_FAILURES = Object.keys(SENTENCES) as WebhookFailure[];

/** For the schema. */
export const WebhookFailureEnum = Object.fromEntries(WEBHOOK_FAILURES.map((name) => [name, name]));

registerEnumType(WebhookFailureEnum, {
  name: 'WebhookFailure',
  description: 'Why a delivery or one of its tries failed. Later versions can add values.',
  valuesConfig: Object.fromEntries(
    WEBHOOK_FAILURES.map((name) => [name, { description: `${sentenceWithCapital(SENTENCES[name])}.` }]),
  ),
});

function sentenceWithCapital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** An unknown one was stored by a later version. */
export const sentenceOf = (failure: WebhookFailure | null | undefined): string | null =>
  failure ? (SENTENCES[failure] ?? failure) : null;
