import { mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { OfficeTile } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { doors } from '../doors.ts'
import { installationPermissions } from '../installation-permissions.ts'
import { roleWords } from '../role-words.ts'
import { OFFICE_TEXTS } from './office-texts.ts'
import { countWaiting } from './mail/outbox-queries.ts'
import { reachOf } from './mail/outbox-view.ts'
import { viewMine, type MineView } from './tasks/tasks-view.ts'
import { officeUrls } from './urls.ts'

export type FirstView = {
  name: string
  roles: readonly string[]
  tiles: readonly OfficeTile[]
  /** Tasks and mentions; null for guests of the house, who are given none. */
  mine: MineView | null
  mayReadGallery: boolean
}

/** `movedId`: the task that the deed before has moved. */
export async function viewFirst(
  services: Services,
  lang: Lang,
  official: Official,
  movedId?: string,
): Promise<FirstView> {
  const ids = official.roles.flatMap((grant) => grant.institutionId ?? [])
  const [institutions, mail, mine, ...tiles] = await Promise.all([
    listInstitutions(services.db, lang, ids),
    mailTiles(services, lang, official),
    viewMine(services, doors, lang, official, movedId),
    ...doors.map((door) => door.officeTiles?.(services, official, lang, doors) ?? []),
  ])
  return {
    name: official.name,
    roles: official.roles.map((grant) => roleWords(lang, grant, institutions)),
    tiles: [...tiles.flat(), ...mail],
    mine,
    mayReadGallery: mayAnywhere(official, installationPermissions['gallery.read']),
  }
}

/** Letters of which nobody knows whether they arrived, for those who can do something about it. */
async function mailTiles({ db, settings }: Services, lang: Lang, official: Official): Promise<OfficeTile[]> {
  if (settings.demo || !mayAnywhere(official, installationPermissions['mail.send-again'])) return []
  const count = await countWaiting(db, reachOf(official, false))
  return count === 0
    ? []
    : [{ title: OFFICE_TEXTS[lang].first.uncertainLetters, count, href: inLanguage(lang, officeUrls.mail()) }]
}
