import { Counter, Gauge, Histogram } from 'prom-client';

/* Counts of this process, which code adds to. http/metrics/ has the gauges that are read for each scrape. */

/** Seconds. */
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

const requestDuration = new Histogram({
  name: 'reachgenie_request_duration_seconds',
  help: 'Requests by root field or route, role of the caller, and outcome: ok, an error code, or an HTTP status.',
  labelNames: ['operation', 'role', 'outcome'],
  buckets: DURATIONS,
});

type RequestLabels = [operation: string, role: string, outcome: string];

/** One for each set of labels, because making it takes longer than adding to it. */
const requests = new Map<string, Map<string, Map<string, (seconds: number) => void>>>();

/** Labels must be of limited number: never a text of a client. */
export function countRequest(seconds: number, ...labels: RequestLabels): void {
  const [operation, role, outcome] = labels;
  const known = requests.get(operation)?.get(role)?.get(outcome) ?? observerOf(labels);
  known(seconds);
}

function observerOf([operation, role, outcome]: RequestLabels): (seconds: number) => void {
  const child = requestDuration.labels(operation, role, outcome);
  const observe = (seconds: number) => child.observe(seconds);
  const byRole = requests.get(operation) ?? new Map<string, Map<string, typeof observe>>();
  const byOutcome = byRole.get(role) ?? new Map<string, typeof observe>();
  requests.set(operation, byRole.set(role, byOutcome.set(outcome, observe)));
  return observe;
}

export const requestsRefused = new Counter({
  name: 'reachgenie_requests_refused_total',
  help: 'Requests that got 503 before they were read, because the process was over capacity.',
});

export const limitedCalls = new Counter({
  name: 'reachgenie_rate_limited_total',
  help: 'Calls beyond a rate limit.',
  labelNames: ['limit'],
});

export const securityEvents = new Counter({
  name: 'reachgenie_security_events_total',
  help: 'Security events in the log, such as denied, sign_in_failed or refresh_token_replayed.',
  labelNames: ['event'],
});

export const slowStatements = new Counter({
  name: 'reachgenie_slow_statements_total',
  help: 'SQL statements that took SLOW_STATEMENT_MS or longer.',
});

export const jobBatchDuration = new Histogram({
  name: 'reachgenie_job_batch_duration_seconds',
  help: 'Batches of jobs that this process ran.',
  labelNames: ['queue'],
  buckets: DURATIONS,
});

export const jobsDone = new Counter({
  name: 'reachgenie_jobs_total',
  help: 'Jobs that this process ran, by outcome: done, or again for those that are retried.',
  labelNames: ['queue', 'outcome'],
});

export const emailAttempts = new Counter({
  name: 'reachgenie_email_attempts_total',
  help: 'Attempts to send an email, by outcome: sent, failed (retried), uncertain (asked first) or rejected (final).',
  labelNames: ['outcome'],
});

export const webhookTries = new Counter({
  name: 'reachgenie_webhook_tries_total',
  help: 'Tries to deliver an event to a webhook endpoint, by outcome: delivered, failed (tried again) or given_up (final).',
  labelNames: ['outcome'],
});

export const liveStreams = new Gauge({
  name: 'reachgenie_live_streams',
  help: 'Open pages that are told of changes.',
});

export const changesHeard = new Counter({
  name: 'reachgenie_changes_heard_total',
  help: 'Messages of PostgreSQL about changes, by kind.',
  labelNames: ['kind'],
});
