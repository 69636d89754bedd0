import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { OfficeTile } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { answerTiles } from './answers/answer-tiles-view.ts'
import { countInWaves, countMine } from './desk/desk-queries.ts'
import { countByState } from './drafting/draft-queries.ts'
import { listEntryPlaces } from './entry/delivery-queries.ts'
import { countWaiting } from './moderation/moderation-queries.ts'
import { viewCoLed } from './notices/co-led-view.ts'
import { noticeUrls } from './notices/urls.ts'
import { viewToConclude } from './report/to-conclude-view.ts'
import { consultationPermissions } from './permissions.ts'
import { textsIn } from './texts.ts'
import { officeUrls } from './urls.ts'

/** What waits for an official on the first page of the office. */
export async function officeTiles({ db, clock }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  if (!mayAnywhere(official, consultationPermissions['consultations.read']))
    return entryTiles({ db, clock }, official, lang)
  const t = textsIn(lang).office
  const mine = institutionsWhere(official, consultationPermissions['consultations.read'])
  const [waiting, counts, coLed, own, inWaves, toDecide] = await Promise.all([
    countWaiting(db, mine),
    countByState(db, mine, clock.now()),
    viewCoLed({ db }, official, lang),
    countMine(db, official.accountId),
    countInWaves(db, mine),
    answerTiles({ db }, official, lang),
  ])
  const list = inLanguage(lang, officeUrls.consultations())
  const desk = inLanguage(lang, officeUrls.comments())
  const texts = textsIn(lang).desk
  return [
    { title: t.tilesWaiting, count: waiting, href: `${desk}?gjendja=waiting` },
    ...(own > 0 ? [{ title: texts.tileMine, count: own, href: `${desk}?caktuar=mua` }] : []),
    ...(inWaves > 0 ? [{ title: texts.tileWave, count: inWaves, href: `${desk}?gjendja=waiting&gjetur=wave` }] : []),
    ...(await viewToConclude({ db, clock }, lang, mine)),
    ...toDecide,
    { title: t.tilesDrafts, count: counts.drafts, href: `${list}?gjendja=draft` },
    ...(coLed.length > 0
      ? [
          {
            title: textsIn(lang).notices.coLed.title,
            count: coLed.length,
            href: inLanguage(lang, noticeUrls.coLed()),
          },
        ]
      : []),
    { title: t.tilesOpen, count: counts.open, href: `${list}?gjendja=published` },
  ]
}

const LATE_LETTERS_DAYS = 30

/** Whoever enters words but does not lead consultations, as at a counter: the way to each of those that take them. */
async function entryTiles(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  lang: Lang,
): Promise<OfficeTile[]> {
  const enter = consultationPermissions['comments.enter']
  if (!mayAnywhere(official, enter)) return []
  const now = clock.now()
  const from = new Date(now.getTime() - LATE_LETTERS_DAYS * 24 * 3600_000)
  const places = await listEntryPlaces(db, institutionsWhere(official, enter), from, now)
  return places.map(({ id, title, deliveries }) => ({
    title: textsIn(lang).entry.list.titleOf(title),
    count: deliveries,
    href: inLanguage(lang, officeUrls.entries(id)),
  }))
}
