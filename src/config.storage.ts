import { descriptions, HTTP } from './config.descriptions.ts';
import * as value from './config.values.ts';

/** Settings of the storage of uploaded files. AWS's own variables and files have the credentials. */
export const storageSettings = {
  S3_BUCKET: value.text.optional().register(descriptions, {
    sets: 'The bucket for uploaded files, of this product and database alone ([files](operations.md#files)). Needs `S3_REGION`. Credentials come from AWS’s own variables or files. If unset, files are in the folder `files` of `DATA_DIR`, which all processes must share',
    allowed: 'name of a bucket',
  }),
  S3_REGION: value.text.optional().register(descriptions, {
    sets: 'The region of the bucket. Needs `S3_BUCKET`',
    allowed: 'such as `eu-central-1`',
  }),
  S3_ENDPOINT: value.url.optional().register(descriptions, {
    sets: 'The URL of another service with the API of S3. Needs `S3_BUCKET`. If unset, AWS',
    allowed: HTTP,
    httpsInProduction: true,
  }),
  S3_FORCE_PATH_STYLE: value.flag.prefault('false').register(descriptions, {
    sets: 'Whether the bucket is in the path of URLs, not in the host. For services such as MinIO',
    allowed: '`true`, `false`',
  }),
};
