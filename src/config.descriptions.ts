import { z } from 'zod';

/** A setting in docs/configuration.md. */
interface Description {
  sets: string;
  allowed: string;
  /** The default, if readConfig derives it from other settings. */
  default?: string;
  /** No default in production, because the development default would not work or not be safe. */
  requiredInProduction?: true;
  httpsInProduction?: true;
  /** Can also be the content of a file, because it is secret or long: see config.files.ts. */
  fromFile?: true;
}

/** Texts of docs/configuration.md for each setting. */
export const descriptions = z.registry<Description>();

/** The allowed values of most URLs. */
export const HTTP = '`http` or `https`; in production `https`';
