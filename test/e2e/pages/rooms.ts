import type { Program } from '../program.ts'
import type { Visitor } from '../visitor.ts'
import { VIEWERS, type Page, type RoomPages, type Viewer } from './page.ts'

/** The pages of the rooms of the office, each room in a file of its own beside this one. */
const ROOMS: readonly RoomPages[] = []

export async function roomPages(program: Program, who: Record<Viewer, Visitor>): Promise<Record<Viewer, Page[]>> {
  const all: Record<string, Page[]> = Object.fromEntries(VIEWERS.map((viewer) => [viewer, []]))
  // One after the other: what one brings about must not stand in the way of the next.
  for (const room of ROOMS) {
    for (const [viewer, pages] of Object.entries(await room(program, who))) all[viewer]?.push(...pages)
  }
  return all as Record<Viewer, Page[]>
}
