import type { Withdrawn } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { textsIn as actTexts } from '../texts.ts'
import { findWithdrawnAct } from './published-act-queries.ts'
import { textsIn } from './texts.ts'

const OF_ACT = /^\/aktet\/([a-z0-9-]*[0-9][a-z0-9-]*)(?:\.json|\/|$)/

/** An act that was taken down leaves its number at its address, and no word of it. */
export async function withdrawnAct({ db }: Services, lang: Lang, path: string): Promise<Withdrawn | null> {
  const slug = OF_ACT.exec(path)?.[1]
  const act = slug === undefined ? null : await findWithdrawnAct(db, slug)
  if (!act) return null
  const name = textsIn(lang).withdrawn(actTexts(lang).kinds[act.kind], act.number)
  return { name, at: act.at, institutionId: act.institutionId }
}
