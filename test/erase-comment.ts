import { eraseCommentAlone } from '#modules/consultations/own-data/erase-comments.ts'
import type { Services } from '#platform/services.ts'

/** As its author asks for it. */
export const eraseComment = (services: Services, id: string): Promise<boolean> =>
  services.db.begin((tx) => eraseCommentAlone(tx, services, `consultations.comment:${id}`, 'citizen'))
