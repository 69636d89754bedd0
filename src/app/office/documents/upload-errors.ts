import type { UploadRefusal } from '#platform/files/upload.ts'
import type { OfficeDocumentTexts } from './texts.sq.ts'

/** Why no file was taken in, in words. */
export function uploadError({ uploads }: OfficeDocumentTexts, refusal: UploadRefusal, most: number): string {
  const name = refusal.file ?? ''
  switch (refusal.kind) {
    case 'too-large':
      return uploads['too-large'](name)
    case 'wrong-type':
      return uploads['wrong-type'](name)
    case 'too-many':
      return uploads['too-many'](most)
    default:
      return uploads[refusal.kind]
  }
}
