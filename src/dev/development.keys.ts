import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSecretsKeys } from '../core/secrets/secrets.ts';
import { generatePrivateKey } from '../identity/tokens/signing.keys.ts';

/** Reads the development keys from the data folder, and creates missing ones. */
export const developmentKeys = (dataDir: string) => ({
  privateKey: () => keptIn(dataDir, 'jwt.pem', generatePrivateKey),
  secretsKeys: () => keptIn(dataDir, 'secrets.keys', generateSecretsKeys),
});

function keptIn(dataDir: string, name: string, generate: () => string): string {
  const folder = join(dataDir, 'keys');
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, generate(), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
