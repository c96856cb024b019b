import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { PRODUCTION } from '../support/processes/production.ts';

const S3 = { S3_BUCKET: 'files', S3_REGION: 'eu-central-1' };

test('files are in a folder of DATA_DIR, or in a bucket', () => {
  expect(readConfig({ DATA_DIR: '/var/lib/reachgenie' }).files).toEqual({
    folder: '/var/lib/reachgenie/files',
    s3: undefined,
  });
  expect(readConfig({ ...PRODUCTION, ...S3 }).files.s3).toEqual({
    bucket: 'files',
    region: 'eu-central-1',
    endpoint: undefined,
    forcePathStyle: false,
  });
  const other = { ...S3, S3_ENDPOINT: 'https://minio.example.com/', S3_FORCE_PATH_STYLE: 'true' };
  expect(readConfig({ ...PRODUCTION, ...other }).files.s3).toMatchObject({
    endpoint: 'https://minio.example.com',
    forcePathStyle: true,
  });
});

test.each([
  { wrong: { S3_BUCKET: 'files' }, problem: 'S3_REGION: must be set if S3_BUCKET is' },
  { wrong: { S3_REGION: 'eu-central-1' }, problem: 'S3_BUCKET: must be set if S3_REGION is' },
  { wrong: { S3_ENDPOINT: 'https://minio.example.com' }, problem: 'S3_BUCKET: must be set if S3_ENDPOINT is' },
  { wrong: { ...S3, S3_ENDPOINT: 'http://minio' }, problem: 'S3_ENDPOINT: must be https in production' },
  { wrong: { ...S3, S3_FORCE_PATH_STYLE: 'yes' }, problem: 'S3_FORCE_PATH_STYLE' },
])('$problem', ({ wrong, problem }) => {
  expect(() => readConfig({ ...PRODUCTION, ...wrong })).toThrow(problem);
});
