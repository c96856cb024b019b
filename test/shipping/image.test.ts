import { execFile } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { filesUnder, pathOf, textOf } from '../support/oracles/documents.ts';
import { instructionsOf, unknownAmong } from '../support/oracles/shipped.files.ts';

const dockerfile = instructionsOf(textOf('ops/image/Dockerfile'));
const restOf = (name: string) => dockerfile.filter(([instruction]) => instruction === name).map(([, rest]) => rest);
const allDockerfiles = [...filesUnder('ops', 'Dockerfile')];

describe.each(allDockerfiles)('%s', (path) => {
  const instructions = instructionsOf(textOf(path));

  test('ends with a numeric user that is not root', () => {
    const users = instructions.filter(([name]) => name === 'USER').map(([, user]) => user);

    expect(users.at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  test('takes every base from an argument', () => {
    const bases = instructions.filter(([name]) => name === 'FROM').map(([, rest]) => rest);

    expect(bases.length).toBeGreaterThan(0);
    for (const base of bases) expect(base).toMatch(/^\$\{[A-Z]+\}( AS \w+)?$/);
  });
});

describe('the image', () => {
  test('has one base, which is an argument before the first stage', () => {
    expect(dockerfile[0]).toEqual(['ARG', 'BASE=node:24-slim']);
    expect(restOf('FROM')).toEqual(['${BASE} AS build', '${BASE}']);
  });

  test('has labels with its version and revision', () => {
    const labels = restOf('LABEL').join();

    for (const name of ['title', 'description', 'vendor', 'licenses']) {
      expect(labels).toContain(`org.opencontainers.image.${name}="`);
    }
    expect(labels).toContain('org.opencontainers.image.version="${VERSION}"');
    expect(labels).toContain('org.opencontainers.image.revision="${REVISION}"');
  });

  test('sets variables that the product reads', () => {
    const names = restOf('ENV').flatMap((line) => Array.from(line.matchAll(/(\w+)=/g), ([, name = '']) => name));

    expect(unknownAmong(names)).toEqual(['MALLOC_ARENA_MAX']);
  });

  test('serves at the port that it exposes', () => {
    expect(restOf('EXPOSE')).toEqual(['4000']);
    expect(restOf('ENV').join().split(' ')).toEqual(expect.arrayContaining(['PORT=4000', 'PROBE_PORT=4000']));
  });

  test('has the commands of the product only, and the list of packages', () => {
    expect(restOf('COPY').filter((rest) => !rest.includes('--from=build'))).toEqual([
      'package.json package-lock.json ./',
      '. .',
      'ops/image/healthcheck.sh ./',
    ]);
    expect(restOf('RUN').at(-1)).toContain('npm run sbom');
  });

  test('its ignore file is where every builder reads it, and names all secrets and builds', () => {
    const ignored = textOf('.dockerignore').split('\n');

    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env*', '**/*.pem', '**/*.keys', 'dist', 'node_modules']));
    expect(filesUnder('ops', '').filter((path) => path.endsWith('.dockerignore'))).toEqual([]);
  });
});

test('the ignore file leaves all sources in the build', () => {
  const patterns = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  // A pattern also stands for everything below a folder that it matches.
  const parents = (path: string) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  const isIgnored = (path: string) =>
    parents(path).some((part) => patterns.some((pattern) => posix.matchesGlob(part, pattern)));
  const sources = ['src', 'web/src', 'ops'].flatMap((folder) => filesUnder(folder, ''));

  expect(sources.filter((path) => isIgnored(path) && !path.includes('.env'))).toEqual([]);
  expect(
    ['.env', 'ops/compose/.env', 'node_modules/a', 'web/node_modules/a/b.js', 'jwt.pem'].filter(isIgnored),
  ).toHaveLength(5);
});

describe('the health check', () => {
  const api = useApi();

  /** Runs what the image runs. Returns its exit status. */
  async function check(environment: Record<string, string>): Promise<number> {
    const command = JSON.parse(restOf('HEALTHCHECK')[0]?.split(' CMD ')[1] ?? '') as string[];
    expect(command).toEqual(['bash', 'healthcheck.sh']);
    const env = { PATH: process.env['PATH'] ?? '', ...environment };
    const run = promisify(execFile)('bash', ['healthcheck.sh'], { cwd: pathOf('ops/image'), env });
    return run.then(
      () => 0,
      (error: { code: number }) => error.code,
    );
  }

  async function givenServer(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return String((server.address() as AddressInfo).port);
  }

  test('passes while the product answers, as an API or as a worker', async () => {
    const { port } = new URL(api.url);

    expect(await check({ PORT: port, PROBE_PORT: '1' })).toBe(0);
    expect(await check({ PORT: '1', PROBE_PORT: port, WORKER: 'only' })).toBe(0);
  });

  test('fails if nothing listens, if the answer is no success, or if there is none', async () => {
    const failing = await givenServer((_request, response) => response.writeHead(503).end());
    const silent = await givenServer(() => undefined);

    expect(await check({ PORT: '1' })).not.toBe(0);
    expect(await check({ PORT: failing })).not.toBe(0);
    expect(await check({ PORT: silent })).not.toBe(0);
  });
});

test('the list of packages names each package of the project, with its version', async () => {
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: pathOf(''),
    maxBuffer: 64 * 1024 * 1024,
  });
  const { bomFormat, components } = JSON.parse(stdout) as { bomFormat: string; components: { purl: string }[] };
  const listed = new Set(components.map(({ purl }) => purl.replace('pkg:npm/', '').replace('%40', '@')));
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { version: string }> };
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };

  expect(bomFormat).toBe('CycloneDX');
  expect(textOf('package.json')).toContain('npm sbom --sbom-format cyclonedx');
  const expected = Object.keys(dependencies).map((name) => `${name}@${packages[`node_modules/${name}`]?.version}`);
  expect(expected.filter((name) => !listed.has(name))).toEqual([]);
});
