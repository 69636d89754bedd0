import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import type { OfficeTextRecord, TextHolder } from '#platform/texts/text-holder.ts'
import { listWaitingTexts, type WaitingText } from '#platform/texts/versions/version-writing-queries.ts'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

export type WaitingRecord = WaitingText & { holder: TextHolder; record: OfficeTextRecord }

/** Texts with which somebody has still to do something, of the institutions of this official. */
export async function viewWaiting(
  { db }: Services,
  holders: readonly TextHolder[],
  official: Official,
  lang: Lang,
): Promise<WaitingRecord[]> {
  const waiting = await Promise.all(
    holders
      .filter(({ readers }) => mayAnywhere(official, readers))
      .map(async (holder): Promise<WaitingRecord[]> => {
        const texts = await listWaitingTexts(db, institutionsWhere(official, holder.readers))
        const ids = texts.map(({ textId }) => textId)
        const records = ids.length === 0 ? [] : await holder.listForOffice(db, lang, ids)
        const byText = new Map(records.map((record) => [record.textId, record]))
        return texts.flatMap((text) => {
          const record = byText.get(text.textId)
          return record ? [{ ...text, holder, record }] : []
        })
      }),
  )
  return waiting.flat()
}

/** What waits for whoever writes: counted for those who can do it. */
export async function viewTextTiles(
  services: Services,
  holders: readonly TextHolder[],
  official: Official,
  lang: Lang,
): Promise<OfficeTile[]> {
  const theirs = holders.filter(({ writers }) => mayAnywhere(official, writers))
  if (theirs.length === 0) return []
  const t = roomTexts(lang)
  const waiting = await viewWaiting(services, theirs, official, lang)
  const sum = (of: (text: WaitingText) => number) => waiting.reduce((all, text) => all + of(text), 0)
  const href = inLanguage(lang, textUrls.waiting())
  return [
    { title: t.tilesPlaces, count: sum(({ openPlaces }) => openPlaces), href },
    { title: t.tilesChanges, count: sum(({ openChanges }) => openChanges), href },
  ]
}
