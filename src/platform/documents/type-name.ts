import { EXTENSIONS, type MediaType } from '../files/media-types.ts'

/** How people call a kind of file: `PDF`, `DOCX`. */
export const typeName = (mediaType: MediaType): string => EXTENSIONS[mediaType].toUpperCase()
