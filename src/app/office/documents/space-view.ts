import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { documentPermissions as may } from '#platform/documents/permissions.ts'
import { freeSpace, MIN_FREE_BYTES } from '#platform/files/free-space.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { listSpaces } from './document-list-queries.ts'

export type SpaceView = {
  free: number
  floor: number
  institutions: { id: string; name: string; used: number; files: number; quota: number | null }[]
  maySetQuota: boolean
  mayReadList: boolean
}

export async function viewSpace({ db, settings }: Services, lang: Lang, official: Official): Promise<SpaceView> {
  const listed = await listInstitutions(db, lang, institutionsWhere(official, may['documents.space']))
  const institutions = listed.filter(({ standing }) => standing === 'member')
  const spaces = new Map(
    (
      await listSpaces(
        db,
        institutions.map(({ id }) => id),
      )
    ).map((space) => [space.id, space]),
  )
  return {
    free: await freeSpace(settings),
    floor: settings.minFreeBytes ?? MIN_FREE_BYTES,
    institutions: institutions.map(({ id, name }) => {
      const { used = 0, files = 0, quota = null } = spaces.get(id) ?? {}
      return { id, name, used, files, quota }
    }),
    maySetQuota: institutionsWhere(official, may['documents.set-quota'])?.length !== 0,
    mayReadList: institutionsWhere(official, may['documents.read'])?.length !== 0,
  }
}
