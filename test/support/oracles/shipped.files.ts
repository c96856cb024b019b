import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { settings } from '../../../src/config.settings.ts';
import { textOf } from './documents.ts';

/** Reads all documents of a YAML file, with merged keys (`<<`). */
export const documentsOf = (text: string): unknown[] =>
  parseAllDocuments(text, { merge: true })
    .map((document) => {
      if (document.errors[0]) throw document.errors[0];
      return document.toJS() as unknown;
    })
    .filter(Boolean);

/** The variables that the product does not read, neither themselves nor as a file. */
export const unknownAmong = (variables: Iterable<string>): string[] =>
  [...variables].filter((name) => {
    const setting = name.replace(/_FILE$/, '');
    return !(name in settings.shape) && !(setting in settings.shape);
  });

/** `FROM node:24-slim` becomes `['FROM', 'node:24-slim']`. */
export function instructionsOf(dockerfile: string): [instruction: string, rest: string][] {
  const text = dockerfile.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, '');
  return Array.from(text.matchAll(/^([A-Z]+) (.*)$/gm), ([, instruction = '', rest = '']) => [instruction, rest]);
}

const map = z.record(z.string(), z.string());
const service = z.object({
  image: z.string(),
  user: z.string(),
  restart: z.string(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: z.never().optional(),
  privileged: z.never().optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  pids_limit: z.number(),
  logging: z.object({ options: z.object({ 'max-size': z.string(), 'max-file': z.string() }) }),
  deploy: z.object({ resources: z.object({ limits: z.object({ memory: z.string(), cpus: z.string() }) }) }),
  stop_grace_period: z.string().optional(),
  environment: map.default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  networks: z.union([
    z.array(z.string()),
    z.record(z.string(), z.unknown()).transform((networks) => Object.keys(networks)),
  ]),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.literal(true).optional() }).optional(),
  ports: z.array(z.string()).default([]),
});
const compose = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() }).nullable()),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

/** The services of ops/compose. Fails unless each has all the limits above. */
export const readCompose = () => compose.parse(documentsOf(textOf('ops/compose/compose.yaml'))[0]);

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const container = z.object({
  name: z.string(),
  image: z.string(),
  command: z.array(z.string()).optional(),
  envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })),
  env: z.array(z.object({ name: z.string(), value: z.string().optional() })),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]), add: z.never().optional() }),
  }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
});
const pod = z.object({
  automountServiceAccountToken: z.literal(false),
  terminationGracePeriodSeconds: z.number().default(30),
  securityContext: z.object({
    runAsNonRoot: z.literal(true),
    runAsUser: z.number().min(1),
    runAsGroup: z.number().min(1),
    seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
  }),
  containers: z.array(container).length(1),
  initContainers: z.never().optional(),
  volumes: z.array(z.object({ name: z.string(), secret: z.object({ secretName: z.string() }).optional() })),
});

/** A pod of a manifest. Fails unless it is restricted as above. */
export function readPod(manifest: unknown) {
  const template = z.object({ template: z.object({ spec: pod }) });
  const job = z.object({ jobTemplate: z.object({ spec: template }) }).transform(({ jobTemplate }) => jobTemplate.spec);
  const { spec } = z.object({ spec: z.union([template, job]) }).parse(manifest);
  const [only] = spec.template.spec.containers;
  if (!only) throw new Error('A pod without a container');
  return { ...spec.template.spec, container: only };
}
