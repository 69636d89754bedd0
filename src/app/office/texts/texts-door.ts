import type { Door } from '#platform/door.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { placeAnchors } from '#platform/texts/versions/place-anchors.ts'
import { PLACE_ANCHORS } from '#platform/texts/versions/publish-version.ts'
import { changesRoutes } from './changes-routes.tsx'
import { editingRoutes } from './editing/editing-routes.tsx'
import { textPermissions } from './permissions.ts'
import { placesRoutes } from './places-routes.tsx'
import { publicationRoutes } from './publication-routes.tsx'
import { textRoutes } from './text-routes.tsx'
import { roomTexts } from './texts.ts'
import { waitingRoutes } from './waiting-routes.tsx'
import { viewTextTiles } from './waiting-view.ts'

const holdersOf = (doors: readonly Door[]): TextHolder[] => doors.flatMap(({ texts }) => texts ?? [])

/** The door of the texts that records hold: reading them in, their versions, what changed, where comments stand. */
export const textsRoom: Door = {
  name: 'texts',
  // Each kind of record says itself who reads, writes and publishes its text: here who reads those of any.
  permissions: textPermissions,
  rights: { sq: roomTexts('sq').rights, en: roomTexts('en').rights },
  routes(app, services, doors) {
    const holders = holdersOf(doors)
    waitingRoutes(app, services, holders)
    for (const holder of holders) {
      textRoutes(app, services, holder)
      changesRoutes(app, services, holder)
      publicationRoutes(app, services, holder)
      placesRoutes(app, services, holder)
    }
    editingRoutes(app, services, holders)
  },
  jobs: (services, doors) => ({
    [PLACE_ANCHORS]: async ({ version }) => {
      await placeAnchors(services, holdersOf(doors), String(version))
    },
  }),
  officeTiles: (services, official, lang, doors) => viewTextTiles(services, holdersOf(doors), official, lang),
}
