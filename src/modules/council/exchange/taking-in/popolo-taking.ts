import type { Transaction } from '#platform/db/database.ts'
import type { JsonObject } from '../oparl/oparl-rules.ts'
import { idOf, type SourceNode } from './oparl-source-rules.ts'
import { textOf, type Collection, type PopoloFile } from './popolo-file-rules.ts'

/** What the parts of one import of Popolo share. */

export type Node = SourceNode & { collection: Collection }
export type Taking = {
  tx: Transaction
  of: { institutionId: string; now: Date; today: string }
  nodes: readonly Node[]
  /** Ids of what came new or is other than it was. */
  news: ReadonlySet<string>
  file: PopoloFile
  /** The council, and the bodies made for committees. */
  bodies: Map<string, string>
}

export const popoloId = (institutionId: string, key: string): string => idOf(institutionId, `popolo:${key}`)
export const refTo = (taking: Taking, collection: Collection, id: JsonObject[string] | undefined): string | null => {
  const words = textOf(id)
  return words === null ? null : popoloId(taking.of.institutionId, `${collection}/${words}`)
}

export const among = ({ nodes }: Taking, collection: Collection): Node[] =>
  nodes.filter((node) => node.collection === collection)
export const classOf = (object: JsonObject): string => textOf(object.classification)?.toLowerCase() ?? ''
