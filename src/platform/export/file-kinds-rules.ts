import type { Dataset } from './dataset.ts'

/** The files of a register: how each ends, what it is to programs, and its name in the EU's list of file types. */
export const FILES = [
  { extension: 'csv', mediaType: 'text/csv', euType: 'CSV' },
  { extension: 'json', mediaType: 'application/json', euType: 'JSON' },
  {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    euType: 'XLSX',
  },
  { extension: 'jsonl', mediaType: 'application/jsonl', euType: 'JSON' },
  { extension: 'atom', mediaType: 'application/atom+xml', euType: 'ATOM' },
] as const

export type FileExtension = (typeof FILES)[number]['extension']

/** Those of one register: a feed only where it is known what changed last. */
export const filesOf = ({ newest }: Pick<Dataset, 'newest'>) =>
  FILES.filter(({ extension }) => extension !== 'atom' || newest !== undefined)
