import { registerEnumType } from 'type-graphql';

export enum FilePurpose {
  RESOURCE = 'RESOURCE',
  AGREEMENT = 'AGREEMENT',
  LOGO = 'LOGO',
}
registerEnumType(FilePurpose, {
  name: 'FilePurpose',
  description: 'Purpose of a file. It limits uploaders, types and size.',
  valuesConfig: {
    RESOURCE: {
      description:
        'Material for partners. Admins; PDF, Word, PowerPoint, Excel, PNG, JPEG, MP4 or ZIP, at most 100 MB.',
    },
    AGREEMENT: { description: 'An agreement. Admins; PDF, at most 20 MB.' },
    LOGO: {
      description:
        'Logo of a partner. Owners; PNG of 64 to 512 by 32 to 256 pixels, at most 256 kB. Public once it is used.',
    },
  },
});

export enum FileState {
  PENDING = 'PENDING',
  CHECKING = 'CHECKING',
  READY = 'READY',
  REFUSED = 'REFUSED',
}
registerEnumType(FileState, {
  name: 'FileState',
  description: 'Progress of an upload.',
  valuesConfig: {
    PENDING: { description: 'Its bytes are not there yet.' },
    CHECKING: { description: 'Its bytes are there, and are checked. This takes seconds.' },
    READY: { description: 'It passed the checks. Use it within 24 hours of the request, or it is deleted.' },
    REFUSED: { description: 'It failed, for the reason in `refusal`. Upload it again.' },
  },
});

export enum FileRefusal {
  TOO_LARGE = 'TOO_LARGE',
  INCOMPLETE = 'INCOMPLETE',
  WRONG_TYPE = 'WRONG_TYPE',
  DAMAGED = 'DAMAGED',
  SECOND_TYPE = 'SECOND_TYPE',
  ACTIVE_CONTENT = 'ACTIVE_CONTENT',
  NOT_CHECKABLE = 'NOT_CHECKABLE',
  DIMENSIONS = 'DIMENSIONS',
}
registerEnumType(FileRefusal, {
  name: 'FileRefusal',
  description: 'Why a file was refused. Later versions can add reasons.',
  valuesConfig: {
    TOO_LARGE: { description: 'More bytes came than the upload was requested for.' },
    INCOMPLETE: { description: 'Fewer bytes came, or the upload was interrupted or too slow.' },
    WRONG_TYPE: { description: 'The bytes are not of the given type.' },
    DAMAGED: { description: 'The file cannot be read.' },
    SECOND_TYPE: { description: 'The file is also of another type, such as an image with an archive at its end.' },
    ACTIVE_CONTENT: { description: 'The file has scripts, macros, embedded files or commands that start programs.' },
    NOT_CHECKABLE: { description: 'The file is encrypted, or packed in a way that hides its content from the check.' },
    DIMENSIONS: { description: 'The image is too small or too large. See FilePurpose for the limits in pixels.' },
  },
});
