import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { filesUnder, pathOf, textOf } from '../support/oracles/documents.ts';
import { outputOf } from '../support/processes/installed.program.ts';
import { documentsOf, readPod, unknownAmong } from '../support/oracles/shipped.files.ts';

const object = z.looseObject({
  kind: z.string(),
  metadata: z.object({ name: z.string(), labels: z.record(z.string(), z.string()).optional() }),
});
const scaling = z.object({
  spec: z.object({
    scaleTargetRef: z.object({ name: z.string() }),
    minReplicas: z.number(),
    metrics: z.array(
      z.object({
        external: z.object({ metric: z.object({ name: z.string() }) }).optional(),
      }),
    ),
  }),
});
const budget = z.object({
  spec: z.object({ maxUnavailable: z.number(), selector: z.object({ matchLabels: z.unknown() }) }),
});

const KUSTOMIZATION = 'kustomization.yaml';
const listed = (documentsOf(textOf(`ops/kubernetes/base/${KUSTOMIZATION}`)) as { resources: string[] }[])[0]?.resources;
const base = (listed ?? []).flatMap((name) => documentsOf(textOf(`ops/kubernetes/base/${name}`)));
const objects = base.map((manifest) => object.parse(manifest));
const podOf = (name: string) =>
  readPod(objects.find(({ kind, metadata }) => /Deployment|Job/.test(kind) && metadata.name === name));
const WITH_PODS = ['api', 'worker', 'migrate', 'backup', 'drill'];

/** kubectl contains kustomize, and needs no cluster for it. */
const hasKustomize = outputOf('kubectl', 'version', '--client').includes('Kustomize Version: v5');

test('the base lists all its files', () => {
  const files = filesUnder('ops/kubernetes/base', '.yaml').map((path) => path.split('/').at(-1));

  expect([...(listed ?? []), KUSTOMIZATION].sort()).toEqual(files.sort());
  expect(
    objects
      .filter(({ kind }) => /Deployment|Job/.test(kind))
      .map(({ metadata }) => metadata.name)
      .sort(),
  ).toEqual(WITH_PODS.toSorted());
});

describe.each(WITH_PODS)('%s', (name) => {
  test('is restricted, and has only variables that the product reads', () => {
    const { container } = podOf(name);

    expect(unknownAmong(container.env.map((variable) => variable.name))).toEqual([]);
    expect(container.env.filter(({ value }) => value?.includes('password'))).toEqual([]);
  });

  test('mounts each secret that its variables name', () => {
    const { container, volumes } = podOf(name);
    const folders = container.volumeMounts.map(({ mountPath }) => mountPath);
    const named = container.env.flatMap(({ value }) => /^(\/run\/secrets\/[^/]+)\//.exec(value ?? '')?.[1] ?? []);

    expect(folders).toEqual(expect.arrayContaining(named));
    expect(container.volumeMounts.map((mount) => mount.name).sort()).toEqual(
      volumes.map((volume) => volume.name).sort(),
    );
  });

  test('only the migration and the backups get the password of the owner', () => {
    const secrets = podOf(name).volumes.flatMap(({ secret }) => secret?.secretName ?? []);

    expect(secrets.includes('reachgenie-owner')).toBe(!['api', 'worker'].includes(name));
  });
});

describe.each([
  ['api', 'PORT'],
  ['worker', 'PROBE_PORT'],
])('the deployment of the %s', (name, variable) => {
  const valueOf = (wanted: string) => podOf(name).container.env.find((given) => given.name === wanted)?.value;

  test('is probed where it serves', () => {
    const { container } = podOf(name);
    const ports = new Map(container.ports.map((port) => [port.name, String(port.containerPort)]));

    expect(container.startupProbe?.httpGet.path).toBe('/health/live');
    expect(container.livenessProbe?.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe?.httpGet.path).toBe('/health/ready');
    for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
      expect(ports.get(probe?.httpGet.port ?? '')).toBe(valueOf(variable));
    }
    expect(ports.get('metrics')).toBe(valueOf('METRICS_PORT'));
  });

  test('has more time to stop than the product needs', () => {
    // 5 seconds before the signal, and 15 after it.
    expect(podOf(name).terminationGracePeriodSeconds).toBeGreaterThan(5 + 15);
  });

  test('has a disruption budget, and scales', () => {
    const of = (kind: string) => objects.find((one) => one.kind === kind && one.metadata.name === name);

    expect(budget.parse(of('PodDisruptionBudget')).spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: { 'app.kubernetes.io/component': name } },
    });
    const { spec } = scaling.parse(of('HorizontalPodAutoscaler'));
    expect(spec.scaleTargetRef.name).toBe(name);
    expect(spec.minReplicas).toBe(2);
  });
});

describe('traffic', () => {
  const labels = { 'app.kubernetes.io/component': 'api' };
  const specOf = (kind: string, name: string) =>
    objects.find((one) => one.kind === kind && one.metadata.name === name)?.['spec'];
  const policy = (name: string) => specOf('NetworkPolicy', name);

  test('goes from the ingress by the service to the port of the API', () => {
    const backend = { service: { name: 'api', port: { name: 'http' } } };

    expect(specOf('Ingress', 'api')).toMatchObject({ rules: [{ http: { paths: [{ path: '/', backend }] } }] });
    const ports = [{ name: 'http', port: 80, targetPort: 'http' }];
    expect(specOf('Service', 'api')).toEqual({ selector: labels, ports });
    expect(specOf('Deployment', 'api')).toMatchObject({ template: { metadata: { labels } } });
    expect(podOf('api').container.ports).toContainEqual({ name: 'http', containerPort: 4000 });
  });

  test('reaches nothing else, except Prometheus the metrics', () => {
    const metrics = podOf('worker').container.ports.find(({ name }) => name === 'metrics')?.containerPort;

    expect(policy('nothing')).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
    expect(policy('api')).toMatchObject({
      podSelector: { matchLabels: labels },
      ingress: [{ ports: [{ port: 'http' }] }],
    });
    expect(policy('metrics')).toMatchObject({ podSelector: {}, ingress: [{ ports: [{ port: metrics }] }] });
  });

  test('leads out to names, HTTPS, PostgreSQL, Redis and pgbouncer', () => {
    const { egress } = z
      .object({ egress: z.array(z.object({ ports: z.array(z.object({ port: z.number() })) })) })
      .parse(policy('outwards'));

    const ports = new Set(egress.flatMap((rule) => rule.ports.map(({ port }) => port)));
    expect([...ports].sort((one, other) => one - other)).toEqual([53, 443, 5432, 6379, 6432]);
  });
});

test('the workers scale by the age of the queue, with the metric that the adapter serves', () => {
  const { spec } = scaling.parse(
    objects.find(({ kind, metadata }) => kind.startsWith('Horizontal') && metadata.name === 'worker'),
  );
  const metric = spec.metrics[0]?.external?.metric.name ?? 'none';

  expect(metric).toBe('reachgenie_queue_age_seconds');
  expect(textOf('ops/kubernetes/metrics.adapter.yaml')).toContain(`seriesQuery: ${metric}{`);
});

describe.each(['production', 'staging'])('the overlay %s', (name) => {
  const folder = `ops/kubernetes/overlays/${name}`;
  const given = parseEnv(textOf(`${folder}/settings.env`));

  test('has settings that the product reads, and no secret', () => {
    expect(unknownAmong(Object.keys(given))).toEqual([]);
    expect(Object.keys(given).filter((setting) => /KEY|SECRET|TOKEN|PASSWORD|DATABASE|REDIS/.test(setting))).toEqual(
      [],
    );
  });

  test.runIf(hasKustomize)(
    'is built by kustomize 5 (needs kubectl 1.27), with an image, settings and a namespace of its own',
    () => {
      const built = documentsOf(execFileSync('kubectl', ['kustomize', pathOf(folder)], { encoding: 'utf8' }));
      const all = built.map((manifest) => object.parse(manifest));
      const pods = built
        .filter((manifest) => /Deployment|Job/.test(object.parse(manifest).kind))
        .map((manifest) => readPod(manifest));

      expect(all.map(({ kind }) => kind).sort()).toEqual([...objects.map(({ kind }) => kind), 'ConfigMap'].sort());
      const settings = all.find(({ kind }) => kind === 'ConfigMap');
      expect(settings?.['data']).toEqual(given);
      expect(pods).toHaveLength(WITH_PODS.length);
      for (const { container } of pods) {
        expect(container.image).toMatch(/^registry\.example\.com\/reachgenie-partners(-backup)?:\d/);
        expect(container.envFrom).toEqual([{ configMapRef: { name: settings?.metadata.name } }]);
      }
      const namespace = all.find(({ kind }) => kind === 'Namespace')?.metadata.name;
      expect(namespace).toBe(name === 'staging' ? 'reachgenie-staging' : 'reachgenie');
    },
  );
});

test('staging sends emails to its testers only', () => {
  const staging = parseEnv(textOf('ops/kubernetes/overlays/staging/settings.env'));

  expect(staging['DEPLOYMENT']).toBe('staging');
  expect(staging['MAIL_ALLOWLIST']).toBeTruthy();
});
