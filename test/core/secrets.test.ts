import { describe, expect, test } from 'vitest';
import { generateSecretsKeys, Secrets } from '../../src/core/secrets/secrets.ts';

const [oldKey, newKey] = [generateSecretsKeys('old'), generateSecretsKeys('new')];
const secrets = new Secrets(oldKey);
const rotated = new Secrets(`${newKey}, ${oldKey}`);
const PLACE = { table: 'second_factor', id: '1', purpose: 'totp' };

describe('encryption', () => {
  test('decrypts to the original text, and never creates the same ciphertext twice', () => {
    const [first, second] = [secrets.encrypt('sécret', PLACE), secrets.encrypt('sécret', PLACE)];

    expect(first).not.toBe(second);
    expect([first, second].map((text) => secrets.decrypt(text, PLACE))).toEqual(['sécret', 'sécret']);
  });

  test.each([
    ['another row', { ...PLACE, id: '2' }],
    ['another table', { ...PLACE, table: 'user_account' }],
    ['another purpose', { ...PLACE, purpose: 'webhook' }],
  ])('cannot be moved to %s', (_, place) => {
    const encrypted = secrets.encrypt('secret', PLACE);

    expect(() => secrets.decrypt(encrypted, place)).toThrow('An encrypted value was changed or moved.');
  });

  test.each([
    ['changed', (text: string) => text.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))],
    ['cut', (text: string) => text.slice(0, -4)],
    ['emptied', (text: string) => text.replace(/\..*/, '.')],
    ['of another key', (text: string) => text.replace('old', 'new')],
    ['of an unknown key', (text: string) => text.replace('old', 'none')],
  ])('refuses a ciphertext that was %s', (_, change) => {
    expect(() => rotated.decrypt(change(secrets.encrypt('secret', PLACE)), PLACE)).toThrow(/encrypted value/);
  });

  test('encrypts with the first key and names it in the text, and decrypts with all keys', () => {
    const before = secrets.encrypt('secret', PLACE);
    const after = rotated.encrypt('secret', PLACE);

    expect(rotated.decrypt(before, PLACE)).toBe('secret');
    expect([before, after].map((text) => text.split('.')[0])).toEqual(['old', rotated.keyId]);
    expect(() => secrets.decrypt(after, PLACE)).toThrow('SECRETS_KEYS lacks the key');
  });
});

describe('signatures', () => {
  test('are the same each time, and verified by every key', () => {
    const signature = secrets.sign('purpose', 'text');

    expect(signature).toBe(secrets.sign('purpose', 'text'));
    expect(rotated.sign('purpose', 'text')).not.toBe(signature);
    expect([secrets, rotated].map((each) => each.verify('purpose', 'text', signature))).toEqual([true, true]);
  });

  test.each([
    ['another purpose', 'other', 'text'],
    ['another text', 'purpose', 'other'],
    ['nothing', '', ''],
  ])('are refused for %s', (_, purpose, text) => {
    expect(secrets.verify(purpose, text, secrets.sign('purpose', 'text'))).toBe(false);
  });

  test('are refused once their key is removed', () => {
    expect(new Secrets(newKey).verify('purpose', 'text', secrets.sign('purpose', 'text'))).toBe(false);
  });
});
