import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { PAPER_KIND } from '../council-rules.ts'
import { findPaper, lockPaper, restorePaper, takePaper } from './paper-queries.ts'
import { paperTexts } from './texts.ts'

const ADDRESS = /^\/mbledhje\/materiale\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[./].*)?$/

/** The items that call for it stand with their own titles; the paper, its files and opinions are gone. */
export const paperTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const paper = await lockPaper(tx, id)
    if (!paper) return 'no-such-record'
    if (paper.state !== 'published') return 'not-public'
    await takePaper(tx, id, at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    if ((await lockPaper(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await restorePaper(tx, id, at)
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const id = ADDRESS.exec(path)?.[1]
    const paper = id === undefined ? null : await findPaper(db, id)
    return paper === null || paper.state === 'draft' ? [] : [refOf(PAPER_KIND, paper.id)]
  },
  publicName: (_services, lang) => Promise.resolve(paperTexts(lang).kindName),
}
