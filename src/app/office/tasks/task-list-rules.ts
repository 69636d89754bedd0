import { readCivilDate } from '#platform/time/civil-date.ts'

/** Where a page of a list of tasks begins: after the task of that day. What has no day stands last. */
export type DueKey = { due: string; id: string }

export const writeDueKey = ({ due, id }: DueKey): string => `${due}.${id}`

/** Null when somebody has changed it: the list then begins at its beginning. */
export function readDueKey(words: string | undefined): DueKey | null {
  const [, due, id] = /^(\d{4}-\d\d-\d\d)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words ?? '') ?? []
  return due !== undefined && id !== undefined && readCivilDate(due) !== null ? { due, id } : null
}
