import type { FileRefusal } from '../file.enums.ts';

/** Ends the check of a file. */
export class Refused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(`The file was refused: ${refusal}.`);
  }
}
