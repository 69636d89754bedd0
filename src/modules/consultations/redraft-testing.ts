import { consultationTexts } from './consultation-text-holder.ts'
import { officialWith, type GivenConsultation } from './testing.ts'
import type { Services } from '#platform/services.ts'
import { listNodeChanges, listTextVersions } from '#platform/texts/text-queries.ts'
import { placeAnchors } from '#platform/texts/versions/place-anchors.ts'
import { publishVersion } from '#platform/texts/versions/publish-version.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { settleChanges } from '#platform/texts/versions/settle-change.ts'
import { keepAllDoubts } from '#platform/texts/versions/settle-text-doubt.ts'

/** Help for tests: later versions of the text of a consultation. Only tests import this. */

export type GivenVersion = { id: string; n: number }

/** The next version, published: every proposal is taken as it stands, and what was said before finds its place. */
export async function givenRedraft(
  services: Services,
  { id, institution }: Pick<GivenConsultation, 'id' | 'institution'>,
  words: string,
  { summary = 'Teksti u përmirësua pas vërejtjeve të para.', summaryEn = null as string | null, place = true } = {},
): Promise<GivenVersion> {
  const coordinator = await officialWith(services, ['consultation-coordinator', institution.slug])
  const input = { source: { kind: 'pasted', words }, digest: null, file: null, titleOfDocument: 'Projektakti' } as const
  const read = await readIntoVersion(services, consultationTexts, coordinator, { id, input })
  if (read.kind !== 'read') throw new Error(`test version: ${JSON.stringify(read)}`)
  const { versionId } = read
  await keepAllDoubts(services, consultationTexts, coordinator, id)
  const changeIds = (await listNodeChanges(services.db, versionId)).flatMap((one) => (one.certain ? [] : [one.id]))
  if (changeIds.length > 0) {
    const order = { id, versionId, changeIds, decision: { kind: 'accept' } } as const
    await settleChanges(services, consultationTexts, coordinator, order)
  }
  const order = { id, versionId, summary, summaryEn }
  const published = await publishVersion(services, consultationTexts, coordinator, order)
  if (published.kind !== 'published') throw new Error(`test version: ${JSON.stringify(published)}`)
  if (place) await placeAnchors(services, [consultationTexts], versionId)
  return { id: versionId, n: published.n }
}

/** Ids of the published versions by their number. */
export async function versionIds({ db }: Pick<Services, 'db'>, textId: string): Promise<Map<number, string>> {
  return new Map((await listTextVersions(db, textId, true)).map(({ n, id }) => [n, id]))
}

/** `SMALL_REGULATION` once more: article 2 reworded, a new article 3, what was article 3 now 4, and 3/1 gone. */
export const REDRAFT = `RREGULLORE
PËR TREGUN E FSHATIT

KREU I
DISPOZITA TË PËRGJITHSHME

Neni 1
Objekti

Kjo rregullore cakton rregullat e tregut të fshatit.

Neni 2
Ditët e tregut

1. Tregu hapet të martën dhe të shtunën. Tregu mbyllet në orën 14:00.
2. Të premten tregu mbyllet në orën 14:00, sepse pastrohet sheshi.

Neni 3
Pastrimi i sheshit

Pas mbylljes, punonjësit e bashkisë e pastrojnë sheshin brenda dy orësh.

KREU II
TARIFAT

Neni 4
Tarifa e vendit

1. Shitësi paguan një tarifë për:
a) vendin e mbuluar;
b) vendin e hapur.`
